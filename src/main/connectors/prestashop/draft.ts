import { z } from 'zod'
import type { Records } from '../sockets/ports.ts'

const Customer = z.object({ id: z.int(), secureKey: z.string() })
export type Customer = z.infer<typeof Customer>

const Draft = z.object({
  customer: Customer.nullable(),
  deliveryId: z.int().nullable(),
  invoiceId: z.int().nullable(),
  cartId: z.int().nullable(),
  /** What earlier orders of this reference were made of, which were cancelled since. */
  earlier: z.array(z.object({ customerId: z.int().nullable(), cartId: z.int() })),
})
/** The pieces an order is made of, as far as they are there: each id is kept before the next call (prestashop.md 2.4 (1)). */
export type Draft = z.infer<typeof Draft>

export interface Drafts {
  /** Null: nothing was ever begun under this reference. */
  read(reference: string): Draft | null
  save(reference: string, draft: Draft): Draft
  /** Every cart that may have become an order of this reference. */
  cartsOf(reference: string): readonly number[]
}

export const NEW_DRAFT: Draft = { customer: null, deliveryId: null, invoiceId: null, cartId: null, earlier: [] }

/** A cart that was ordered makes no second order: what it was made of is left behind, and everything made anew. */
export const afterOrdered = ({ customer, cartId, earlier }: Draft): Draft => ({
  ...NEW_DRAFT,
  earlier: cartId === null ? earlier : [...earlier, { customerId: customer?.id ?? null, cartId }],
})

export const createDrafts = (records: Records): Drafts => {
  const keyOf = (reference: string): string => `order:${reference}`
  const read = (reference: string): Draft | null => records.read(keyOf(reference), Draft)
  return {
    read,
    save(reference, draft) {
      records.save(keyOf(reference), draft)
      return draft
    },
    cartsOf(reference) {
      const draft = read(reference)
      if (draft === null) return []
      return [...draft.earlier.map(({ cartId }) => cartId), ...(draft.cartId === null ? [] : [draft.cartId])]
    },
  }
}
