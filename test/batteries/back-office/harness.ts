import type {
  BackOffice,
  BackOfficeCapabilities,
  OrderKey,
  OrderToPlace,
} from '../../../src/main/connectors/sockets/back-office.ts'
import type { Parcel, ParcelContent } from '../../../src/main/domain/parcel.ts'
import type { ClockByHand } from '../../helpers/clock-by-hand.ts'
import type { Received, Wire } from '../../simulators/wire.ts'

/** What a connector brings so that the battery can try it: a stand-in of its outside, and hands that do there what people do. */
export interface BackOfficeHarness {
  readonly capabilities: BackOfficeCapabilities
  /** Whether placing lowers the stock there, and cancelling gives it back. */
  readonly stockFollowsOrders: boolean
  /** A warehouse that keeps no prices: nobody asks it for totals and VAT. */
  readonly keepsNoPrices?: true
  /** A fresh back office without products and orders, for one test. */
  open(): Promise<OpenedBackOffice>
}

export interface OpenedBackOffice {
  readonly backOffice: BackOffice
  readonly there: There
  /** What lies between us and it, to be spoilt; null for a back office that calls nobody. */
  readonly wire: Wire | null
  /** The clock it goes by, where a test may move it. */
  readonly clock?: ClockByHand
  /** The call after which an order exists there; null where there is none. */
  readonly isCreation: ((call: Received) => boolean) | null
  /** Outside calls so far. */
  calls(): number
  /** Lets an order be created there while its answer is lost on the way. */
  placeWithoutAnswer(order: OrderToPlace): Promise<void>
}

/** Acts of people in the back office. Null: nobody can do that there. */
export interface There {
  addProducts(products: readonly ProductThere[]): Promise<void>
  /** A second product under one SKU. */
  readonly addDuplicate: ((sku: string) => Promise<void>) | null
  /** From now on, stock is answered in part only. */
  readonly breakStock: (() => Promise<void>) | null
  complete(order: OrderKey, parcels: readonly Parcel[]): Promise<void>
  readonly shipPart: ((order: OrderKey, parcel: Parcel) => Promise<void>) | null
  readonly reopen: ((order: OrderKey) => Promise<void>) | null
  cancel(order: OrderKey): Promise<void>
  readonly removeUnits: ((order: OrderKey, units: ParcelContent) => Promise<void>) | null
  remove(order: OrderKey): Promise<void>
  /** The delivery address as people there read it. */
  addressOf(order: OrderKey): Promise<AddressThere>
  /** The VAT in an order, in cents; null where none is kept. */
  readonly vatOf: ((order: OrderKey) => Promise<number>) | null
  /** Takes our key back. */
  readonly revoke: (() => Promise<void>) | null
  /** Mails that buyers have got so far; none is ever to be sent on our account. Null where none could be. */
  readonly mailsToBuyers: (() => number) | null
}

export interface ProductThere {
  readonly sku: string
  readonly title: string
  readonly stock: number
  readonly priceCents: number
  /** Standard unless said. Simulators know 20, 10 and 5.5 % for FR, 19 for DE, 21 for ES, and nothing elsewhere. */
  readonly vatClass?: VatClass
}

export type VatClass = 'standard' | 'intermediate' | 'reduced'

export interface AddressThere {
  /** First and last name, apart by one blank. */
  readonly name: string
  /** The lines of the street that are not empty. */
  readonly street: readonly string[]
  readonly postcode: string
  readonly city: string
  readonly countryCode: string
  readonly relayPointId: string | null
}

export const BLUE_MUG: ProductThere = { sku: 'MUG-BLUE', title: 'Blue mug', stock: 10, priceCents: 1290 }
export const RED_MUG: ProductThere = { sku: 'MUG-RED', title: 'Red mug', stock: 5, priceCents: 1995 }

/** What shipping costs in a stand-in that goes by its own prices. */
export const OWN_SHIPPING_CENTS = 399

/** A back office with ten blue mugs and five red ones. */
export const openWithMugs = async (harness: BackOfficeHarness): Promise<OpenedBackOffice> => {
  const opened = await harness.open()
  await opened.there.addProducts([BLUE_MUG, RED_MUG])
  return opened
}

export const aParcel = (facts: Partial<Parcel> = {}): Parcel => ({
  carrierName: 'Colissimo',
  carrierCode: null,
  trackingNumber: '6A12345678901',
  trackingUrl: null,
  contents: [],
  ...facts,
})

export const unitsOf = (lines: readonly ParcelContent[] | null | undefined): Record<string, number> => {
  const units: Record<string, number> = {}
  for (const { sku, quantity } of lines ?? []) units[sku] = (units[sku] ?? 0) + quantity
  return units
}
