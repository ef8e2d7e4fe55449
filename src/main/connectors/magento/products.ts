import { type Filter, inAddresses, oneOf } from './criteria.ts'
import { BOOKABLE_TYPE, IDS_AT_ONCE } from './facts.ts'
import { Product } from './schemas.ts'
import type { Desk } from './settings.ts'

/** A product as an order needs it. */
export interface Found {
  /** What was asked for: the SKU, or whatever attribute the connection finds products by. */
  readonly code: string
  readonly product: Product
}

const FIELDS = 'items[id,sku,name,type_id,weight,updated_at,custom_attributes[attribute_code,value]],total_count'

/** The fields of a product that may hold what the marketplace calls SKU; beside the first two, attributes of the shop. */
export const SKU_SOURCES = ['sku', 'id', 'ean', 'ean13', 'gtin', 'barcode', 'upc'] as const

/** What a product is called where the connection looks. */
export const codeOf = (product: Product, source: string): string => {
  if (source === 'sku') return product.sku
  if (source === 'id') return String(product.id)
  const value = attributeOf(product, source)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

export const attributeOf = ({ custom_attributes: attributes }: Product, code: string): unknown =>
  attributes?.find(({ attribute_code }) => attribute_code === code)?.value

/** What can be booked; the others are boxes around these (a configurable product), or have nothing to send. */
export const isBookable = ({ type_id }: Pick<Product, 'type_id'>): boolean => type_id === BOOKABLE_TYPE

/** Every product that bears one of these codes exactly; the shop's own comparison knows neither case nor blanks at the end (2.2). */
export const findProducts = async ({ lists, settings }: Desk, codes: readonly string[]): Promise<readonly Found[]> => {
  const wanted = new Set(codes.filter((code) => code !== '' && canBeAsked(code, settings.skuSource)))
  const found: Found[] = []
  for (const some of inAddresses([...wanted])) {
    const groups = [asked(some, settings.skuSource)]
    const products = await lists.byId(
      'products',
      Product,
      { id: 'entity_id', groups, pageSize: IDS_AT_ONCE, fields: FIELDS },
      ({ id }) => id,
    )
    for (const product of products) {
      const code = codeOf(product, settings.skuSource)
      if (wanted.has(code)) found.push({ code, product })
    }
  }
  return found
}

const asked = (codes: readonly string[], source: string): readonly Filter[] =>
  oneOf(source === 'id' ? 'entity_id' : source, codes)

const canBeAsked = (code: string, source: string): boolean => source !== 'id' || /^[1-9]\d{0,9}$/.test(code)

export const inGroups = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))
