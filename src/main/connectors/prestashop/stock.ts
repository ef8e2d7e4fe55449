import { z } from 'zod'
import { Fault } from '../../domain/fault.ts'
import type { OfficeStock } from '../sockets/back-office.ts'
import type { Api } from './api.ts'
import { listArticles } from './articles.ts'
import { IDS_AT_ONCE } from './facts.ts'
import { oneOf } from './filters.ts'
import { allPages, listParts } from './paging.ts'
import { Created, Reference, Whole } from './shapes.ts'
import type { Shop } from './shop.ts'
import { type Article, articleKey, type SkuSource } from './sku-sources.ts'

const StockRow = z.object({
  id: Whole,
  id_product: Whole,
  id_product_attribute: Reference,
  id_shop: Reference,
  quantity: Whole,
})
type StockRow = z.infer<typeof StockRow>
const FIELDS = Object.keys(StockRow.shape)

/** Units by `articleKey`; null for a shop that does not count any. */
export type Units = ReadonlyMap<string, number> | null

/** Every SKU of the catalogue with its units, in one sweep (prestashop.md 5). */
export const readStock = async (api: Api, shop: Shop, source: SkuSource): Promise<readonly OfficeStock[]> => {
  const { countsStock, shopId, languageId: language } = await shop.basics()
  const articles = await listArticles({ api, source, language })
  const rows = countsStock ? await allPages(api, 'stock_availables', { display: FIELDS }, StockRow) : []
  await refuseStrangers(api, articles, rows)
  const units = countsStock ? toUnits(ofShop(rows, shopId)) : null
  return articles
    .filter(({ sku }) => sku !== '')
    .map((article) => ({
      ...{ sku: article.sku, title: article.title },
      available: availableOf(article, units, api.side),
    }))
}

/** Stock of what the catalogue did not list: left behind by something deleted, or the list was not whole. The shop is asked which. */
const refuseStrangers = async (api: Api, articles: readonly Article[], rows: readonly StockRow[]): Promise<void> => {
  const products = new Set(articles.map(({ productId }) => productId))
  const combinations = new Set(articles.map(({ combinationId }) => combinationId))
  const strangers = {
    products: rows.map(({ id_product }) => id_product).filter((id) => !products.has(id)),
    combinations: rows.map((row) => row.id_product_attribute).filter((id) => id !== 0 && !combinations.has(id)),
  }
  for (const [resource, ids] of Object.entries(strangers)) {
    if (ids.length === 0) continue
    const some = ids.slice(0, IDS_AT_ONCE)
    const found = await api.list(resource, { display: ['id'], filter: { id: oneOf(some) } }, Created)
    if (found.length === 0) continue
    const message = `${api.side} left out a part of its ${resource}, so that no stock was read at all.`
    throw new Fault('unreadable', message, { side: api.side, detail: { resource } })
  }
}

/** The units of a few products. */
export const readUnits = async (api: Api, shop: Shop, productIds: readonly number[]): Promise<Units> => {
  const { countsStock } = await shop.basics()
  return countsStock ? toUnits(await listStock(api, shop, productIds)) : null
}

/** The shop's row for each article of a few products, by `articleKey`. */
export const listStock = async (
  api: Api,
  shop: Shop,
  productIds: readonly number[],
): Promise<ReadonlyMap<string, StockRow>> => {
  const rows = await listParts(productIds, (part) =>
    api.list('stock_availables', { display: FIELDS, filter: { id_product: oneOf(part) } }, StockRow),
  )
  return ofShop(rows, (await shop.basics()).shopId)
}

/** A row belongs to one shop, or (shop 0) to all the shops of a group that share their stock. */
const ofShop = (rows: readonly StockRow[], shopId: number): ReadonlyMap<string, StockRow> =>
  new Map(
    rows
      .filter(({ id_shop }) => id_shop === 0 || id_shop === shopId)
      .toSorted((one, other) => one.id_shop - other.id_shop)
      .map((row) => [articleKey({ productId: row.id_product, combinationId: row.id_product_attribute }), row]),
  )

const toUnits = (rows: ReadonlyMap<string, StockRow>): Units =>
  new Map(Array.from(rows, ([article, { quantity }]) => [article, Math.max(quantity, 0)]))

/** What is not in a whole answer is not known to be sold out: nothing is concluded. */
export const availableOf = (article: Article & { readonly sku: string }, units: Units, side: string): number | null => {
  if (units === null) return null
  const quantity = units.get(articleKey(article))
  if (quantity !== undefined) return quantity
  const message = `${side} lists the SKU ${article.sku} but no stock for it, so that no stock was read at all. If this goes on, save the quantity of that product there once.`
  throw new Fault('unreadable', message, { side, detail: { sku: article.sku } })
}
