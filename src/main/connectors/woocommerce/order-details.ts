import { z } from 'zod'
import type { OfficeState } from '../sockets/back-office.ts'
import { readFulfillments } from './fulfillments.ts'
import type { Order } from './order.ts'
import { fulfillmentOf } from './order-states.ts'
import { Refund, readRefunds } from './refunds.ts'
import type { Shop } from './shop.ts'

const KeptParcel = z.object({
  carrierName: z.string().nullable(),
  carrierCode: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  trackingUrl: z.string().nullable(),
  contents: z.array(z.object({ sku: z.string(), quantity: z.number() })),
})

/** What the list of orders leaves out, read order by order. `look`: what the list showed of the order then. */
const Details = z.object({
  look: z.string(),
  readAt: z.number(),
  fulfilled: z.array(KeptParcel),
  refunds: z.array(Refund),
})
type Details = z.infer<typeof Details>

const AN_HOUR = 3_600_000
const A_DAY = 24 * AN_HOUR
const PREFIX = 'details/'

/**
 * Fulfillments and refunds of an order; no call for one that has neither. What has left and has its numbers is read again once an hour only,
 * or when it looks different: orders are watched for a week after their end, and each would cost a call in every cycle.
 */
export const readDetails = async (
  shop: Shop,
  order: Order,
  state: OfficeState,
): Promise<Pick<Details, 'fulfilled' | 'refunds'>> => {
  const hint = fulfillmentOf(order.meta_data)
  if (hint === null && order.refunds.length === 0) return { fulfilled: [], refunds: [] }
  const { records, clock } = shop.api.ports
  const key = `${PREFIX}${order.id}`
  const look = JSON.stringify([order.status, hint, order.date_modified_gmt, order.refunds.map(({ id }) => id)])
  const kept = records.read(key, Details)
  if (kept !== null && kept.look === look && clock.now() - kept.readAt < AN_HOUR && isSettled(kept, hint, state))
    return kept
  const details: Details = {
    ...{ look, readAt: clock.now() },
    fulfilled: (await readFulfillments(shop.api, order)).map((parcel) => ({
      ...parcel,
      contents: [...parcel.contents],
    })),
    refunds: [...(await readRefunds(shop.api, order))],
  }
  records.save(key, details)
  return details
}

/** Under classic storage a fulfillment leaves no trace in the list (woocommerce.md 3.1): nobody waits for these any more. */
const isSettled = ({ fulfilled }: Details, hint: string | null, state: OfficeState): boolean =>
  hint === null ||
  (state === 'completed' && fulfilled.length > 0 && fulfilled.every(({ trackingNumber }) => trackingNumber !== null))

/** Forgets the details of orders that nobody asked for since yesterday. */
export const forgetOldDetails = ({ api: { ports } }: Shop): void => {
  for (const { key, value } of ports.records.list(PREFIX, Details)) {
    if (ports.clock.now() - value.readAt > A_DAY) ports.records.remove(key)
  }
}
