import { Fault } from '../../domain/fault.ts'
import type { Combination, Product } from './schemas.ts'

/** Fields of a product that may hold what the marketplace calls SKU; a combination's SKU number is a field of its own (5). */
export const SKU_SOURCES = ['sku', 'ean', 'mpn', 'skunumber', 'id'] as const
export type SkuSource = (typeof SKU_SOURCES)[number]

/** Where units are counted: at the product, or at each of its combinations. */
export interface Shelf {
  readonly kind: 'product' | 'combination'
  readonly id: number
}

/** What can be sent: a product, or one combination of its attributes. */
export interface Article {
  readonly code: string
  readonly title: string
  readonly product: Product
  readonly combination: Combination | null
  readonly shelf: Shelf
  /** Units on it; null where the shop does not count them. */
  readonly available: number | null
}

/** [C] The words of `stocktype` are not known exactly. */
export const isCountedByCombination = ({ stocktype }: Product): boolean => /combination/i.test(stocktype)

/**
 * What can be sent of a product that is on sale, each with its code. A product counted by its combinations is not sent without one; a
 * combination that shows the number of a product that is sent (pitfall 10) is no article of its own.
 */
export const articlesOf = (
  product: Product,
  combinations: readonly Combination[],
  source: SkuSource,
  side: string,
): readonly Article[] => {
  if (!product.is_active) return []
  const active = combinations.filter(({ active }) => active !== false)
  const isBox = isCountedByCombination(product) && active.length > 0
  const own = codeOf(product, null, source)
  const shown = active.filter((one) => isBox || codeOf(product, one, source) !== own)
  return [...(isBox ? [] : [null]), ...shown]
    .map((combination) => ({ combination, code: codeOf(product, combination, source) }))
    .filter(({ code }) => code !== '')
    .map(({ combination, code }) => {
      const shelf: Shelf =
        combination !== null && isBox
          ? { kind: 'combination', id: combination.id }
          : { kind: 'product', id: product.id }
      const figure = shelf.kind === 'product' ? product.stock : combination?.stock
      const available = unitsOf(product, figure, code, side)
      return { code, title: product.name || code, product, combination, shelf, available }
    })
}

const codeOf = (product: Product, combination: Combination | null, source: SkuSource): string =>
  combination === null ? ofProduct[source](product) : ofCombination[source](combination)

const ofProduct: Readonly<Record<SkuSource, (product: Product) => string>> = {
  sku: ({ productnumber }) => productnumber,
  ean: ({ eannumber }) => eannumber,
  mpn: ({ mpnnumber }) => mpnnumber,
  skunumber: () => '',
  id: ({ id }) => String(id),
}

/** Ids of combinations and of products are counted apart: only the latter can be told by a number. */
const ofCombination: Readonly<Record<SkuSource, (combination: Combination) => string>> = {
  sku: ({ product_number }) => product_number,
  ean: ({ ean_number }) => ean_number,
  mpn: () => '',
  skunumber: ({ sku_number }) => sku_number,
  id: () => '',
}

/** 5: halves are rounded down, what was sold beyond the shelf is nothing. A product that is counted, and not told, is half an answer. */
const unitsOf = (
  { stockenabled }: Product,
  figure: number | null | undefined,
  code: string,
  side: string,
): number | null => {
  if (stockenabled === false) return null
  if (figure != null) return Math.max(0, Math.floor(figure))
  if (stockenabled == null) return null
  throw new Fault('unreadable', `${side} counts the stock of ${code} and does not tell it.`, { side })
}
