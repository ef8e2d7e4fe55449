import * as z from 'zod/mini'
import { endpoint, type ViewOf } from './endpoint.ts'
import { AddressView, RelayPointView } from './order-views.ts'
import { Id, Page } from './shapes.ts'

/** An order of This PC, as the person who packs it needs it. */
export const OfficeOrderView = z.object({
  backOfficeRef: z.string(),
  /** `RKT-…` */
  reference: z.string(),
  state: z.enum(['open', 'completed', 'cancelled']),
  placedAt: z.string(),
  lines: z.array(z.object({ sku: z.string(), title: z.string(), quantity: z.int(), priceCents: z.int() })),
  shippingCents: z.int(),
  currency: z.string(),
  /** Null once erased. */
  delivery: z.nullable(AddressView),
  relayPoint: z.nullable(RelayPointView),
  deliveryMode: z.string(),
  carrier: z.nullable(z.string()),
  trackingNumber: z.nullable(z.string()),
})
export type OfficeOrderView = ViewOf<typeof OfficeOrderView>

const one = { backOfficeId: Id, backOfficeRef: z.string() }
const word = z.string().check(z.trim(), z.maxLength(200))

export const officeOrdersContract = {
  list: endpoint(
    z.object({ backOfficeId: Id, state: z.nullable(z.enum(['open', 'completed', 'cancelled'])), ...Page }),
    z.object({ rows: z.array(OfficeOrderView), total: z.int() }),
  ),
  get: endpoint(z.object(one), z.nullable(OfficeOrderView)),
  /** Without a number: the order is completed and waits for a code. */
  ship: endpoint(z.object({ ...one, carrier: word, trackingNumber: word }), OfficeOrderView),
  cancel: endpoint(z.object(one), OfficeOrderView),
  reopen: endpoint(z.object(one), OfficeOrderView),
}
