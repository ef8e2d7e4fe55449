import { z } from 'zod'

/**
 * The one table of names that no public source confirms (cubyn.md, marks ⚠ and [C]). Support can correct any of them without a release:
 * what a seller enters as *Corrections from support* is laid over it. Of several candidates the first is what we send; whichever is there is what we read.
 * A dot leads into an object.
 */
export const USUAL_NAMES = {
  organizationName: ['organizationName'],
  email: ['email'],
  phone: ['phone'],
  line1: ['address.line1'],
  line2: ['address.line2'],
  line3: ['address.additionalInformation'],
  postcode: ['address.zip'],
  city: ['address.city'],
  country: ['address.country'],
  items: ['items'],
  deliveryMode: ['deliveryMode', 'shippingMethod'],
  relayPoint: ['relayPickupRef', 'relayPointId', 'pickupPointId'],
  signature: ['signature', 'deliverySigned'],
  parcelType: ['type'],
  /** What the delivery modes are called in `deliveryMode`. */
  standard: ['STANDARD'],
  express: ['EXPRESS'],
  relay: ['RELAY'],
  trackingNumber: [
    ...['trackingId', 'trackingNumber', 'carrierTrackingId', 'carrierTrackingNumber', 'tracking.number'],
    'tracking.id',
  ],
  carrier: ['carrierName', 'carrier.name', 'carrier', 'tracking.carrier'],
  trackingUrl: ['trackingUrl', 'carrierTrackingUrl', 'tracking.url'],
  stock: ['availableStock', 'stock.available', 'available', 'storedQuantity', 'stock', 'quantity'],
  productName: ['name', 'productName', 'title'],
  /** Where a list stands that is not the whole answer. */
  list: ['parcels', 'products', 'items', 'data', 'results'],
  /** A parameter of the list of parcels that keeps only those of one `orderRef`, such as `filters[orderRef]`; none: they are searched. */
  orderRefFilter: [],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type Name = keyof typeof USUAL_NAMES
/** Candidates by what they stand for, best first. */
export type Names = Readonly<Record<Name, readonly string[]>>

const NAME = /^[A-Za-z][\w.[\]-]{0,79}$/
const Candidate = z.string().regex(NAME)
const Candidates = z.union([Candidate.transform((only) => [only]), z.array(Candidate).min(1).max(20)])

// Object.keys forgets the names it lists.
const KNOWN = Object.keys(USUAL_NAMES) as readonly Name[]
const Corrections = z.strictObject(Object.fromEntries(KNOWN.map((name) => [name, Candidates.optional()])))

/** The table with the seller's corrections, a JSON text, laid over it; the usual one for an empty text. */
export const namesOf = (text: string): Names => {
  if (text === '') return USUAL_NAMES
  const corrections = Object.entries(Corrections.parse(JSON.parse(text)))
  // A strict object of candidates: nothing else is in it.
  return { ...USUAL_NAMES, ...(Object.fromEntries(corrections) as Partial<Names>) }
}

/** Says what is wrong with such a text, or null. */
export const refuseNames = (text: string): string | null => {
  const example = 'It looks like {"stock": "availableQuantity"}.'
  try {
    const parsed = Corrections.safeParse(JSON.parse(text))
    if (parsed.success) return null
    const [issue] = parsed.error.issues
    if (issue?.code === 'unrecognized_keys') {
      return `“${issue.keys[0]}” is none of the names that can be corrected: ${KNOWN.join(', ')}.`
    }
    const [name] = issue?.path ?? []
    return name === undefined
      ? `Corrections stand in braces. ${example}`
      : `“${String(name)}” wants a name of Cubyn’s, or a list of them in brackets.`
  } catch {
    return `This is not JSON. ${example}`
  }
}
