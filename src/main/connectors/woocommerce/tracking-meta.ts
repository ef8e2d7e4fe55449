/** A custom field of an order that holds a tracking number, and whose number it is; null when the seller named no carrier. */
export interface TrackingMeta {
  readonly key: string
  readonly carrier: string | null
}

/** The seller's list: `lpc_outward_parcel_number=Colissimo, _my_number`. */
export const trackingMetaOf = (text: string): readonly TrackingMeta[] =>
  entriesOf(text).map(([key = '', carrier = '']) => ({ key, carrier: carrier === '' ? null : carrier }))

/** Says what is wrong with such a list, or null. */
export const refuseTrackingMeta = (text: string): string | null => {
  const wrong = entriesOf(text).find((parts) => parts.length > 2 || parts[0] === '')
  return wrong === undefined ? null : `“${wrong.join('=')}” is not of the form name=carrier.`
}

const entriesOf = (text: string): readonly (readonly string[])[] =>
  text
    .split(',')
    .filter((entry) => entry.trim() !== '')
    .map((entry) => entry.split('=').map((part) => part.trim()))
