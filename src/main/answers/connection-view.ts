import type { ConnectionState, ConnectionView, MarketplaceView } from '../../preload/contract/connection-views.ts'
import { backOfficeKindOf, capabilitiesOf, marketplaceOf } from '../accounts/definitions.ts'
import { PRACTICE_MARKETPLACE } from '../accounts/practice.ts'
import { isPractice } from '../accounts/reference-prefix.ts'
import type { MarketplaceDefinition } from '../connectors/sockets/marketplace.ts'
import type { Connection } from '../domain/connection.ts'
import { FAULTS, type FaultKind } from '../domain/fault.ts'
import { mostUrgent, type Problem } from '../domain/problem.ts'
import { toFieldViews } from './field-view.ts'
import type { AnswerNeeds } from './needs.ts'
import { toFirstProblem } from './problem-view.ts'

type Needs = Pick<AnswerNeeds, 'accounts' | 'repositories' | 'clock'>

/** A connection as its card shows it. */
export const toConnectionView = async (
  { accounts, repositories, clock }: Needs,
  connection: Connection,
): Promise<ConnectionView> => {
  const { id, settings } = connection
  const { registry, connections, removing } = accounts
  const { orders, cycles } = repositories
  const backOffice = accounts.backOffices.get(connection.backOfficeId)
  const kind = backOfficeKindOf(registry, backOffice.kind)
  const problems = repositories.problems.of({ connectionId: id })
  const last = cycles.last(id)
  const today = orders.perDay(startOfToday(clock.now()), id)
  return {
    id,
    label: connection.label,
    marketplace: connection.marketplace,
    marketplaceTitle: marketplaceOf(registry, connection.marketplace).title,
    login: connection.login,
    account: connection.account,
    secretsSet: await connections.secretsSet(connection),
    backOfficeId: backOffice.id,
    backOffice: backOffice.label,
    backOfficeTitle: kind.title,
    backOfficeKind: kind.kind,
    referencePrefix: connection.referencePrefix,
    practice: isPractice(connection),
    paused: connection.paused,
    state: removing.isFinishing(id) ? 'finishing' : connection.paused ? 'paused' : stateOf(problems),
    stockUpdates: settings.stockUpdates,
    settings,
    problem: toFirstProblem(problems),
    lastCycleAt: last?.finishedAt ?? null,
    lastCycleMs: last?.finishedAt && last.runs === 1 ? Date.parse(last.finishedAt) - Date.parse(last.startedAt) : null,
    importedToday: sum(today.map(({ imported }) => imported)),
    shippedToday: sum(today.map(({ shipped }) => shipped)),
    openOrders: removing.openOrders(id),
    nearestAcceptBy: orders.deadlines(id, 1)[0]?.acceptBy ?? null,
    testOrders: capabilitiesOf(registry, backOffice).testOrders,
  }
}

export const toMarketplaceView = ({ id, title, fields }: MarketplaceDefinition): MarketplaceView => ({
  id,
  title,
  fields: toFieldViews(fields),
  practice: id === PRACTICE_MARKETPLACE,
})

/** Only a fault stops a connection; a question about stock, say, leaves the rest of it running. */
const stateOf = (problems: readonly Problem[]): ConnectionState => {
  const fault = mostUrgent(problems.filter(({ kind }) => kind in FAULTS))
  if (fault === null) return 'running'
  const { retry } = FAULTS[fault.kind as FaultKind] // it has just been found among the faults
  return retry === 'person' ? 'stopped' : 'trying-again'
}

/** This PC's midnight, as a UTC moment. */
const startOfToday = (now: number): string => {
  const day = new Date(now)
  day.setHours(0, 0, 0, 0)
  return day.toISOString()
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)
