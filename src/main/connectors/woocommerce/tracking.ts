import { z } from 'zod'
import type { Parcel } from '../../domain/parcel.ts'
import { AST_CONTENTS } from './facts.ts'
import { metaText, metaValue, type Order, skuOfLine } from './order.ts'
import { readSerialised } from './php-serialised.ts'
import type { TrackingMeta } from './tracking-meta.ts'

/** The parcels that plugins noted in the custom fields of an order (woocommerce.md 3.3 b, c): those of the first convention that names any. */
export const trackedParcels = (order: Order, ownFields: readonly TrackingMeta[]): readonly Parcel[] => {
  for (const read of [shipmentTracking, flatTracking, pluginHive]) {
    const parcels = read(order).filter(({ trackingNumber }) => trackingNumber !== null)
    if (parcels.length > 0) return parcels
  }
  return ownFields.flatMap((field) => byField(order, field))
}

const PARCEL: Parcel = { carrierName: null, carrierCode: null, trackingNumber: null, trackingUrl: null, contents: [] }

const Text = z.union([z.string(), z.number()]).transform(String).catch('')
const Item = z.looseObject({
  tracking_provider: Text,
  custom_tracking_provider: Text,
  custom_tracking_link: Text,
  tracking_number: Text,
})

/** Shipment Tracking and Advanced Shipment Tracking, which knows what is in a parcel as well. */
const shipmentTracking = (order: Order): readonly Parcel[] =>
  entriesOf(metaValue(order.meta_data, '_wc_shipment_tracking_items')).flatMap((entry) => {
    const parsed = Item.safeParse(entry)
    if (!parsed.success) return []
    const item = parsed.data
    return [
      {
        carrierName: item.custom_tracking_provider || item.tracking_provider || null,
        carrierCode: null,
        trackingNumber: item.tracking_number.trim() || null,
        trackingUrl: item.custom_tracking_link || null,
        contents: contentsOf(item[AST_CONTENTS], order),
      },
    ]
  })

/** The first form of Shipment Tracking: one parcel, a field for each of its facts. */
const flatTracking = ({ meta_data }: Order): readonly Parcel[] => [
  {
    ...PARCEL,
    carrierName: metaText(meta_data, '_custom_tracking_provider') ?? metaText(meta_data, '_tracking_provider'),
    trackingNumber: metaText(meta_data, '_tracking_number'),
    trackingUrl: metaText(meta_data, '_custom_tracking_link'),
  },
]

const HiveInfo = z.object({ tracking_id: Text, tracking_link: Text })

const pluginHive = ({ meta_data }: Order): readonly Parcel[] => {
  const result = z
    .object({ tracking_info: z.unknown() })
    .safeParse(unpacked(metaValue(meta_data, 'wf_wc_shipment_result')))
  return entriesOf(result.data?.tracking_info).flatMap((entry) => {
    const info = HiveInfo.safeParse(entry).data
    return info === undefined
      ? []
      : [{ ...PARCEL, trackingNumber: info.tracking_id.trim() || null, trackingUrl: info.tracking_link || null }]
  })
}

/** A field the seller named: a number, or a list of them. */
const byField = ({ meta_data }: Order, { key, carrier }: TrackingMeta): readonly Parcel[] => {
  const value = unpacked(metaValue(meta_data, key))
  const numbers = typeof value === 'object' ? entriesOf(value) : [value]
  return numbers.flatMap((number) => {
    const trackingNumber = Text.parse(number).trim()
    return trackingNumber === '' ? [] : [{ ...PARCEL, carrierName: carrier, trackingNumber }]
  })
}

const Content = z.object({
  item_id: z.coerce.number().catch(0),
  product: z.coerce.number().catch(0),
  qty: z.coerce.number(),
})

const contentsOf = (list: unknown, order: Order): Parcel['contents'] =>
  entriesOf(list).flatMap((entry) => {
    const content = Content.safeParse(entry).data
    if (content === undefined || content.qty <= 0) return []
    const { item_id, product, qty } = content
    const line =
      order.line_items.find(({ id }) => id === item_id) ??
      order.line_items.find(
        ({ product_id, variation_id }) => product !== 0 && [product_id, variation_id].includes(product),
      )
    return line === undefined ? [] : [{ sku: skuOfLine(line), quantity: qty }]
  })

/** The members of a list, however PHP wrote it. */
const entriesOf = (value: unknown): readonly unknown[] => {
  const list = unpacked(value)
  return typeof list === 'object' && list !== null ? Object.values(list) : []
}

const unpacked = (value: unknown): unknown =>
  typeof value === 'string' && /^a:\d+:\{/.test(value) ? readSerialised(value) : value
