import { z } from 'zod'
import { isFault } from '../../domain/fault.ts'
import type { Parcel } from '../../domain/parcel.ts'
import type { Api } from './api.ts'
import { NO_ROUTE } from './error-answers.ts'
import { type Meta, metaText, metaValue, type Order, skuOfLine } from './order.ts'
import { fulfillmentOf } from './order-states.ts'

const Fulfillments = z.array(
  z.object({
    is_fulfilled: z.boolean(),
    meta_data: z.array(z.object({ key: z.string(), value: z.unknown().optional() })),
  }),
)

/**
 * What left by WooCommerce's own fulfillments (woocommerce.md 3.3 a): one call, for orders that say they have some. None where the feature was
 * switched off since.
 */
export const readFulfillments = async (api: Api, order: Order): Promise<readonly Parcel[]> => {
  const hint = fulfillmentOf(order.meta_data)
  if (hint !== 'fulfilled' && hint !== 'partially_fulfilled') return []
  try {
    const fulfillments = await api.get(`orders/${order.id}/fulfillments`, {}, Fulfillments)
    return fulfillments.filter((one) => one.is_fulfilled).map((one) => toParcel(one.meta_data, order))
  } catch (error) {
    if (isFault(error) && error.detail['code'] === NO_ROUTE) return []
    throw error
  }
}

const toParcel = (metas: readonly Meta[], order: Order): Parcel => {
  // 10.5 writes the first, later versions the second.
  const provider = metaText(metas, '_shipment_provider') ?? metaText(metas, '_shipping_provider')
  // [C] `other` is a carrier typed by hand; its name stands beside it.
  const carrier = provider === 'other' ? metaText(metas, '_provider_name') : provider
  return {
    carrierName: carrier,
    carrierCode: provider === 'other' ? null : provider,
    trackingNumber: metaText(metas, '_tracking_number'),
    trackingUrl: metaText(metas, '_tracking_url'),
    contents: contentsOf(metaValue(metas, '_items'), order),
  }
}

const Items = z.array(z.object({ item_id: z.coerce.number(), qty: z.coerce.number() }))

const contentsOf = (items: unknown, order: Order): Parcel['contents'] => {
  const parsed = Items.safeParse(items)
  if (!parsed.success) return []
  return parsed.data.flatMap(({ item_id, qty }) => {
    const line = order.line_items.find(({ id }) => id === item_id)
    return line === undefined || qty <= 0 ? [] : [{ sku: skuOfLine(line), quantity: qty }]
  })
}
