import { z } from 'zod'
import type { Api } from './api.ts'
import { isFilterable, oneOf } from './filters.ts'
import { allPages, listParts } from './paging.ts'
import { Reference, Translated, Whole, Words } from './shapes.ts'
import { type Article, articleOfIdSku, idSku, isPossible, type SkuSource } from './sku-sources.ts'

/** Something that can be sold, as the shop has it. */
export interface FoundArticle extends Article {
  readonly sku: string
  readonly title: string
  readonly taxRulesGroup: number
}

const Product = z.object({ id: Whole, name: Translated, id_tax_rules_group: Reference })
const Combination = z.object({ id: Whole, id_product: Whole })
type Coded<T> = T & { readonly code: string }
type CodedProduct = Coded<z.infer<typeof Product>>
type CodedCombination = Coded<z.infer<typeof Combination>>

/** With what stands in the field that holds the SKU; a row without that field is no answer. */
const coded = <T extends object>(row: z.ZodType<T>, source: SkuSource): z.ZodType<Coded<T>> =>
  z.intersection(
    row,
    z.object({ [source]: Words }).transform((fields) => ({ code: fields[source] ?? '' })),
  )

const productFields = (source: SkuSource) => ['id', 'name', 'id_tax_rules_group', ...(source === 'id' ? [] : [source])]
const combinationFields = (source: SkuSource) => ['id', 'id_product', ...(source === 'id' ? [] : [source])]

interface Listing {
  readonly api: Api
  readonly source: SkuSource
  readonly language: number
}

/** Everything that can be sold, what has no SKU included. */
export const listArticles = async (listing: Listing): Promise<readonly FoundArticle[]> => {
  const { api, source, language } = listing
  const products = await allPages(api, 'products', { display: productFields(source), language }, coded(Product, source))
  const display = combinationFields(source)
  const combinations = await allPages(api, 'combinations', { display }, coded(Combination, source))
  return join(products, combinations, source)
}

/**
 * The articles that bear these SKUs, compared exactly: filters are blind to case (prestashop.md 2.2 "SKU"). A SKU that no filter can hold is
 * looked for in the whole catalogue.
 */
export const findArticles = async (listing: Listing, skus: readonly string[]): Promise<readonly FoundArticle[]> => {
  const wanted = new Set(skus.filter(isPossible))
  const candidates = await findCandidates(listing, [...wanted])
  return candidates.filter(({ sku }) => wanted.has(sku))
}

const findCandidates = async (listing: Listing, skus: readonly string[]): Promise<readonly FoundArticle[]> => {
  const { source } = listing
  if (!skus.every(isFilterable)) return listArticles(listing)
  const isById = source === 'id'
  const keys = isById ? skus.flatMap((sku) => articleOfIdSku(sku)?.productId ?? []) : skus
  const products = await productsWith(listing, isById ? 'id' : source, keys)
  // A product that has combinations is not sold by itself, whatever its own reference is.
  const ofProducts = await combinationsWith(
    listing,
    'id_product',
    products.map(({ id }) => id),
  )
  if (isById) return join(products, ofProducts, source)
  const named = await combinationsWith(listing, source, keys)
  const parents = named
    .map(({ id_product }) => id_product)
    .filter((id) => !products.some((product) => product.id === id))
  const combinations = new Map([...ofProducts, ...named].map((row) => [row.id, row]))
  return join([...products, ...(await productsWith(listing, 'id', parents))], [...combinations.values()], source)
}

const productsWith = (
  { api, source, language }: Listing,
  field: string,
  values: readonly (string | number)[],
): Promise<readonly CodedProduct[]> =>
  listParts(values, (part) =>
    api.list(
      'products',
      { display: productFields(source), language, filter: { [field]: oneOf(part) } },
      coded(Product, source),
    ),
  )

const combinationsWith = (
  { api, source }: Listing,
  field: string,
  values: readonly (string | number)[],
): Promise<readonly CodedCombination[]> =>
  listParts(values, (part) =>
    api.list(
      'combinations',
      { display: combinationFields(source), filter: { [field]: oneOf(part) } },
      coded(Combination, source),
    ),
  )

const join = (
  products: readonly CodedProduct[],
  combinations: readonly CodedCombination[],
  source: SkuSource,
): readonly FoundArticle[] => {
  const ofProduct = Map.groupBy(combinations, ({ id_product }) => id_product)
  return products.flatMap((product) =>
    (ofProduct.get(product.id) ?? [null]).map((combination) => {
      const article = { productId: product.id, combinationId: combination?.id ?? 0 }
      const sku = source === 'id' ? idSku(article) : (combination ?? product).code
      return { ...article, sku, title: product.name, taxRulesGroup: product.id_tax_rules_group }
    }),
  )
}
