import * as z from 'zod/mini'
import { endpoint, type ViewOf } from './endpoint.ts'
import { CsvError, FileBytes, FileView, Id, Page } from './shapes.ts'

/** A product of This PC. What a field may hold is its own to say: it names the field it refuses. */
export const ProductView = z.object({
  sku: z.string(),
  /** Empty when it has none. */
  ean: z.string(),
  title: z.string(),
  /** Units on the shelf that no order has taken. */
  stock: z.int(),
  /** Units of the stock that are never offered. */
  safetyStock: z.int(),
  /** Shown only. */
  priceCents: z.nullable(z.int()),
})
export type ProductView = ViewOf<typeof ProductView>

const office = { backOfficeId: Id }

export const productsContract = {
  list: endpoint(
    z.object({ ...office, search: z.string().check(z.maxLength(200)), ...Page }),
    z.object({ rows: z.array(ProductView), total: z.int() }),
  ),
  /** `was`: the product as it was shown, null for a new one. What changed meanwhile is refused as `stale`. */
  save: endpoint(z.object({ ...office, product: ProductView, was: z.nullable(ProductView) }), ProductView),
  /** Books units in (below zero: out) for the one product with this SKU or EAN: what a scanner does. */
  receive: endpoint(
    z.object({ ...office, code: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)), units: z.int() }),
    ProductView,
  ),
  remove: endpoint(z.object({ ...office, sku: z.string() }), z.void()),
  exportCsv: endpoint(z.object(office), FileView),
  /** Reads the file without keeping it: its first rows, or what is wrong. */
  previewCsv: endpoint(
    z.object({ ...office, file: FileBytes }),
    z.object({ total: z.int(), rows: z.array(ProductView), errors: z.array(CsvError) }),
  ),
  /** All of the file, or nothing of it. */
  importCsv: endpoint(
    z.object({ ...office, file: FileBytes }),
    z.object({ added: z.int(), changed: z.int(), unchanged: z.int(), errors: z.array(CsvError) }),
  ),
  /** SKU, title, price and quantity of the marketplace's inventory. Known products stay as they are, and are named. */
  startFromInventory: endpoint(
    z.object({ ...office, connectionId: Id }),
    z.object({ added: z.int(), left: z.array(z.string()) }),
  ),
}
