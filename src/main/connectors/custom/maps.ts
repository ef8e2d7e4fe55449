import { z } from 'zod'
import { From, Path } from './formats.ts'

export const StateMap = z.strictObject({
  /** Either of the two says which order it is. */
  ref: From.optional(),
  remoteId: From.optional(),
  number: From.optional(),
  url: From.optional(),
  state: From,
  total: From.optional(),
  postcode: From.optional(),
  /** Several values, or several rows, are several parcels. */
  trackingNumber: From.optional(),
  carrier: From.optional(),
  trackingUrl: From.optional(),
  /** What a parcel holds, or what is left in the order, where each has rows of its own. */
  sku: From.optional(),
  quantity: From.optional(),
  /** Parcels that stand as a list within the item; the paths of `map` are within one of them. */
  parcels: z
    .strictObject({
      items: Path,
      map: z.strictObject({
        trackingNumber: From.optional(),
        carrier: From.optional(),
        trackingUrl: From.optional(),
        lines: z.strictObject({ items: Path, map: z.strictObject({ sku: From, quantity: From }) }).optional(),
      }),
    })
    .optional(),
  /** The lines of the order within the item. */
  lines: z.strictObject({ items: Path, map: z.strictObject({ sku: From, quantity: From }) }).optional(),
})
export type StateMap = z.infer<typeof StateMap>

export const StockMap = z.strictObject({ sku: From, quantity: From, title: From.optional() })
export type StockMap = z.infer<typeof StockMap>
