import type { Parcel } from '../../domain/parcel.ts'
import { OWN_NUMBERS } from './facts.ts'
import { textOf } from './named-fields.ts'
import type { Names } from './names.ts'
import type { CubynParcel } from './parcel.ts'

/** Number, carrier and link of a parcel, under whichever of their names they stand (cubyn.md 3); no number has to look like anything. */
export const toSocketParcel = ({ row, items }: Pick<CubynParcel, 'row' | 'items'>, names: Names): Parcel => {
  const trackingNumber = textOf(row, names.trackingNumber)
  const isOwn = trackingNumber?.toUpperCase().startsWith(OWN_NUMBERS.prefix) === true
  return {
    carrierName: textOf(row, names.carrier) ?? (isOwn ? OWN_NUMBERS.carrier : null),
    carrierCode: null,
    trackingNumber,
    trackingUrl: textOf(row, names.trackingUrl),
    contents: items ?? [],
  }
}
