import { productColumn } from './catalogue-routes.ts'
import { noEntity, noRoute, Refusal, required } from './refusal.ts'
import { type Asked, list, type Route, route } from './route.ts'
import { search } from './search-criteria.ts'
import { keyOf, type Product, type Shop, type SourceItem, sourceItemsOf, WEBSITES } from './state.ts'
import { itemsOf, salable } from './stock.ts'
import { checkStockItemBody, isJson } from './validate-body.ts'

const msi = ({ shop }: Asked): void => {
  if (!shop.setup.hasMsi) throw noRoute()
}

const websiteOf = ({ parts: [code = ''] }: Asked) => {
  const website = WEBSITES.find((one) => one.code === code)
  if (website === undefined)
    throw new Refusal(404, 'No linked stock found for the sales channel of website %1.', [code])
  return website
}

/** A part of a list, while its count says that it is the whole. */
const broken = <T>({ setup }: Shop, items: readonly T[]): readonly T[] =>
  setup.breaksStock ? items.slice(0, Math.floor(items.length / 2)) : items

/** Goes by products, leaves out what the stock does not have, and counts what this page holds, not what there is. */
const exportSalable = (asked: Asked) => {
  msi(asked)
  const { shop, query } = asked
  if (!shop.setup.hasExport) throw noRoute()
  const { stock_id } = websiteOf(asked)
  const products = search(query, [...shop.products.values()], productColumn, shop.setup).items
  const items = products.flatMap((product) => salableRow(shop, product, stock_id))
  return { items: broken(shop, items), search_criteria: {}, total_count: items.length }
}

const salableRow = (shop: Shop, product: Product, stockId: number): readonly object[] => {
  const { sku, type_id, isManaged } = product
  if (!['simple', 'virtual', 'downloadable'].includes(type_id)) return [{ sku, qty: 0, is_salable: true }]
  // Not counted: the quantity has no value.
  if (!isManaged) return [{ sku, qty: null, is_salable: true }]
  const items = itemsOf(shop, sku, stockId)
  if (items.length === 0) return []
  const qty = salable(shop, product, stockId)
  return [{ sku, qty, is_salable: qty > 0 }]
}

const sourceItemColumn = (item: SourceItem, field: string): string | number | undefined => {
  switch (field) {
    case 'sku':
    case 'source_code':
    case 'quantity':
    case 'status':
      return item[field]
    default:
      return undefined
  }
}

const sourceItems = (asked: Asked) => {
  msi(asked)
  const found = list(asked, [...asked.shop.sourceItems.values()].flat(), sourceItemColumn, (item) => item)
  return { ...found, items: broken(asked.shop, found.items) }
}

const legacyRow = (shop: Shop, product: Product) => ({
  item_id: product.id + 10_000,
  product_id: product.id,
  stock_id: 1,
  qty: sourceItemsOf(shop, product.sku)[0]?.quantity ?? 0,
  is_in_stock: sourceItemsOf(shop, product.sku).some(({ quantity }) => quantity > 0),
  manage_stock: product.isManaged,
  min_qty: product.minQty,
  backorders: 0,
})

const productAt = ({ shop, parts: [sku = ''] }: Asked): Product => {
  const product = shop.products.get(keyOf(sku))
  if (product === undefined) throw noEntity()
  return product
}

const lowStock = ({ shop, query }: Asked) => {
  const most = Number(query.get('qty') ?? 0)
  const rows = [...shop.products.values()].map((product) => legacyRow(shop, product)).filter(({ qty }) => qty <= most)
  const size = Number(query.get('pageSize') ?? 0) || rows.length
  const page = Math.min(Number(query.get('currentPage') ?? 1), Math.max(1, Math.ceil(rows.length / size)))
  const items = rows.slice((page - 1) * size, page * size)
  return { items: broken(shop, items), search_criteria: {}, total_count: rows.length }
}

const putStockItem = (asked: Asked): number => {
  const { shop, body } = asked
  const product = productAt(asked)
  checkStockItemBody(body)
  const stockItem = isJson(body) ? body['stockItem'] : null
  if (!isJson(stockItem) || typeof stockItem['qty'] !== 'number') throw required('stockItem')
  if (Number(asked.parts[1]) !== product.id + 10_000)
    throw new Refusal(400, 'Invalid stock item id: %1. Should be null or numeric value greater than 0', [
      asked.parts[1] ?? '',
    ])
  const [item] = sourceItemsOf(shop, product.sku)
  if (item !== undefined) item.quantity = stockItem['qty']
  return product.id + 10_000
}

const LEGACY = 'Magento_CatalogInventory::cataloginventory'

export const stockRoutes: readonly Route[] = [
  route('GET', 'inventory/export-stock-salable-qty/website/:code', 'Magento_InventoryApi::stock', exportSalable),
  route('GET', 'inventory/source-items', 'Magento_InventoryApi::source', sourceItems),
  route('GET', 'inventory/sources', 'Magento_InventoryApi::source', (asked) => {
    msi(asked)
    const rows = [...asked.shop.sources].map(([source_code, source]) => ({ source_code, ...source }))
    return list(
      asked,
      rows,
      (row, field) => (field === 'source_code' ? row.source_code : undefined),
      (row) => row,
    )
  }),
  route('GET', 'inventory/stock-source-links', 'Magento_InventoryApi::stock_source_link', (asked) => {
    msi(asked)
    const column = (row: (typeof asked.shop.stockSources)[number], field: string) =>
      field === 'stock_id' || field === 'source_code' ? row[field] : undefined
    return list(asked, asked.shop.stockSources, column, (row) => ({ ...row, priority: 1 }))
  }),
  route('GET', 'inventory/stock-resolver/website/:code', 'Magento_InventorySalesApi::stock', (asked) => {
    msi(asked)
    return { stock_id: websiteOf(asked).stock_id, name: 'Stock', extension_attributes: {} }
  }),
  route('GET', 'stockItems/lowStock/?', LEGACY, lowStock),
  route('GET', 'stockItems/:sku', LEGACY, (asked) => legacyRow(asked.shop, productAt(asked))),
  route('PUT', 'products/:sku/stockItems/:id', LEGACY, putStockItem),
]
