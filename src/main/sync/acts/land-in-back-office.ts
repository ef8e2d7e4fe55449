import type { OfficeOrder } from '../../connectors/sockets/back-office.ts'
import { backOfficeReference } from '../../domain/connection.ts'
import { isKept } from '../../domain/item.ts'
import { isIn, moveOrder, type OrderIn } from '../../domain/order.ts'
import { type Corridor, tell } from '../corridor.ts'
import { hold, settle } from '../order-problems.ts'
import { orderKey } from '../read-shipments.ts'

type Returned = OrderIn<'manual' | 'skipped'> & { readonly acceptedAt: string; readonly shippingCents: number }

interface Place extends Pick<OfficeOrder, 'backOfficeRef' | 'state'> {
  readonly number: string | null
  readonly url: string | null
}

const AFRESH = { manualSince: null, skippedReason: null, completedAt: null, dispatchedAt: null, decisions: {} } as const

/**
 * An accepted order comes back: to where the back office has it, or to be placed. One that was there and is gone, or was cancelled there
 * meanwhile, is a question for the seller, and neither placed again nor cancelled by itself.
 */
export const landInBackOffice = async (corridor: Corridor, order: Returned): Promise<void> => {
  const backOfficeId = order.backOfficeId ?? corridor.connection.backOfficeId
  const place = await findPlace(corridor, order, backOfficeId)
  const { repositories, time } = corridor
  repositories.together(() => {
    // A cancellation there that the seller began before taking over is over: what it came to shows now.
    for (const { id } of repositories.intents.unsettled(order.connectionId, 'cancel-order', order.id))
      repositories.intents.close(id, 'done', time.nowIso())
    settle(corridor, order)
    tell(corridor, order.id, order.status === 'manual' ? 'handed-back' : 'reconsidered', 'seller')
    const { acceptedAt, shippingCents } = order
    const accepted = { ...AFRESH, acceptedAt, shippingCents, backOfficeId }
    if (place === null || !isIn(order, 'manual')) {
      repositories.orders.save(moveOrder(order, 'accepted', accepted))
      return
    }
    repositories.orders.save(
      moveOrder(order, 'placed', {
        ...accepted,
        backOfficeRef: place.backOfficeRef,
        backOfficeNumber: place.number,
        backOfficeUrl: place.url,
        placedAt: order.placedAt ?? time.nowIso(),
        items: order.items.map((item) => ({ ...item, placed: item.placed || isKept(item) })),
      }),
    )
    if (place.state === 'cancelled') askAboutCancellation(corridor, order, backOfficeId)
  })
}

/** One that was placed is asked about by the name it has there; any other is looked up, in case it was entered by hand. */
const findPlace = async (corridor: Corridor, order: Returned, backOfficeId: number): Promise<Place | null> => {
  const { backOffice, capabilities } = corridor.office(backOfficeId)
  const key = orderKey(corridor, order)
  if (key !== null) {
    const progress = (await backOffice.readShipments([key])).get(key.backOfficeRef)
    const { backOfficeNumber: number, backOfficeUrl: url } = order
    return { backOfficeRef: key.backOfficeRef, state: progress?.state ?? 'gone', number, url }
  }
  if (!capabilities.lookUp) return null
  const found = await backOffice.findOrders(backOfficeReference(corridor.connection, order.reference))
  const [only, second] = found.filter(({ state }) => state === 'open' || state === 'completed')
  return second === undefined ? (only ?? null) : null // two are a question that placing asks
}

const askAboutCancellation = (corridor: Corridor, order: Returned, backOfficeId: number): void => {
  const { label } = corridor.office(backOfficeId)
  hold(
    corridor,
    order,
    'cancellation',
    `${label} cancelled this order. Shall it be cancelled at Rakuten too? The buyer is refunded.`,
    { office: label },
  )
}
