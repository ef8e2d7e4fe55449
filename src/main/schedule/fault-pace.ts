import type { ConnectionReport, SyncReport } from '../sync/engine.ts'

/** Waits after the first and the second cycle in a row that could not reach the outside; then every cycle (product.md 8). */
const WAITS_MS = [30_000, 120_000] as const

const shouldComeBack = ({ problem }: ConnectionReport): boolean =>
  problem?.kind === 'unreachable' || problem?.kind === 'busy'

/**
 * Comes back sooner than the next tick to a connection that was unreachable or busy. Gates the outside set itself (`Retry-After`,
 * quota) are the engine's to keep: coming back too early makes no call.
 */
export const createFaultPace = (syncOne: (connectionId: number) => void) => {
  const failures = new Map<number, number>()
  const timers = new Map<number, NodeJS.Timeout>()

  const forget = (connectionId: number): void => {
    clearTimeout(timers.get(connectionId))
    timers.delete(connectionId)
  }

  const note = (connection: ConnectionReport): void => {
    const { connectionId } = connection
    forget(connectionId)
    if (!shouldComeBack(connection)) {
      failures.delete(connectionId)
      return
    }
    const failed = failures.get(connectionId) ?? 0
    failures.set(connectionId, failed + 1)
    const wait = WAITS_MS[failed]
    if (wait === undefined) return
    const comeBack = (): void => {
      timers.delete(connectionId)
      syncOne(connectionId)
    }
    timers.set(connectionId, setTimeout(comeBack, wait))
  }

  return {
    note: ({ connections }: SyncReport): void => connections.forEach(note),
    stop: (): void => [...timers.keys()].forEach(forget),
  }
}
