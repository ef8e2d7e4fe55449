/** What stands in a shipment's one field for tracking. */
export interface TrackingCode {
  readonly number: string | null
  readonly url: string | null
}

/**
 * The code and the link of a shipment's `trackingCode`: a code, a link that holds it, or both. Some carrier apps write the whole address there
 * (lightspeed.md 3). A link in which no code can be told apart is a link without one: none is invented.
 */
export const readTrackingCode = (text: string): TrackingCode => {
  const words = text.trim().split(/\s+/)
  const link = words.find((word) => /^https?:\/\//i.test(word) && URL.canParse(word))
  const rest = words.filter((word) => word !== link).join(' ')
  if (link === undefined) return { number: rest === '' ? null : rest, url: null }
  return { number: rest === '' ? codeIn(new URL(link)) : rest, url: link }
}

/** The part of an address that looks like a code: nothing but letters and digits, digits among them, the longest of its kind. */
const codeIn = ({ pathname, searchParams, hash }: URL): string | null => {
  const parts = [...searchParams.values(), ...`${pathname}/${hash.replace('#', '')}`.split(/[/?&=]/).map(decoded)]
  const codes = parts.filter((part) => /^(?=(?:.*\d){5})[A-Z0-9-]{8,40}$/i.test(part))
  return codes.toSorted((one, other) => other.length - one.length)[0] ?? null
}

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
