import { Fault } from '../../domain/fault.ts'
import type { OfficeStock } from '../sockets/back-office.ts'
import type { Ports } from '../sockets/ports.ts'
import type { ReadStock, StockThere } from './operations.ts'

/** A reading that serves the checks of many orders: those of one cycle come one after the other. */
const A_MINUTE = 60_000

export interface Shelf {
  /** Null: the template names no stock. */
  lately(): Promise<readonly StockThere[] | null>
  /** An order has changed it. */
  forget(): void
  read(): Promise<readonly OfficeStock[]>
}

export const createShelf = (source: ReadStock | null, { clock, side }: Pick<Ports, 'clock' | 'side'>): Shelf => {
  let known: { readonly at: number; readonly stock: readonly StockThere[] } | null = null

  const readNow = async (reading: ReadStock): Promise<readonly StockThere[]> => {
    const at = clock.now()
    const stock = await reading.read()
    known = { at, stock }
    return stock
  }

  return {
    async lately() {
      if (source === null) return null
      const isFresh = known !== null && Math.abs(clock.now() - known.at) < A_MINUTE
      return isFresh && known !== null ? known.stock : readNow(source)
    },
    forget: () => {
      known = null
    },
    async read() {
      // An empty list would mean that nothing is left of anything.
      if (source === null)
        throw new Fault(
          'settings',
          `The template of ${side} reads no stock: switch off stock updates, or say in it where the stock is read.`,
          { side, detail: { field: 'template' } },
        )
      const stock = await readNow(source)
      return stock.map(({ sku, quantity, title }) => ({ sku, available: quantity, title }))
    },
  }
}
