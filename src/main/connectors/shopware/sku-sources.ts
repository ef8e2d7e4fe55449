/** Which field of a product holds what the marketplace calls SKU: its number, which is unique there, or another that need not be. */
export const SKU_SOURCES = ['sku', 'ean', 'manufacturerNumber', 'id'] as const
export type SkuSource = (typeof SKU_SOURCES)[number]

export const toSkuSource = (name: string): SkuSource => SKU_SOURCES.find((source) => source === name) ?? 'sku'

export interface Codes {
  readonly id: string
  readonly productNumber: string
  readonly ean?: string | null | undefined
  readonly manufacturerNumber?: string | null | undefined
}

/** The field of a product as the API names it. */
export const fieldOf = (source: SkuSource): keyof Codes => (source === 'sku' ? 'productNumber' : source)

export const codeOf = (product: Codes, source: SkuSource): string => product[fieldOf(source)] ?? ''
