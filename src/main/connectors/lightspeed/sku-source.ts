import type { OrderProduct, Variant } from './schemas.ts'

/**
 * Fields of a variant that may hold the marketplace's SKU (lightspeed.md 2.4). Its field named `sku` is called otherwise here, because `sku`
 * is what a connection says that has chosen none: the article code is what shops fill in.
 */
export const SKU_SOURCES = ['articleCode', 'variantSku', 'ean', 'id'] as const
export type SkuSource = (typeof SKU_SOURCES)[number]

export const toSkuSource = (source: string): SkuSource =>
  SKU_SOURCES.find((known) => known === source) ?? SKU_SOURCES[0]

const FIELDS = { articleCode: 'articleCode', variantSku: 'sku', ean: 'ean' } as const

/** The name of the filter that finds variants by it; null for the id, which is an address of its own. */
export const filterOf = (source: SkuSource): 'articleCode' | 'sku' | 'ean' | null =>
  source === 'id' ? null : FIELDS[source]

/** What a variant is called where the connection looks; empty when that field is not filled in. */
export const skuOf = (source: SkuSource, variant: Pick<Variant, 'id' | 'articleCode' | 'sku' | 'ean'>): string =>
  source === 'id' ? String(variant.id) : variant[FIELDS[source]]

/** The same for a line of an order, which bears copies of the codes. */
export const skuOfLine = (source: SkuSource, { variant, ...line }: OrderProduct): string =>
  source === 'id' ? (variant === null ? '' : String(variant)) : line[FIELDS[source]]
