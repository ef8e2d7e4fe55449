import type { Sale } from '../connectors/sockets/marketplace.ts'
import { type Item, type ItemStatus, isUndecided } from '../domain/item.ts'
import type { Decisions, Order } from '../domain/order.ts'
import { answerDoubts } from './answer-doubts.ts'
import type { Corridor } from './corridor.ts'
import { drawConsequences } from './draw-consequences.ts'
import type { Outcome } from './for-each-order.ts'
import { hasProblem } from './order-problems.ts'
import { noteUnknownValues } from './unknown-values.ts'

/** True when the marketplace shows something we have not kept yet. */
export const saysAnythingNew = (corridor: Corridor, order: Order, sale: Sale): boolean =>
  updateItems(order.items, sale.items) !== order.items ||
  (order.status === 'imported' && sale.unknownValues.length > 0 !== hasProblem(corridor, order, 'unknown-value'))

/** Brings a known order up to what the marketplace shows, and does what follows from it. */
export const noteSale = (corridor: Corridor, order: Order, sale: Sale): Outcome => {
  if (order.status === 'imported') noteUnknownValues(corridor, order, sale.unknownValues)
  return noteItems(corridor, order, updateItems(order.items, sale.items))
}

/** Keeps the new state of some items and draws the consequences. */
export const noteItems = (corridor: Corridor, order: Order, items: readonly Item[]): Outcome => {
  if (items === order.items) return 'stayed'
  const before = order.items
  const { repositories, time } = corridor
  return repositories.together(() => {
    const decisions = stillMeant(order, items)
    const changed = { ...order, decisions, items: answerDoubts(corridor, order, items), changedAt: time.nowIso() }
    return drawConsequences(corridor, repositories.orders.save(changed), before)
  })
}

/** The seller's yes was to the offer that stood then: another one asks again. */
const stillMeant = ({ items: before, decisions }: Order, items: readonly Item[]): Decisions => {
  const { accept: _, ...others } = decisions
  const isNews = items.some(
    ({ itemId, status, negotiated, priceCents }) =>
      negotiated &&
      status === 'to-decide' &&
      !before.some((known) => known.itemId === itemId && known.negotiated && known.priceCents === priceCents),
  )
  return isNews ? others : decisions
}

/** The same array when nothing changed, so that callers can tell by identity. */
export const updateItems = (items: readonly Item[], shown: readonly Item[]): readonly Item[] => {
  const latest = new Map(shown.map((item) => [item.itemId, item]))
  const updated = items.map((item) => updateItem(item, latest.get(item.itemId)))
  const added = shown.filter(({ itemId }) => !items.some((item) => item.itemId === itemId))
  return added.length === 0 && updated.every((item, at) => item === items[at]) ? items : [...updated, ...added]
}

const updateItem = (item: Item, shown: Item | undefined): Item => {
  if (shown === undefined) return item
  const { rakutenStatus, negotiated, priceCents } = shown
  const later: Item = {
    ...item,
    ...{ rakutenStatus, negotiated, priceCents },
    status: laterStatus(item.status, shown.status),
    shipped: item.shipped || shown.shipped,
    sku: item.sku || shown.sku,
  }
  const isSame = FOLLOWED.every((field) => later[field] === item[field])
  return isSame ? item : later
}

const FOLLOWED = ['status', 'rakutenStatus', 'shipped', 'negotiated', 'priceCents', 'sku'] as const

const FINAL: readonly ItemStatus[] = ['refused', 'cancelled', 'not-ours']

/** What ended stays ended, and what was decided is not undone by a list that was read before the decision. */
export const laterStatus = (known: ItemStatus, shown: ItemStatus): ItemStatus => {
  if (FINAL.includes(known)) return known
  return shown === 'to-decide' && !isUndecided({ status: known }) ? known : shown
}
