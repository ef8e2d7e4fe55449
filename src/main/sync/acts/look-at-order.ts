import type { Sale } from '../../connectors/sockets/marketplace.ts'
import { isKept, isUndecided } from '../../domain/item.ts'
import { isIn, moveOrder, type Order, type OrderIn } from '../../domain/order.ts'
import { parisDay } from '../../domain/paris-time.ts'
import { type Corridor, tell } from '../corridor.ts'
import { deliveryMethods } from '../delivery-methods.ts'
import { endOrder } from '../draw-consequences.ts'
import { judgeSale } from '../judge-sale.ts'
import { readItems } from '../look-for-vanished.ts'
import { noteSale } from '../note-sale.ts'
import { noteSkipped } from '../note-skipped.ts'
import { settle } from '../order-problems.ts'
import { noteUnknownStatus, noteUnknownValues } from '../unknown-values.ts'
import { advanceOrder } from './advance-order.ts'
import { landInBackOffice } from './land-in-back-office.ts'

/**
 * Looks at an order on both sides and lets it go on from where it really stands: ended, shipped, in the back office, accepted, still to
 * decide, or not for us. For orders that come back from the seller's hands or from the skipped ones. The seller's earlier answers are
 * forgotten: whatever is still a question is asked anew.
 */
export const lookAtOrder = async (corridor: Corridor, order: OrderIn<'manual' | 'skipped'>): Promise<void> => {
  const sale = await lookAtMarketplace(corridor, order)
  const present = corridor.repositories.orders.get(order.id)
  if (present === null || !isIn(present, 'manual', 'skipped')) return
  if (await land(corridor, present, sale)) await advanceOrder(corridor, order.id)
}

/** Brings an order up to what the marketplace shows of it, wherever it lists it; item by item when it lists it nowhere. */
export const lookAtMarketplace = async (corridor: Corridor, order: Order): Promise<Sale | null> => {
  const sale = await findSale(corridor, order)
  if (sale === null) await readItems(corridor, order)
  else noteSale(corridor, order, sale)
  return sale
}

const findSale = async ({ marketplace }: Corridor, order: Order): Promise<Sale | null> => {
  const isIt = ({ reference }: Sale): boolean => reference === order.reference
  const undecided = (await marketplace.listNewSales()).find(isIt)
  return undecided ?? (await marketplace.listCurrentSales(parisDay(order.purchasedAt))).find(isIt) ?? null
}

/** True when the order goes on from here. */
const land = async (corridor: Corridor, order: OrderIn<'manual' | 'skipped'>, sale: Sale | null): Promise<boolean> => {
  const isTheirs = order.items.every(({ status }) => status === 'not-ours')
  if (!isTheirs && !order.items.some(isKept)) {
    endOrder(corridor, order, 'rakuten', 'Nothing is left of it at Rakuten')
    return false
  }
  if (order.acceptedAt === null && (await setAside(corridor, order))) return false
  const isDecided = !order.items.some((item) => isUndecided(item) || item.status === 'preorder')
  const { acceptedAt, shippingCents } = order
  if (isDecided && acceptedAt !== null && shippingCents !== null) {
    await landInBackOffice(corridor, { ...order, acceptedAt, shippingCents })
    return true
  }
  const { repositories } = corridor
  repositories.together(() => {
    settle(corridor, order)
    tellReturn(corridor, order)
    const imported = repositories.orders.save(moveOrder(order, 'imported', AFRESH))
    if (sale === null) noteUnknownStatus(corridor, imported)
    else noteUnknownValues(corridor, imported, sale.unknownValues)
  })
  return true
}

/** What kept it out may still stand. A start date no longer counts: the seller asked for this very order. */
const setAside = async (corridor: Corridor, order: OrderIn<'manual' | 'skipped'>): Promise<boolean> => {
  const { connection, repositories } = corridor
  const skippedReason = judgeSale(order, { ...connection.settings, importFrom: null }, await deliveryMethods(corridor))
  if (skippedReason === null) return false
  if (isIn(order, 'manual'))
    repositories.together(() => {
      tellReturn(corridor, order)
      noteSkipped(corridor, repositories.orders.save(moveOrder(order, 'skipped', { ...AFRESH, skippedReason })))
    })
  return true
}

const AFRESH = { manualSince: null, skippedReason: null, decisions: {} } as const

const tellReturn = (corridor: Corridor, { id, status }: OrderIn<'manual' | 'skipped'>): void =>
  tell(corridor, id, status === 'manual' ? 'handed-back' : 'reconsidered', 'seller')
