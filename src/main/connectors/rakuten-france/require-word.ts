import { Fault } from '../../domain/fault.ts'
import { type ActionName, SIDE } from './facts.ts'

/** Any other word is a failure (6.3), though of an unknown kind. */
export const requireWord = (word: string, expected: string, action: ActionName): void => {
  if (word.toUpperCase() === expected.toUpperCase()) return
  throw new Fault('unreadable', `Rakuten answered “${action}” with “${word}” instead of “${expected}”.`, {
    side: SIDE,
    outcome: 'unknown',
    detail: { action, status: word },
  })
}
