import { z } from 'zod'
import type { Api } from './api.ts'
import { oneOf } from './filters.ts'
import type { Office } from './office.ts'
import { listParts } from './paging.ts'
import { Reference, Whole, Words } from './shapes.ts'
import { idSku, type SkuSource } from './sku-sources.ts'

const DetailRow = z.object({
  id: Whole,
  id_order: Whole,
  product_id: Whole,
  product_attribute_id: Reference,
  product_quantity: Whole,
  product_quantity_refunded: Whole,
  product_quantity_return: Whole,
  product_reference: Words,
  product_ean13: Words,
  product_upc: Words,
  product_supplier_reference: Words,
})
type DetailRow = z.infer<typeof DetailRow>

/** Units still in each order, by its id. An order without any is not in it. */
export type OrderLines = ReadonlyMap<number, readonly { readonly sku: string; readonly quantity: number }[]>

/** A line that was deleted there is gone from the answer; refunded and returned units are counted in theirs (prestashop.md 4). */
export const readLines = async ({ api, source }: Office, orderIds: readonly number[]): Promise<OrderLines> => {
  const rows = await listDetails(api, orderIds)
  const lines = rows.map((row) => ({ order: row.id_order, sku: skuOf(row, source), quantity: unitsLeft(row) }))
  return new Map(
    Array.from(
      Map.groupBy(
        lines.filter(({ quantity }) => quantity > 0),
        ({ order }) => order,
      ),
      ([order, its]) => [order, its.map(({ sku, quantity }) => ({ sku, quantity }))],
    ),
  )
}

export const listDetails = (api: Api, orderIds: readonly number[]): Promise<readonly DetailRow[]> =>
  listParts(orderIds, (part) =>
    api.list('order_details', { display: Object.keys(DetailRow.shape), filter: { id_order: oneOf(part) } }, DetailRow),
  )

const unitsLeft = (row: DetailRow): number =>
  row.product_quantity - row.product_quantity_refunded - row.product_quantity_return

export const skuOf = (row: DetailRow, source: SkuSource): string =>
  ({
    reference: row.product_reference,
    ean13: row.product_ean13,
    upc: row.product_upc,
    supplier_reference: row.product_supplier_reference,
    id: idSku({ productId: row.product_id, combinationId: row.product_attribute_id }),
  })[source]
