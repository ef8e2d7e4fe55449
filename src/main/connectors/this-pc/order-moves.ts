import { Fault } from '../../domain/fault.ts'
import type { ParcelContent } from '../../domain/parcel.ts'
import type { StoredOrder } from './stored-order.ts'

/** What the seller says about a parcel; a carrier and a number may be missing. */
export interface ParcelToShip {
  readonly carrierName: string | null
  readonly trackingNumber: string | null
  /** https only. */
  readonly trackingUrl: string | null
  /** Null: everything that is left. */
  readonly contents: readonly ParcelContent[] | null
}

/** An order after a change, and the units per product that go back to the shelf. */
export interface Change {
  readonly order: StoredOrder
  readonly back: readonly ParcelContent[]
}

/**
 * Puts units into a parcel; with nothing left, the order is completed. A completed order takes a number for the parcel that left without
 * one, or a further parcel; the number it has already changes nothing.
 */
export const ship = (order: StoredOrder, parcel: ParcelToShip, now: string): StoredOrder => {
  if (order.state === 'cancelled') throw refused(`${order.reference} is cancelled: it cannot be shipped.`)
  const { contents, ...label } = parcel
  if (order.state === 'completed') return labelled(order, label, now)

  const left = unitsLeft(order)
  if (contents?.length === 0) throw refused('A parcel cannot be empty.')
  for (const { sku, quantity } of contents ?? []) {
    const there = left.get(sku) ?? 0
    if (!isBetween(1, quantity, there))
      throw refused(`${order.reference} has ${there} of ${sku} left to ship, not ${quantity}.`)
    left.set(sku, there - quantity)
  }
  const isAll = contents === null || isNothing(left)
  const isOnly = isAll && order.parcels.length === 0
  const inside = isOnly ? [] : (contents ?? asContents(left))
  const parcels = [...order.parcels, { ...label, contents: [...inside], shippedAt: now }]
  return isAll ? { ...completed(order, now), parcels } : { ...order, parcels }
}

/** Undoes a completion: what left with it, or after it, is to be shipped again. */
export const reopen = (order: StoredOrder): StoredOrder => {
  if (order.state !== 'completed') throw refused(`${order.reference} is not completed.`)
  const reopened: StoredOrder = {
    ...order,
    state: 'open',
    completedAt: null,
    parcels: order.parcels.slice(0, order.parcelsBeforeCompletion),
  }
  if (isNothing(unitsLeft(reopened))) throw refused(`All that is left of ${order.reference} has been shipped.`)
  return reopened
}

/** Cancels an order of which nothing has left; what it took goes back. */
export const cancel = (order: StoredOrder, reason: string, now: string): Change => {
  if (order.state === 'cancelled') return { order, back: [] }
  const obstacle = whyNotCancel(order)
  if (obstacle !== null) throw refused(obstacle)
  return {
    order: {
      ...order,
      state: 'cancelled',
      cancelledAt: now,
      cancelReason: reason,
      lines: order.lines.map((line) => ({ ...line, taken: 0 })),
    },
    back: order.lines.flatMap(({ productSku, taken }) => backTo(productSku, taken)),
  }
}

/** Why an order cannot be cancelled, in words; null when it can. */
export const whyNotCancel = ({ reference, state, parcels }: StoredOrder): string | null => {
  if (state === 'completed') return `${reference} has been shipped.`
  return parcels.length > 0 ? `Part of ${reference} has been shipped.` : null
}

/**
 * Takes units out of an open order; null when some of them have left. What is not in it any more is not
 * missed. An order without units is cancelled; one of which all the rest has left is completed.
 */
export const removeUnits = (order: StoredOrder, units: readonly ParcelContent[], now: string): Change | null => {
  if (order.state === 'cancelled') return { order, back: [] }
  if (order.state === 'completed') return null
  const left = unitsLeft(order)
  const lines: StoredOrder['lines'] = []
  const back: ParcelContent[] = []
  const wanted = new Map(units.map(({ sku }) => [sku, Math.min(countOf(units, sku), countOf(order.lines, sku))]))
  if ([...wanted].some(([sku, quantity]) => quantity > (left.get(sku) ?? 0))) return null

  for (const line of order.lines) {
    const out = Math.min(wanted.get(line.sku) ?? 0, line.quantity)
    wanted.set(line.sku, (wanted.get(line.sku) ?? 0) - out)
    const quantity = line.quantity - out
    const taken = Math.min(line.taken, quantity)
    back.push(...backTo(line.productSku, line.taken - taken))
    if (quantity > 0) lines.push({ ...line, quantity, taken })
  }
  const smaller = { ...order, lines }
  if (lines.length === 0) return { order: { ...smaller, state: 'cancelled', cancelledAt: now }, back }
  return { order: isNothing(unitsLeft(smaller)) ? completed(smaller, now) : smaller, back }
}

/** What an order holds beyond these units. */
export const unitsBeyond = ({ lines }: StoredOrder, units: readonly ParcelContent[]): readonly ParcelContent[] =>
  asContents(new Map(lines.map(({ sku }) => [sku, countOf(lines, sku) - countOf(units, sku)])))

/** What goes back to the shelf when an order is deleted: what it took and did not ship. */
export const unshipped = (order: StoredOrder): readonly ParcelContent[] => {
  const left = unitsLeft(order)
  return order.lines.flatMap(({ sku, productSku, taken }) => {
    const units = Math.min(taken, left.get(sku) ?? 0)
    left.set(sku, (left.get(sku) ?? 0) - units)
    return backTo(productSku, units)
  })
}

/** Units per SKU that are in no parcel yet. */
export const unitsLeft = ({ state, lines, parcels }: StoredOrder): Map<string, number> => {
  if (state !== 'open') return new Map()
  const left = new Map(lines.map(({ sku }) => [sku, countOf(lines, sku)]))
  for (const { sku, quantity } of parcels.flatMap(({ contents }) => contents))
    left.set(sku, (left.get(sku) ?? 0) - quantity)
  return left
}

const completed = (order: StoredOrder, now: string): StoredOrder => ({
  ...order,
  state: 'completed',
  completedAt: now,
  parcelsBeforeCompletion: order.parcels.length,
})

const labelled = (order: StoredOrder, label: Omit<ParcelToShip, 'contents'>, now: string): StoredOrder => {
  if (label.trackingNumber === null) return order
  if (order.parcels.some(({ trackingNumber }) => trackingNumber === label.trackingNumber)) return order
  const without = order.parcels.findIndex(({ trackingNumber }) => trackingNumber === null)
  const parcels =
    without === -1
      ? [...order.parcels, { ...label, contents: [], shippedAt: now }]
      : order.parcels.map((parcel, index) => (index === without ? { ...parcel, ...label } : parcel))
  return { ...order, parcels }
}

const isBetween = (least: number, units: number, most: number): boolean =>
  Number.isInteger(units) && units >= least && units <= most

const countOf = (lines: readonly ParcelContent[], sku: string): number =>
  lines.reduce((sum, line) => (line.sku === sku ? sum + line.quantity : sum), 0)

const isNothing = (units: ReadonlyMap<string, number>): boolean =>
  [...units.values()].every((quantity) => quantity <= 0)

const asContents = (units: ReadonlyMap<string, number>): readonly ParcelContent[] =>
  [...units].flatMap(([sku, quantity]) => (quantity > 0 ? [{ sku, quantity }] : []))

const backTo = (productSku: string | null, quantity: number): readonly ParcelContent[] =>
  productSku === null || quantity === 0 ? [] : [{ sku: productSku, quantity }]

const refused = (message: string): Fault => new Fault('refused', message, { side: 'This PC' })
