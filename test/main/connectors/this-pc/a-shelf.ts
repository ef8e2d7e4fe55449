import type { Records } from '../../../../src/main/connectors/sockets/ports.ts'
import { createThisPc } from '../../../../src/main/connectors/this-pc/index.ts'
import { NEW_PRODUCT, type Product } from '../../../../src/main/connectors/this-pc/product.ts'
import { clockByHand } from '../../../helpers/clock-by-hand.ts'
import { recordsInMemory } from '../../../helpers/records-in-memory.ts'

export const aProduct = (facts: Partial<Product> = {}): Product => ({
  sku: 'MUG-BLUE',
  ...NEW_PRODUCT,
  title: 'Blue mug',
  stock: 10,
  ...facts,
})

/** This PC with these products, a clock to be moved by hand, and its records. */
export const thisPcWith = (...products: readonly Product[]) => {
  const clock = clockByHand()
  const records: Records = recordsInMemory()
  const pc = createThisPc(records, clock)
  for (const product of products) pc.products.save(product, null)
  return { ...pc, clock, records }
}

export const stockOf = ({ products }: Pick<ReturnType<typeof thisPcWith>, 'products'>): Record<string, number> =>
  Object.fromEntries(products.list().map(({ sku, stock }) => [sku, stock]))
