import { SKU_LENGTH } from './facts.ts'

/** Fields of products and combinations that may hold the marketplace's SKU. */
export const SKU_SOURCES = ['reference', 'id', 'ean13', 'upc', 'supplier_reference'] as const
export type SkuSource = (typeof SKU_SOURCES)[number]

/** Ours is `sku` where nobody said anything else. */
export const toSkuSource = (source: string): SkuSource =>
  SKU_SOURCES.find((known) => known === source) ?? SKU_SOURCES[0]

/** What is sold: a product, or one of its combinations; 0 for a product without any. */
export interface Article {
  readonly productId: number
  readonly combinationId: number
}

/** The SKU of an article by its ids: `12`, or `12-40` for combination 40. */
export const idSku = ({ productId, combinationId }: Article): string =>
  combinationId === 0 ? String(productId) : `${productId}-${combinationId}`

export const articleOfIdSku = (sku: string): Article | null => {
  const [, product, combination = '0'] = /^([1-9]\d{0,9})(?:-([1-9]\d{0,9}))?$/.exec(sku) ?? []
  return product === undefined ? null : { productId: Number(product), combinationId: Number(combination) }
}

export const articleKey = ({ productId, combinationId }: Article): string => `${productId}/${combinationId}`

/** False for a SKU that no product can have, and that need not be asked for. */
export const isPossible = (sku: string): boolean => sku !== '' && sku.length <= SKU_LENGTH
