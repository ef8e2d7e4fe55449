import { z } from 'zod'
import type { Records } from '../sockets/ports.ts'

const Draft = z.object({
  checkoutId: z.int().nullable(),
  /** Null until it is known that the checkout was ordered. */
  orderId: z.int().nullable(),
  /** Orders of this reference that were cancelled, or went, before this checkout was begun. */
  earlier: z.array(z.int()),
})
/** How far the making of an order has come: each id is kept before the next call (lightspeed.md 2.5). */
export type Draft = z.infer<typeof Draft>

export const NEW_DRAFT: Draft = { checkoutId: null, orderId: null, earlier: [] }

/** A checkout that was ordered makes no second order: another one is begun. */
export const afterOrder = ({ orderId, earlier }: Draft): Draft => ({
  ...NEW_DRAFT,
  earlier: orderId === null ? earlier : [...earlier, orderId],
})

const keyOf = (reference: string): string => `checkout:${reference}`

/** Null: nothing was ever begun under this reference. */
export const readDraft = (records: Records, reference: string): Draft | null => records.read(keyOf(reference), Draft)

export const saveDraft = (records: Records, reference: string, draft: Draft): Draft => {
  records.save(keyOf(reference), draft)
  return draft
}
