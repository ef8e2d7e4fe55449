import type { BackOffice, BackOfficeCapabilities } from '../connectors/sockets/back-office.ts'
import type { Marketplace } from '../connectors/sockets/marketplace.ts'
import type { BackOfficeAccount, Connection } from '../domain/connection.ts'
import { Fault } from '../domain/fault.ts'
import type { Corridor, Office } from './corridor.ts'
import { createOrderLocks } from './order-locks.ts'

export interface CorridorNeeds extends Pick<Corridor, 'repositories' | 'carriers' | 'time' | 'log'> {
  readonly openMarketplace: (connection: Connection) => Promise<Marketplace>
  readonly openBackOffice: (backOfficeId: number, skuSource: string) => Promise<BackOffice>
  readonly capabilitiesOf: (account: BackOfficeAccount) => BackOfficeCapabilities
  readonly intervalMs: () => number
}

/** Joins one connection's outsides, memory and time. Locks are shared by all corridors, whoever opened them. */
export const createCorridors = (needs: CorridorNeeds) => {
  const { repositories, carriers, time, log } = needs
  const locks = createOrderLocks()
  const promises = createOrderLocks()

  /** A back office that cannot be opened is a fault only for who needs it. */
  const openOffices = async ({ settings }: Connection): Promise<(id: number) => Office> => {
    const accounts = repositories.backOffices.list()
    const opened = await Promise.allSettled(accounts.map(({ id }) => needs.openBackOffice(id, settings.skuSource)))
    return (id) => {
      const at = accounts.findIndex((account) => account.id === id)
      const [account, office] = [accounts[at], opened[at]]
      if (account === undefined || office === undefined)
        throw new Fault('settings', 'The back office of this order is not there any more.')
      if (office.status === 'rejected') throw office.reason
      return { id, label: account.label, capabilities: needs.capabilitiesOf(account), backOffice: office.value }
    }
  }

  return async (connection: Connection, signal: AbortSignal | null = null): Promise<Corridor> => ({
    ...{ connection, signal },
    marketplace: await needs.openMarketplace(connection),
    office: await openOffices(connection),
    memory: memoryOf(repositories, connection.id),
    intervalMs: needs.intervalMs(),
    ...{ repositories, carriers, locks, promises, time, log },
  })
}

/** What a connection remembers between cycles. */
export const memoryOf = ({ records }: Pick<Corridor['repositories'], 'records'>, connectionId: number) =>
  records.scope(`corridor:${connectionId}`)
