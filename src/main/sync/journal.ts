import type { Intent } from '../db/intents-repository.ts'
import { isFault } from '../domain/fault.ts'
import type { Corridor } from './corridor.ts'

type Act = Pick<Intent, 'orderId' | 'act' | 'target'>

interface Journalled<T> {
  readonly value: T
  /**
   * Keeps what follows from the answer and closes the intent, with every earlier one in doubt about the same thing, in one transaction.
   * `not-done`: the answer says that it was somebody else's doing.
   */
  readonly settle: <R>(keep: () => R, state?: 'done' | 'not-done') => R
}

/**
 * Asks the outside for a change. The intent is on disk before the call and is closed together with what follows from the answer, so that
 * a crash at any point leaves either nothing asked or an open intent that is looked into. A fault closes it too: as not done, or as
 * unknown when the change may have happened.
 */
export const journalled = async <T>(
  corridor: Corridor,
  act: Act,
  ask: () => Promise<T>,
  onDoubt: () => void = () => {},
): Promise<Journalled<T>> => {
  const { intents, together } = corridor.repositories
  const earlier = inDoubt(corridor, act)
  const intent = intents.open({ ...act, connectionId: corridor.connection.id, openedAt: corridor.time.nowIso() })
  try {
    const value = await ask()
    return {
      value,
      settle: (keep, state = 'done') =>
        together(() => {
          const kept = keep()
          for (const { id } of [...earlier, intent]) intents.close(id, state, corridor.time.nowIso())
          return kept
        }),
    }
  } catch (error) {
    const outcome = isFault(error) && error.outcome === 'not-done' ? 'not-done' : 'unknown'
    together(() => {
      intents.close(intent.id, outcome, corridor.time.nowIso())
      if (outcome === 'unknown') onDoubt()
    })
    throw error
  }
}

/** Earlier tries of the same thing whose outcome nobody knows. */
export const inDoubt = (corridor: Corridor, { orderId, act, target }: Act): readonly Intent[] =>
  corridor.repositories.intents
    .unsettled(corridor.connection.id, act, orderId ?? undefined)
    .filter((intent) => intent.target === target)
