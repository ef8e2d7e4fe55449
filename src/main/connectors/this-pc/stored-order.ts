import { z } from 'zod'
import type { Address, RelayPoint } from '../../domain/address.ts'
import type { ParcelContent } from '../../domain/parcel.ts'

const Units = z.object({ sku: z.string(), quantity: z.int().positive() }) satisfies z.ZodType<ParcelContent>

const StoredLine = z.object({
  /** As it was asked for: the product's SKU, or its EAN where that is the source. */
  sku: z.string(),
  title: z.string(),
  quantity: z.int().positive(),
  priceCents: z.int(),
  /** The product whose stock it lowered; null in a test order. */
  productSku: z.string().nullable(),
  /** Units that came off the stock: fewer than `quantity` when the shelf ran short, and all that can ever go back. */
  taken: z.int().min(0),
})

const StoredParcel = z.object({
  carrierName: z.string().nullable(),
  trackingNumber: z.string().nullable(),
  trackingUrl: z.string().nullable(),
  /** Empty: all that was left. */
  contents: z.array(Units),
  shippedAt: z.string(),
})

/** An order in the records. Its buyer is a record of its own, so that forgetting one is removing it. */
export const StoredOrder = z
  .object({
    reference: z.string(),
    state: z.enum(['open', 'completed', 'cancelled']),
    purchasedAt: z.string(),
    placedAt: z.string(),
    completedAt: z.string().nullable(),
    cancelledAt: z.string().nullable(),
    cancelReason: z.string().nullable(),
    lines: z.array(StoredLine),
    shippingCents: z.int(),
    currency: z.string(),
    methodId: z.string().nullable(),
    deliveryMode: z.string(),
    parcels: z.array(StoredParcel),
    /** How many of the parcels had left before the completion: those outlive its undoing. */
    parcelsBeforeCompletion: z.int().min(0),
  })
  .readonly()
export type StoredOrder = z.infer<typeof StoredOrder>

const StoredAddress = z.object({
  civility: z.string(),
  lastName: z.string(),
  firstName: z.string(),
  address1: z.string(),
  address2: z.string(),
  postcode: z.string(),
  city: z.string(),
  state: z.string(),
  country: z.string(),
  countryCode: z.string(),
  phone: z.string(),
  mobile: z.string(),
}) satisfies z.ZodType<Address>

const StoredRelayPoint = z.object({
  id: z.string(),
  name: z.string(),
  address: z.string(),
  postcode: z.string(),
  city: z.string(),
  country: z.string(),
  countryCode: z.string(),
  civility: z.string(),
  lastName: z.string(),
  firstName: z.string(),
}) satisfies z.ZodType<RelayPoint>

/** Everything here that tells who bought. */
export const StoredBuyer = z
  .object({
    login: z.string(),
    email: z.string(),
    billing: StoredAddress.nullable(),
    delivery: StoredAddress,
    relayPoint: StoredRelayPoint.nullable(),
  })
  .readonly()
export type StoredBuyer = z.infer<typeof StoredBuyer>
