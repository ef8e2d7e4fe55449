import * as z from 'zod/mini'
import { endpoint, type ViewOf } from './endpoint.ts'
import { FileView, Id } from './shapes.ts'
import { OrderStatus } from './vocabulary.ts'

/** An order of a buyer who was looked for. */
export const BuyerOrder = z.object({
  id: z.int(),
  reference: z.string(),
  connection: z.string(),
  status: OrderStatus,
  purchasedAt: z.string(),
  buyerName: z.string(),
  /** Why it stays for now; null when it can be erased. */
  keptBecause: z.nullable(z.string()),
})
export type BuyerOrder = ViewOf<typeof BuyerOrder>

/** Whole words of name, login, e-mail or phone. */
const buyer = z.string().check(z.trim(), z.minLength(2), z.maxLength(200))

export const privacyContract = {
  find: endpoint(z.object({ buyer }), z.array(BuyerOrder)),
  /** Everything kept about these orders' buyers, as JSON. */
  export: endpoint(z.object({ buyer }), FileView),
  /** Exactly the orders that were shown. */
  erase: endpoint(z.object({ orderIds: z.array(Id).check(z.minLength(1)) }), z.object({ erased: z.int() })),
}
