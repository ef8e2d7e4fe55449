import { portions, searchAll } from './paging.ts'
import type { Desk } from './settings.ts'
import { Product } from './shapes.ts'
import { codeOf, fieldOf } from './sku-sources.ts'

const INCLUDES = {
  product: [
    ...['id', 'productNumber', 'ean', 'manufacturerNumber', 'childCount', 'stock', 'availableStock'],
    ...['active', 'name', 'translated', 'taxId'],
  ],
}

/** Products that can be sold: those that only hold variants together cannot (shopware.md 2.2). */
const isSellable = ({ childCount }: Product): boolean => (childCount ?? 0) === 0

export const listProducts = async ({ api, ports: { side } }: Desk): Promise<readonly Product[]> =>
  (await searchAll(api, side, 'product', { includes: INCLUDES }, Product)).filter(isSellable)

/** The products of these codes, compared exactly: the shop's own comparison knows neither case nor blanks at the end. */
export const findProducts = async (
  { api, source, ports: { side } }: Desk,
  codes: readonly string[],
): Promise<ReadonlyMap<string, readonly Product[]>> => {
  const wanted = [...new Set(codes)]
  const field = fieldOf(source)
  // An id that is none makes the whole question fail (7.2).
  const askable = wanted.filter((code) => (field === 'id' ? /^[0-9a-f]{32}$/.test(code) : code.trim() !== ''))
  const found: Product[] = []
  for (const portion of portions(askable)) {
    const filter = [{ type: 'equalsAny', field, value: portion }] as const
    found.push(...(await searchAll(api, side, 'product', { filter, includes: INCLUDES }, Product)))
  }
  const sellable = Map.groupBy(found.filter(isSellable), (product) => codeOf(product, source))
  return new Map(wanted.map((code) => [code, sellable.get(code) ?? []]))
}

/** 5: what is not sold any more is not there. */
export const availableOf = ({ active, availableStock, stock }: Product): number =>
  active === false ? 0 : Math.max(0, availableStock ?? stock ?? 0)

/** One product, whichever: shows whether they may be read. */
export const sampleProducts = ({ api }: Desk) => api.search('product', { includes: INCLUDES, limit: 1 }, Product)
