import { z } from 'zod'
import { From, Path } from './formats.ts'

const LinesMap = z.strictObject({ items: Path, map: z.strictObject({ sku: From, quantity: From }) })
export type LinesMap = z.infer<typeof LinesMap>

const Tracked = { trackingNumber: From.optional(), carrier: From.optional(), trackingUrl: From.optional() }
const ParcelMap = z.strictObject({ ...Tracked, lines: LinesMap.optional() })
/** Where the number of a parcel, its carrier and its link stand. */
export type ParcelMap = Pick<z.infer<typeof ParcelMap>, keyof typeof Tracked>

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
  ...Tracked,
  /** What a parcel holds, where each line has a row of its own. */
  sku: From.optional(),
  quantity: From.optional(),
  /** Parcels that stand as a list within the item; the paths of `map` are within one of them. */
  parcels: z.strictObject({ items: Path, map: ParcelMap }).optional(),
  /** What is left of the order's lines, as a list within the item. */
  lines: LinesMap.optional(),
})
export type StateMap = z.infer<typeof StateMap>

export const StockMap = z.strictObject({ sku: From, quantity: From, title: From.optional() })
export type StockMap = z.infer<typeof StockMap>

/** The paths that stand in a map by themselves, lists within left out. */
export const pathsOf = (map: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.values(map).filter((from) => typeof from === 'string')
