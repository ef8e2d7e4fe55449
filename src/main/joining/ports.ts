import type { PortsAccount } from '../accounts/needs.ts'
import { createHttp } from '../connectors/http/create-http.ts'
import { createLanes } from '../connectors/http/lanes.ts'
import { createPace } from '../connectors/http/pace.ts'
import type { Clock, Ports, Records } from '../connectors/sockets/ports.ts'
import type { Repositories } from '../db/repositories.ts'
import type { Log } from '../sync/corridor.ts'
import { tellCall } from '../sync/tell-call.ts'
import { createFolders } from './folders/create-folders.ts'
import { recordsOfTrial } from './records-of-trial.ts'

interface Needs {
  readonly repositories: Repositories
  readonly clock: Clock
  readonly log: Log
  /** Both in milliseconds: the server's time, and this PC's when the answer began. */
  readonly onServerDate: (serverTime: number, localTime: number) => void
}

/** Rakuten's own pace (product.md section 8); its domains, the sandbox's among them. */
const CALLS_PER_SECOND = { 'shopping.rakuten.com': 1 }

/** What a connector may use: one client for all, one pace and one queue per host, records under the account's own name. */
export const createPorts = ({ repositories, clock, log, onServerDate }: Needs) => {
  const pace = createPace({ clock, callsPerSecond: CALLS_PER_SECOND })
  const lanes = createLanes()

  const recordsOf = ({ scope, reads }: PortsAccount): Records =>
    scope === null
      ? recordsOfTrial(reads === undefined ? null : repositories.records.scope(reads))
      : repositories.records.scope(scope)

  return ({ side, connectionId, ...account }: PortsAccount): Ports => ({
    side,
    clock,
    folders: createFolders(side),
    records: recordsOf({ side, connectionId, ...account }),
    http: createHttp({
      clock,
      pace,
      lanes,
      side,
      onCall: (call) => {
        const { name, method, url, status, durationMs, attempt, fault } = call
        log.info(`${side}: ${name}`, { method, url, status, durationMs, attempt, fault })
        tellCall(repositories, call)
      },
      // Deadlines are the marketplace's, so it is the marketplace's clock that counts.
      onServerDate: (_host, serverTime, localTime) => {
        if (connectionId !== null) onServerDate(serverTime, localTime)
      },
    }),
  })
}
