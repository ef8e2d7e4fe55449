import type { ConnectionSettings } from '../connection.ts'
import type { Parcel } from '../parcel.ts'
import type { Carrier } from './carrier.ts'
import type { Route } from './recognise.ts'
import type { RememberedCarrier } from './remembered.ts'

/** Who moves this parcel? It is asked about one normalised number. */
export interface CarrierQuestion extends ParcelContext {
  readonly parcel: Pick<Parcel, 'carrierName' | 'carrierCode' | 'trackingUrl'>
  readonly number: string
}

/** What helps to answer, beside the parcel itself. */
export interface ParcelContext {
  /** The words of the order's shipping method, when the back office gives them. */
  readonly shippingMethod: string | null
  readonly settings: CarrierSettings
  readonly route: Route
}

/** What a connection says about carriers, and what its seller has answered before. */
export interface CarrierSettings
  extends Pick<ConnectionSettings, 'carriers' | 'carriersUsed' | 'ownCarriers' | 'defaultCarrier'> {
  readonly remembered: readonly RememberedCarrier[]
}

/** What one rule says; null when it has nothing to say. Candidates come best first. */
export type RuleAnswer =
  | { readonly kind: 'found'; readonly carrier: Carrier }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Carrier[] }
  | null
