import type { Sale } from '../../connectors/sockets/marketplace.ts'
import { backOfficeReference } from '../../domain/connection.ts'
import { isKept } from '../../domain/item.ts'
import type { Order, OrderIn } from '../../domain/order.ts'
import { isIn, moveOrder } from '../../domain/order.ts'
import { parisDay } from '../../domain/paris-time.ts'
import { type Corridor, tell } from '../corridor.ts'
import { readItems } from '../look-for-vanished.ts'
import { noteSale } from '../note-sale.ts'
import { settle } from '../order-problems.ts'
import { advanceOrder } from './advance-order.ts'

/**
 * Looks at an order on both sides and lets it go on from where it really stands: ended, shipped, in the back office, accepted, or still to
 * decide. For orders that come back from the seller's hands or from the skipped ones.
 */
export const lookAtOrder = async (corridor: Corridor, order: OrderIn<'manual' | 'skipped'>): Promise<void> => {
  const { repositories } = corridor
  const sale = await findSale(corridor, order)
  if (sale === null) await readItems(corridor, order)
  else noteSale(corridor, order, sale)

  const present = repositories.orders.get(order.id)
  if (present === null || !isIn(present, 'manual', 'skipped') || !present.items.some(isKept)) return
  await goOn(corridor, present)
  await advanceOrder(corridor, order.id)
}

const findSale = async ({ marketplace }: Corridor, order: Order): Promise<Sale | null> => {
  const isIt = ({ reference }: Sale): boolean => reference === order.reference
  const undecided = (await marketplace.listNewSales()).find(isIt)
  return undecided ?? (await marketplace.listCurrentSales(parisDay(order.purchasedAt))).find(isIt) ?? null
}

const goOn = async (corridor: Corridor, order: OrderIn<'manual' | 'skipped'>): Promise<void> => {
  const { repositories, connection, time } = corridor
  const back = { manualSince: null, skippedReason: null }
  const isDecided = !order.items.some(
    ({ status }) => status === 'to-decide' || status === 'unknown' || status === 'preorder',
  )
  const found = isDecided && order.acceptedAt !== null ? await findPlaced(corridor, order) : null

  repositories.together(() => {
    settle(corridor, order)
    tell(corridor, order.id, order.status === 'manual' ? 'handed-back' : 'reconsidered', 'seller')
    const { acceptedAt, shippingCents } = order
    if (!isDecided || acceptedAt === null || shippingCents === null) {
      repositories.orders.save(moveOrder(order, 'imported', back))
      return
    }
    const accepted = { ...back, acceptedAt, shippingCents, backOfficeId: order.backOfficeId ?? connection.backOfficeId }
    if (found === null || !isIn(order, 'manual')) repositories.orders.save(moveOrder(order, 'accepted', accepted))
    else
      repositories.orders.save(
        moveOrder(order, 'placed', {
          ...accepted,
          backOfficeRef: found.backOfficeRef,
          backOfficeNumber: found.number,
          backOfficeUrl: found.url,
          placedAt: order.placedAt ?? time.nowIso(),
        }),
      )
  })
}

const findPlaced = async (corridor: Corridor, order: Order) => {
  const { backOffice } = corridor.office(order.backOfficeId ?? corridor.connection.backOfficeId)
  const found = await backOffice.findOrders(backOfficeReference(corridor.connection, order.reference))
  return found.find(({ state }) => state === 'open' || state === 'completed') ?? null
}
