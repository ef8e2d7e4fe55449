import { formatCents } from '../domain/money.ts'
import type { OrderIn } from '../domain/order.ts'
import type { Corridor } from './corridor.ts'
import type { Outcome } from './for-each-order.ts'
import { hold } from './order-problems.ts'

/**
 * Orders only the seller can decide about: a price under negotiation, a preorder, or every order when the connection accepts by hand.
 * Null when nothing stands in the way.
 */
export const waitForSeller = (corridor: Corridor, order: OrderIn<'imported'>): Outcome | null => {
  if (order.decisions.accept === true) return null
  const undecided = order.items.filter(({ status }) => status === 'to-decide')

  const offered = undecided.find(({ negotiated }) => negotiated)
  if (offered !== undefined) {
    const offer = formatCents(offered.priceCents)
    const price = formatCents(offered.listedPriceCents)
    return hold(
      corridor,
      order,
      'negotiation',
      `The buyer offers ${offer} ${offered.currency} instead of ${price}. Only you can decide.`,
      {
        offerCents: offered.priceCents,
        priceCents: offered.listedPriceCents,
        currency: offered.currency,
        comment: offered.negotiationComment,
      },
    )
  }
  const preordered = undecided.find(({ preorder }) => preorder)
  if (preordered !== undefined)
    return hold(
      corridor,
      order,
      'preorder',
      'A preorder: it is accepted by hand, once you know when the goods arrive.',
      {
        advertId: preordered.advertId,
        choices: ['accept', 'refuse'],
      },
    )
  return corridor.connection.settings.acceptance === 'by-hand' ? 'stayed' : null
}
