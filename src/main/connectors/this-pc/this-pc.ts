import { Fault } from '../../domain/fault.ts'
import type { BackOffice } from '../sockets/back-office.ts'
import type { Clock, Records } from '../sockets/ports.ts'
import { createBackOffice } from './back-office.ts'
import { createCatalogue, SKU_SOURCES } from './catalogue.ts'
import { createOrderBook } from './order-book.ts'
import { createOrders } from './orders.ts'
import { createProducts } from './products.ts'

export type ThisPc = ReturnType<typeof createThisPc>

/**
 * The back office that needs nothing else: products, stock and orders in the records of one back-office account. `products` and `orders`
 * serve the screens and the command line, `backOffice` the engine; all three see the same records.
 */
export const createThisPc = (records: Records, clock: Pick<Clock, 'nowIso'>) => {
  const catalogue = createCatalogue(records)
  const book = createOrderBook(records, catalogue, clock)
  return {
    products: createProducts(catalogue, records),
    orders: createOrders(book),
    backOffice(skuSource: string): BackOffice {
      const source = SKU_SOURCES.find((known) => known === skuSource)
      if (source !== undefined) return createBackOffice(catalogue, book, source)
      throw new Fault('settings', `This PC finds products by ${SKU_SOURCES.join(' or ')}, not by "${skuSource}".`)
    },
  }
}
