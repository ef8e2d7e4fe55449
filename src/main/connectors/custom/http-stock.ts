import type { Asked, HttpCalls } from './http-calls.ts'
import { readPages } from './http-pages.ts'
import { previewReading } from './http-preview.ts'
import type { Item } from './item.ts'
import type { Office } from './office.ts'
import type { ReadStock } from './operations.ts'
import { stockRows } from './preview-rows.ts'
import type { StockByHttp } from './template.ts'
import { toStock } from './to-stock.ts'

const NAME = 'read the stock'

/** The stock of every SKU, all pages or none. */
export const stockByHttp = (office: Office, calls: HttpCalls, stock: StockByHttp): ReadStock => {
  const { method, path, headers, send, map } = stock
  const asked: Asked = { name: NAME, method, path, headers, send, values: {}, safe: true }
  const source = { side: office.ports.side, what: `the answer to ${NAME}` }
  const understand = (items: readonly Item[]) => toStock(items, map, source)
  return {
    read: async () => understand((await readPages(office, calls, stock, asked)) ?? []),
    preview: () =>
      previewReading(office, calls, 'Stock', {
        ...{ list: stock, asked },
        understand: (items) => ({ rows: stockRows(understand(items)), problem: null }),
      }),
  }
}
