import * as z from 'zod/mini'
import { endpoint, type ViewOf } from './endpoint.ts'
import { CsvError, FileView, Id, Page } from './shapes.ts'

/** A product of This PC. */
export const ProductView = z.object({
  sku: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
  ean: z.string().check(z.trim(), z.maxLength(50)),
  title: z.string().check(z.trim(), z.maxLength(300)),
  stock: z.int().check(z.minimum(-99_999), z.maximum(999_999)),
  safetyStock: z.int().check(z.nonnegative(), z.maximum(999_999)),
  /** Shown only. */
  priceCents: z.nullable(z.int().check(z.nonnegative())),
})
export type ProductView = ViewOf<typeof ProductView>

const office = { backOfficeId: Id }
const csv = z.string().check(z.maxLength(20_000_000))

export const productsContract = {
  list: endpoint(
    z.object({ ...office, search: z.string().check(z.maxLength(200)), ...Page }),
    z.object({ rows: z.array(ProductView), total: z.int() }),
  ),
  /** Added, or changed where the SKU is known. */
  save: endpoint(z.object({ ...office, product: ProductView }), ProductView),
  /** Adds to, or takes from, the stock of a scanned SKU or EAN; null when nothing bears it. */
  book: endpoint(
    z.object({ ...office, code: z.string().check(z.trim(), z.minLength(1)), units: z.int() }),
    z.nullable(ProductView),
  ),
  remove: endpoint(z.object({ ...office, sku: z.string() }), z.void()),
  exportCsv: endpoint(z.object(office), FileView),
  /** Reads the file without keeping it: its first rows, or what is wrong. */
  previewCsv: endpoint(
    z.object({ ...office, text: csv }),
    z.object({ total: z.int(), rows: z.array(ProductView), errors: z.array(CsvError) }),
  ),
  /** All or nothing. */
  importCsv: endpoint(z.object({ ...office, text: csv }), z.object({ imported: z.int(), errors: z.array(CsvError) })),
  /** SKU, title, price and quantity of the marketplace's inventory; known SKUs stay as they are. */
  startFromInventory: endpoint(z.object({ ...office, connectionId: Id }), z.object({ added: z.int(), kept: z.int() })),
}
