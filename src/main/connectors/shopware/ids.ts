import { createHash } from 'node:crypto'

export interface Ids {
  readonly order: string
  readonly customer: string
  readonly billing: string
  readonly shipping: string
  readonly delivery: string
  readonly transaction: string
  line(index: number): string
  position(index: number): string
}

/**
 * The ids of everything in an order, from the shop and our reference alone (shopware.md 2.4): a second creation meets the first. Generations
 * follow each other when an order was cancelled there and is placed again.
 */
export const idsOf = (base: string, reference: string, generation: number): Ids => {
  const id = (part: string): string =>
    createHash('sha256').update(`rakuten:${base}:${reference}:${generation}:${part}`).digest('hex').slice(0, 32)
  return {
    order: id('order'),
    customer: id('customer'),
    billing: id('billing'),
    shipping: id('shipping'),
    delivery: id('delivery'),
    transaction: id('transaction'),
    line: (index) => id(`line ${index}`),
    position: (index) => id(`position ${index}`),
  }
}
