import { Fault } from '../../domain/fault.ts'
import { type UserErrors, wordsOf } from './envelope.ts'
import { TOO_MANY_ORDERS } from './facts.ts'

interface Refused {
  readonly side: string
  readonly reference: string
  /** Whether an order bears the reference already; null where nobody had to look. */
  readonly isTaken: boolean | null
  /** Milliseconds since 1970. */
  readonly now: number
}

/** True when Shopify does not like the value of our own field (shopify.md 2.4). */
export const speaksOfReference = (errors: UserErrors): boolean =>
  errors.some(({ field }) => field?.includes('metafields'))

/** Why `orderCreate` answered without an order. */
export const creationRefusal = (errors: UserErrors, { side, reference, isTaken, now }: Refused): Fault => {
  const words = wordsOf(errors)
  const detail = { call: 'orderCreate', code: errors.map(({ code }) => code ?? '').join(' '), message: words }
  if (errors.length === 0) {
    const message = `${side} neither created the order nor refused it.`
    return new Fault('unreadable', message, { side, outcome: 'unknown', detail })
  }
  // 2.4 [C]: an order of an earlier try is left to the look-up.
  if (isTaken === true)
    return new Fault('unreadable', `${side} holds an order ${reference} already.`, { side, outcome: 'unknown', detail })
  if (isTaken === false)
    return new Fault('unreadable', `${side} refused the order’s reference: ${words}`, { side, detail })
  if (TOO_MANY_ORDERS.words.test(words)) {
    const retryAt = new Date(now + TOO_MANY_ORDERS.pauseMs).toISOString()
    return new Fault('busy', `${side} takes only a few orders a minute while it is on trial.`, {
      side,
      retryAt,
      detail,
    })
  }
  return new Fault('refused', `${side} refused the order: ${words}`, { side, detail })
}
