import { Fault } from '../../domain/fault.ts'
import type { ParcelContent } from '../../domain/parcel.ts'
import type { KeptOrder, OrderBook } from './order-book.ts'
import { cancel, type ParcelToShip, removeUnits, reopen, ship } from './order-moves.ts'
import { writeOrdersCsv } from './orders-csv.ts'

export type Orders = ReturnType<typeof createOrders>

/** The orders of this PC as the seller works with them. What cannot be done is refused in words. */
export const createOrders = (book: OrderBook) => ({
  list: book.list,
  get: book.get,
  /** Sends what is left, or the units in `contents`; carrier and number may be missing. */
  ship: (reference: string, parcel: Partial<ParcelToShip>): KeptOrder => {
    const written = asWritten(parcel)
    return book.change(reference, (order, now) => ({ order: ship(order, written, now), back: [] }))
  },
  cancel: (reference: string, reason = ''): KeptOrder =>
    book.change(reference, (order, now) => cancel(order, reason, now)),
  /** Takes units out of an order that goes on. */
  removeUnits: (reference: string, units: readonly ParcelContent[]): KeptOrder =>
    book.change(reference, (order, now) => {
      const change = removeUnits(order, units, now)
      if (change === null) throw refused(`Some of these units of ${reference} have been shipped.`)
      return change
    }),
  /** Undoes a completion. */
  reopen: (reference: string): KeptOrder => book.change(reference, (order) => ({ order: reopen(order), back: [] })),
  /** Deletes an order for good. */
  remove: book.remove,
  /** One row per line. */
  exportCsv: (which: 'open' | 'all'): string => writeOrdersCsv(book.list(which)),
})

const asWritten = (parcel: Partial<ParcelToShip>): ParcelToShip => {
  const trackingUrl = orNull(parcel.trackingUrl)
  if (trackingUrl !== null && !(URL.canParse(trackingUrl) && new URL(trackingUrl).protocol === 'https:')) {
    throw new Fault('settings', 'A tracking link begins with https://.', { side: 'This PC' })
  }
  return {
    carrierName: orNull(parcel.carrierName),
    trackingNumber: orNull(parcel.trackingNumber),
    trackingUrl,
    contents: parcel.contents ?? null,
  }
}

const orNull = (text: string | null | undefined): string | null => text?.trim() || null

const refused = (message: string): Fault => new Fault('refused', message, { side: 'This PC' })
