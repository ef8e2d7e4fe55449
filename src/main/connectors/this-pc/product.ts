import { z } from 'zod'

/** Something the seller sells, kept here. The SKU is its identity. */
export const Product = z
  .object({
    sku: z.string(),
    /** Empty when it has none; several products may share one. */
    ean: z.string(),
    title: z.string(),
    /** Units on the shelf that no order has taken. */
    stock: z.int().min(0),
    /** Units of the stock that are never offered. */
    safetyStock: z.int().min(0),
    /** Shown only: prices are made at the marketplace. */
    priceCents: z.int().min(0).nullable(),
  })
  .readonly()
export type Product = z.infer<typeof Product>

export const NEW_PRODUCT: Omit<Product, 'sku'> = { ean: '', title: '', stock: 0, safetyStock: 0, priceCents: null }

export interface WrongField {
  readonly field: keyof Product
  readonly message: string
}

/** What keeps a product from being saved; empty when nothing does. */
export const wrongFields = (product: Product): readonly WrongField[] =>
  RULES.filter(({ holds }) => !holds(product)).map(({ field, message }) => ({ field, message }))

interface Rule extends WrongField {
  holds(product: Product): boolean
}

// Low enough that a barcode scanned into a quantity is caught.
const MOST_UNITS = 999_999
const isUnits = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= MOST_UNITS
const isPlainText = (text: string, longest: number): boolean =>
  text.length <= longest && text === text.trim() && !/\p{Cc}/u.test(text)

const RULES: readonly Rule[] = [
  {
    field: 'sku',
    message: 'The SKU must be 1 to 200 characters, without blanks around it.',
    holds: ({ sku }) => sku !== '' && isPlainText(sku, 200),
  },
  {
    field: 'ean',
    message: 'The EAN must be 8 to 14 digits, or empty.',
    holds: ({ ean }) => /^(\d{8,14})?$/.test(ean),
  },
  {
    field: 'title',
    message: 'The title must be one line of 1,000 characters at most, without blanks around it.',
    holds: ({ title }) => isPlainText(title, 1000),
  },
  {
    field: 'stock',
    message: 'Stock must be a whole number from 0 to 999,999.',
    holds: ({ stock }) => isUnits(stock),
  },
  {
    field: 'safetyStock',
    message: 'Safety stock must be a whole number from 0 to 999,999.',
    holds: ({ safetyStock }) => isUnits(safetyStock),
  },
  {
    field: 'priceCents',
    message: 'The price must be an amount with two decimals at most, or empty.',
    holds: ({ priceCents }) => priceCents === null || (Number.isSafeInteger(priceCents) && priceCents >= 0),
  },
]
