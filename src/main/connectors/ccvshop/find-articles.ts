import { Fault, isFault } from '../../domain/fault.ts'
import { type Article, articlesOf, type SkuSource } from './articles.ts'
import { MOST_SKU } from './facts.ts'
import { NOT_FOUND } from './judge.ts'
import { list } from './pages.ts'
import { Combination, Hit, Product } from './schemas.ts'
import type { Shop } from './shop.ts'

/** The articles behind each SKU, exactly as it is written; none for one that the shop does not have. */
export const findArticles = async (
  shop: Shop,
  skus: readonly string[],
): Promise<ReadonlyMap<string, readonly Article[]>> => {
  const found = new Map<string, readonly Article[]>()
  for (const sku of new Set(skus)) found.set(sku, await articlesBehind(shop, sku))
  return found
}

const articlesBehind = async (shop: Shop, sku: string): Promise<readonly Article[]> => {
  if (!isSearchable(sku)) return []
  const articles: Article[] = []
  for (const id of await productIds(shop, sku)) {
    const product = await readProduct(shop, id)
    if (product === null) continue
    const combinations = await combinationsOf(shop, product)
    articles.push(...articlesOf(product, combinations, shop.skuSource, shop.side).filter(({ code }) => code === sku))
  }
  return articles
}

/** An empty filter is none, and finds everything. */
const isSearchable = (sku: string): boolean => sku !== '' && sku.length <= MOST_SKU && sku.isWellFormed()

const FILTERS: Readonly<Record<Exclude<SkuSource, 'id'>, string>> = {
  sku: 'productnumber',
  ean: 'eannumber',
  mpn: 'mpnnumber',
  skunumber: 'skunumber',
}

/** 2.3: the search that knows products and combinations alike, meant for single look-ups. A hit is only a reason to look at its product. */
const productIds = async ({ api, side, skuSource }: Shop, sku: string): Promise<readonly number[]> => {
  if (skuSource === 'id') return /^[1-9]\d{0,9}$/.test(sku) ? [Number(sku)] : []
  const product = Hit.transform(({ id, product_id }) => ({ id: product_id ?? id }))
  const hits = await list(api, 'productqueries/', { [FILTERS[skuSource]]: sku }, product)
  if (hits.length <= MOST_HITS) return hits.map(({ id }) => id)
  const message = `${side} finds ${hits.length} products under one SKU: its search cannot be trusted.`
  throw new Fault('unreadable', message, { side })
}

const MOST_HITS = 20

/** Null: not there. */
export const readProduct = async ({ api }: Pick<Shop, 'api'>, id: number): Promise<Product | null> => {
  try {
    return await api.get(`products/${id}/`, { expand: 'attributecombinations,producttaxtariffexceptions' }, Product)
  } catch (error) {
    if (isFault(error) && error.detail['code'] === NOT_FOUND) return null
    throw error
  }
}

/** Asked for by themselves where the shop did not put them into the product. */
export const combinationsOf = async ({ api }: Pick<Shop, 'api'>, product: Product): Promise<readonly Combination[]> =>
  product.attributecombinations ?? list(api, `products/${product.id}/attributecombinations/`, {}, Combination)
