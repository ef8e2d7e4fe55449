import { z } from 'zod'
import type { Records } from '../sockets/ports.ts'
import { Product } from './product.ts'

/** Which field of a product holds what the marketplace calls SKU. */
export const SKU_SOURCES = ['sku', 'ean'] as const
export type SkuSource = (typeof SKU_SOURCES)[number]

export type Catalogue = ReturnType<typeof createCatalogue>

/** The products in the records, found by SKU and by EAN, and their stock. */
export const createCatalogue = (records: Records) => {
  const get = (sku: string): Product | null => records.read(productKey(sku), Product)

  const withEan = (ean: string): readonly Product[] =>
    ean === ''
      ? []
      : records.list(eanKey(ean, ''), EanEntry).flatMap(({ value: { sku } }) => {
          const product = get(sku)
          return product === null ? [] : [product]
        })

  const drop = (product: Product): void => {
    records.remove(productKey(product.sku))
    if (product.ean !== '') records.remove(eanKey(product.ean, product.sku))
  }

  const write = (product: Product): void =>
    records.together(() => {
      const before = get(product.sku)
      if (before !== null) drop(before)
      records.save(productKey(product.sku), product)
      if (product.ean !== '') records.save(eanKey(product.ean, product.sku), { sku: product.sku })
    })

  return {
    get,
    write,
    list: (): readonly Product[] => records.list(productKey(''), Product).map(({ value }) => value),
    /** Every product that bears this code: none, one, or (by EAN) several. */
    withCode: (code: string, source: SkuSource): readonly Product[] =>
      source === 'ean' ? withEan(code) : [get(code)].filter((product) => product !== null),
    remove: (sku: string): void =>
      records.together(() => {
        const product = get(sku)
        if (product !== null) drop(product)
      }),
    /** Lowers the stock and says by how many units: fewer than asked when the shelf runs short. */
    take(sku: string, units: number): number {
      const product = get(sku)
      if (product === null) return 0
      const taken = Math.min(units, product.stock)
      write({ ...product, stock: product.stock - taken })
      return taken
    },
    /** A product removed meanwhile gets nothing back. */
    giveBack(sku: string, units: number): void {
      const product = get(sku)
      if (product !== null && units > 0) write({ ...product, stock: product.stock + units })
    },
  }
}

const EanEntry = z.object({ sku: z.string() })

const productKey = (sku: string): string => `product/${sku}`
// An EAN is digits alone, so the slash cannot be part of it.
const eanKey = (ean: string, sku: string): string => `ean/${ean}/${sku}`
