/** Which field of a variant holds what the marketplace calls SKU: its SKU, its barcode, or the number of its id. */
export const SKU_SOURCES = ['sku', 'ean', 'id'] as const
export type SkuSource = (typeof SKU_SOURCES)[number]

export const toSkuSource = (name: string): SkuSource => SKU_SOURCES.find((source) => source === name) ?? 'sku'

interface Codes {
  readonly sku: string | null
  readonly barcode: string | null
  readonly legacyResourceId: string
}

export const codeOf = ({ sku, barcode, legacyResourceId }: Codes, source: SkuSource): string => {
  if (source === 'sku') return sku ?? ''
  return source === 'ean' ? (barcode ?? '') : legacyResourceId
}

/** A line keeps the SKU it was sold under; the other codes are those of its variant, which a custom line (a test order's) does not have. */
export const codeOfLine = (
  { sku, variant }: { readonly sku: string | null; readonly variant: Omit<Codes, 'sku'> | null },
  source: SkuSource,
): string => (variant === null ? (sku ?? '') : codeOf({ ...variant, sku }, source))
