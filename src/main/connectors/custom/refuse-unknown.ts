import { Fault, isFault } from '../../domain/fault.ts'
import type { OrderToPlace } from '../sockets/back-office.ts'
import type { Shelf } from './shelf.ts'

/**
 * A file says nothing to what it is asked: a SKU that the stock does not list would be refused hours later, or never. A stock that cannot be
 * read keeps no order from being sent.
 */
export const refuseUnknown = async (shelf: Shelf, { lines }: OrderToPlace, side: string): Promise<void> => {
  const stock = await lately(shelf)
  if (stock === null) return
  const known = new Set(stock.map(({ sku }) => sku))
  const unknown = lines.find(({ sku }) => !known.has(sku))
  if (unknown !== undefined)
    throw new Fault('refused', `SKU ${unknown.sku} is not in the stock of ${side}: the order was not sent.`, { side })
}

const lately = async (shelf: Shelf): ReturnType<Shelf['lately']> => {
  try {
    return await shelf.lately()
  } catch (error) {
    if (isFault(error)) return null
    throw error
  }
}
