import { z } from 'zod'
import { deliveryAddress } from '../domain/address.ts'
import type { CarrierProblem } from '../domain/carriers/carrier-problem.ts'
import { describeTracking } from '../domain/carriers/describe-tracking.ts'
import type { Order } from '../domain/order.ts'
import type { Parcel, Tracking } from '../domain/parcel.ts'
import type { Corridor } from './corridor.ts'

export const REMEMBERED = 'remembered-carriers'
export const Remembered = z.array(z.object({ prefix: z.string(), length: z.number(), carrier: z.string() }))

/** [C] Parcels leave from France: nothing in the marketplace's answers says otherwise. */
const FROM_COUNTRY = 'FR'

export interface FoundTracking {
  readonly tracking: Tracking
  /** Which of the six rules found the carrier. */
  readonly rule: string
}

/** Carrier, number and link for a parcel that has a number, or the problem that stands in the way. */
export const findTracking = (
  corridor: Corridor,
  order: Order,
  parcel: Parcel & { readonly trackingNumber: string },
): FoundTracking | CarrierProblem => {
  const { connection, marketplace, carriers, memory } = corridor
  const destination = order.buyer === null ? null : (order.buyer.relayPoint ?? deliveryAddress(order.buyer))
  const described = describeTracking(
    {
      parcel,
      shippingMethod: order.deliveryMode,
      settings: { ...connection.settings, remembered: memory.read(REMEMBERED, Remembered) ?? [] },
      route: {
        fromCountry: FROM_COUNTRY,
        toCountry: destination?.countryCode ?? '',
        toPostcode: destination?.postcode ?? '',
      },
    },
    carriers,
    marketplace.carrierWords.of,
  )
  if (described.kind === 'carrier') return described
  const { word, number, url, rule } = described
  return {
    tracking: { carrier: word ?? marketplace.carrierWords.other, trackingNumber: number, trackingUrl: url },
    rule,
  }
}
