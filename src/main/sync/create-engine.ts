import type { Connection } from '../domain/connection.ts'
import { Fault, isFault } from '../domain/fault.ts'
import { actOnOrder } from './acts/act-on-order.ts'
import type { Corridor } from './corridor.ts'
import { isoAfter } from './corridor.ts'
import { type Act, type ConnectionReport, type Engine, STEPS, type StepReport, type SyncOptions } from './engine.ts'
import { listBacklog } from './list-backlog.ts'
import { noteConnectionFault } from './note-connection-fault.ts'
import type { RefusedSecrets } from './refused-secret.ts'
import type { StockDesk } from './stock/stock-desk.ts'
import { runSyncCycle } from './sync-cycle.ts'

export interface EngineNeeds {
  /** Joins connection, connectors, database and time; throws a `Fault` when that cannot be (a missing token, say). */
  readonly openCorridor: (connection: Connection, signal?: AbortSignal | null) => Promise<Corridor>
  readonly repositories: Corridor['repositories']
  readonly time: Corridor['time']
  readonly log: Corridor['log']
  readonly refusedSecrets: RefusedSecrets
  readonly stock: StockDesk
  readonly intervalMs: () => number
  /** What follows a cycle elsewhere in the house. */
  readonly afterCycle: () => Promise<void>
  /** Called whenever orders, problems or counts may have changed. */
  readonly onChange: () => void
}

/** The corridor behind the hosts: cycles, acts and stock, each connection by itself. */
export const createEngine = (needs: EngineNeeds): Engine => {
  const running = new Map<number, Promise<ConnectionReport>>()

  const runConnection = (connection: Connection, options: SyncOptions): Promise<ConnectionReport> => {
    const under = running.get(connection.id)
    if (under !== undefined) return under
    const mine = syncConnection(needs, connection, options).finally(() => running.delete(connection.id))
    running.set(connection.id, mine)
    return mine
  }

  const connectionWith = (connectionId: number): Connection => {
    const connection = needs.repositories.connections.get(connectionId)
    if (connection === null) throw new Fault('settings', 'This connection is not there any more.')
    return connection
  }
  /** What a refused token or key is answered with: only another one helps. */
  const whatToEnter = (connectionId: number, label: string): string => {
    const standing = needs.repositories.problems.of({ connectionId }).find(({ kind }) => kind === 'credentials')
    const office = standing?.detail['office']
    return office === undefined ? `Enter the new token of ${label}.` : `Enter the new key of ${office}.`
  }
  const corridorOf = async (connectionId: number): Promise<Corridor> => {
    const connection = connectionWith(connectionId)
    await needs.refusedSecrets.check(connection)
    return needs.openCorridor(connection)
  }

  return {
    async sync(options = {}) {
      const startedAt = needs.time.nowIso()
      const due = active(needs).filter(({ id }) => (options.connectionId ?? id) === id)
      const connections = await Promise.all(due.map((connection) => runConnection(connection, options)))
      await needs.afterCycle()
      return { startedAt, finishedAt: needs.time.nowIso(), connections }
    },
    async act(orderId, act) {
      const order = needs.repositories.orders.get(orderId)
      if (order === null) throw new Fault('settings', 'This order is not there any more.')
      const refusal = whyNoCalls(needs.repositories.connections.get(order.connectionId), act)
      if (refusal !== null) return { reference: order.reference, action: act.action, done: false, message: refusal }
      try {
        return await actOnOrder(await corridorOf(order.connectionId), orderId, act)
      } catch (error) {
        if (!isFault(error)) throw error
        const connection = needs.repositories.connections.get(order.connectionId)
        if (error.kind === 'credentials' && connection !== null) await noteRefusal(needs, connection, error)
        return { reference: order.reference, action: act.action, done: false, message: error.message }
      } finally {
        needs.onChange()
      }
    },
    async fixConnection(connectionId, kind, choice) {
      try {
        if (kind === 'stock-confirmation')
          return await needs.stock.settleConfirmation(await corridorOf(connectionId), choice)
        const { label } = connectionWith(connectionId)
        const answer = { reference: label, action: choice }
        if (kind === 'credentials') return { ...answer, done: false, message: whatToEnter(connectionId, label) }
        needs.repositories.problems.clear({ connectionId }, kind)
        return { ...answer, done: true, message: 'Navette tries again.' }
      } finally {
        needs.onChange()
      }
    },
    previewStock: async (connectionId) => needs.stock.preview(await corridorOf(connectionId)),
    syncStockNow: async (connectionId, options = {}) => needs.stock.syncNow(await corridorOf(connectionId), options),
    async stockTick(signal) {
      for (const connection of active(needs)) {
        if (signal?.aborted || running.has(connection.id)) continue
        try {
          await needs.stock.push(await corridorOf(connection.id), 'timer')
        } catch (error) {
          if (!isFault(error)) throw error
          if (error.kind === 'credentials') await noteRefusal(needs, connection, error)
          needs.log.warn(`The stock of ${connection.label} waits`, { kind: error.kind, message: error.message })
        }
      }
    },
    listBacklog: async (connectionId) => listBacklog(await corridorOf(connectionId)),
    isBusy: (connectionId) => running.has(connectionId),
  }
}

const active = ({ repositories }: EngineNeeds): readonly Connection[] =>
  repositories.connections.list().filter(({ paused, removedAt }) => !paused && removedAt === null)

/** A paused connection makes no calls, whoever asks; taking an order over needs none. */
const whyNoCalls = (connection: Connection | null, { action }: Act): string | null =>
  connection?.paused && action !== 'manual'
    ? `${connection.label} is paused and makes no calls. Resume it first.`
    : null

/** A refused secret is remembered as such, so that nobody calls with it again. */
const noteRefusal = async (needs: EngineNeeds, connection: Connection, fault: Fault) => {
  await needs.refusedSecrets.note(connection)
  return noteConnectionFault(needs, connection, fault)
}

const withUnreached = (steps: readonly StepReport[]) =>
  STEPS.map((step) => {
    const report = steps.find((one) => one.step === step)
    return { step, moved: report?.moved ?? 0, problems: report?.problems ?? 0, reached: report !== undefined }
  })

/** One connection's cycle, with its fault, if any, kept as its problem and its result written down. */
const syncConnection = async (
  needs: EngineNeeds,
  connection: Connection,
  options: SyncOptions,
): Promise<ConnectionReport> => {
  const { repositories, time } = needs
  const cycleId = repositories.cycles.start(connection.id, time.nowIso())
  const { steps, fault } = await runSafely(needs, connection, options)
  const problem =
    fault?.kind === 'credentials'
      ? await noteRefusal(needs, connection, fault)
      : noteConnectionFault(needs, connection, fault)
  repositories.cycles.finish(cycleId, time.nowIso(), withUnreached(steps), problem)
  if (problem !== null || steps.some(({ moved, problems }) => moved > 0 || problems > 0)) needs.onChange()
  return { connectionId: connection.id, label: connection.label, problem, steps }
}

const runSafely = async (needs: EngineNeeds, connection: Connection, { stockNow, signal, onStep }: SyncOptions) => {
  try {
    await needs.refusedSecrets.check(connection)
    const corridor = await needs.openCorridor(connection, signal)
    const result = await runSyncCycle(corridor, {
      tellSoldOut: (opened) => needs.stock.tellSoldOut(opened),
      pushStock: (opened) => (stockNow ? needs.stock.syncNowInCycle(opened) : needs.stock.push(opened)),
      onStep: (step) => onStep?.({ connectionId: connection.id, step }),
    })
    return needs.time.trusted ? result : { ...result, fault: result.fault ?? clockJumped() }
  } catch (error) {
    if (isFault(error)) return { steps: [], fault: error }
    needs.log.error(`The cycle of ${connection.label} ended unexpectedly`, { error })
    const message =
      'Navette stumbled in this cycle; the details are in its log. Nothing was concluded, and it tries again.'
    return {
      steps: [],
      fault: new Fault('unreadable', message, { cause: error, retryAt: isoAfter(needs.time, needs.intervalMs()) }),
    }
  }
}

const clockJumped = (): Fault =>
  new Fault(
    'clock',
    "This PC's clock jumped by more than an hour against the servers'. Deadlines and waiting pause until they agree again.",
  )
