import type { Completion } from '../connectors/sockets/marketplace.ts'
import type { Buyer } from '../domain/address.ts'
import { keptItems } from '../domain/item.ts'
import { moveOrder, type OrderIn } from '../domain/order.ts'
import { type Corridor, tell } from './corridor.ts'
import type { Outcome } from './for-each-order.ts'
import { hold, settle } from './order-problems.ts'

const SETTLED_BY_ACCEPTANCE = ['negotiation', 'preorder', 'unknown-value', 'sku', 'stock', 'address'] as const

/**
 * Reads costs, contact and label of an order whose items are all decided, and moves it to accepted. Until the marketplace has them the
 * order stays where it is, and this is tried again; it is never accepted again.
 */
export const completeOrder = async (corridor: Corridor, order: OrderIn<'imported'>): Promise<Outcome> => {
  const preordered = order.items.find(({ status }) => status === 'preorder')
  if (preordered !== undefined)
    return hold(
      corridor,
      order,
      'preorder',
      'Accepted as a preorder. Confirm it at Rakuten once the goods are here; then it goes on.',
      {
        advertId: preordered.advertId,
        choices: ['confirm'],
      },
    )
  const completion = await corridor.marketplace.readCompletion(order.reference)
  return completion === null ? 'stayed' : acceptWith(corridor, order, completion)
}

const acceptWith = (corridor: Corridor, order: OrderIn<'imported'>, completion: Completion): Outcome => {
  const { repositories, time, connection } = corridor
  const costs = new Map(completion.items.map(({ itemId, shippingCents }) => [itemId, shippingCents]))
  const items = order.items.map((item) => ({ ...item, shippingCents: costs.get(item.itemId) ?? item.shippingCents }))
  const shippingCents = keptItems(items).reduce((sum, item) => sum + (item.shippingCents ?? 0), 0)

  repositories.together(() => {
    settle(corridor, order, ...SETTLED_BY_ACCEPTANCE)
    tell(corridor, order.id, 'accepted', 'navette', { shippingCents })
    repositories.orders.save(
      moveOrder(order, 'accepted', {
        acceptedAt: time.nowIso(),
        backOfficeId: connection.backOfficeId,
        shippingCents,
        items,
        buyer: order.buyer === null ? null : moreComplete(order.buyer, completion.buyer),
        prepaidLabel: completion.prepaidLabel,
      }),
    )
  })
  return 'moved'
}

/** Contact data may be complete only after acceptance (spec 6.1); what was known before is not lost to an empty field. */
const moreComplete = (known: Buyer, read: Buyer): Buyer => ({
  login: read.login || known.login,
  email: read.email || known.email,
  billing: read.billing ?? known.billing,
  delivery: read.delivery ?? known.delivery,
  relayPoint: read.relayPoint ?? known.relayPoint,
  corrected: known.corrected,
})
