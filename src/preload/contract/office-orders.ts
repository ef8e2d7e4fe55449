import * as z from 'zod/mini'
import { endpoint, type ViewOf } from './endpoint.ts'
import { AddressView, RelayPointView } from './order-views.ts'
import { FileView, Id, Page } from './shapes.ts'

const Content = z.object({ sku: z.string(), quantity: z.int().check(z.positive()) })

export const OfficeParcelView = z.object({
  carrierName: z.nullable(z.string()),
  trackingNumber: z.nullable(z.string()),
  trackingUrl: z.nullable(z.string()),
  /** Empty: all of the order. */
  contents: z.array(Content),
  shippedAt: z.string(),
})

/** An order of This PC, as the person who packs it needs it. */
export const OfficeOrderView = z.object({
  /** `RKT-…`; its identity there. */
  reference: z.string(),
  state: z.enum(['open', 'completed', 'cancelled']),
  purchasedAt: z.string(),
  placedAt: z.string(),
  completedAt: z.nullable(z.string()),
  cancelledAt: z.nullable(z.string()),
  cancelReason: z.nullable(z.string()),
  lines: z.array(z.object({ sku: z.string(), title: z.string(), quantity: z.int(), priceCents: z.int() })),
  shippingCents: z.int(),
  currency: z.string(),
  deliveryMode: z.string(),
  methodId: z.nullable(z.string()),
  parcels: z.array(OfficeParcelView),
  /** Null once erased. */
  buyer: z.nullable(
    z.object({
      login: z.string(),
      email: z.string(),
      billing: z.nullable(AddressView),
      delivery: AddressView,
      relayPoint: z.nullable(RelayPointView),
    }),
  ),
})
export type OfficeOrderView = ViewOf<typeof OfficeOrderView>

const one = { backOfficeId: Id, reference: z.string() }
const word = z.nullable(z.string().check(z.trim(), z.maxLength(1_000)))

export const officeOrdersContract = {
  /** Oldest first. */
  list: endpoint(
    z.object({ backOfficeId: Id, which: z.enum(['open', 'all']), ...Page }),
    z.object({ rows: z.array(OfficeOrderView), total: z.int() }),
  ),
  get: endpoint(z.object(one), z.nullable(OfficeOrderView)),
  /** Sends what is left, or the units in `contents`; without a number the order waits for one. */
  ship: endpoint(
    z.object({
      ...one,
      carrierName: word,
      trackingNumber: word,
      trackingUrl: word,
      contents: z.nullable(z.array(Content)),
    }),
    OfficeOrderView,
  ),
  cancel: endpoint(z.object({ ...one, reason: z.string().check(z.trim(), z.maxLength(500)) }), OfficeOrderView),
  /** Undoes a completion. */
  reopen: endpoint(z.object(one), OfficeOrderView),
  exportCsv: endpoint(z.object({ backOfficeId: Id, which: z.enum(['open', 'all']) }), FileView),
}
