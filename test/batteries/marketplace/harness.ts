import type { Marketplace } from '../../../src/main/connectors/sockets/marketplace.ts'
import type { Tracking } from '../../../src/main/domain/parcel.ts'

/** What a connector brings so that the battery can try it: a stand-in of its outside, and hands that do there what others do. */
export interface MarketplaceHarness {
  /** A fresh account without sales and adverts, for one test. It shows at most two of anything on one page. */
  open(): Promise<OpenedMarketplace>
}

export interface OpenedMarketplace {
  readonly marketplace: Marketplace
  readonly there: MarketplaceThere
  /** All that was told of the calls so far, for the timeline and the log, as one text. */
  told(): string
  /** What must never be seen anywhere. */
  readonly secrets: readonly string[]
}

/** What buyers, the marketplace and bad luck do, and what can be seen there afterwards. */
export interface MarketplaceThere {
  buy(units: readonly UnitThere[], more?: PurchaseThere): BoughtThere
  cancelByBuyer(reference: string): void
  openClaim(itemId: string, text: string): void
  messageFromBuyer(itemId: string, text: string): void
  setInventory(adverts: readonly AdvertThere[]): void
  quantityOf(sku: string): number
  /** Uploaded stock files are worked off. */
  finishUploads(): void
  /** From now on this carrier's word is refused. */
  withdrawCarrier(word: string): void
  itemThere(itemId: string): ItemThere
  /** Until `repair`, every call ends like this. */
  spoil(how: Spoiling): void
  repair(): void
  /** The token in use is refused from now on. */
  newToken(): void
}

export type Spoiling =
  | 'web-page'
  | 'empty'
  | 'truncated'
  | 'oversized'
  | 'wrong-encoding'
  | 'document-type'
  | 'outage'
  | 'quota'
  /** The call does not arrive. */
  | 'dropped'
  /** The call arrives and works, and its answer gets lost. */
  | 'answer-lost'

export interface UnitThere {
  readonly sku: string
  readonly priceCents: number
}

export interface PurchaseThere {
  readonly deliveryMode?: string
  readonly shippingCents?: number
  readonly at?: string
}

export interface BoughtThere {
  readonly reference: string
  readonly itemIds: readonly string[]
}

export interface AdvertThere {
  readonly sku: string
  readonly title: string
  readonly priceCents: number
  readonly stock: number
}

export interface ItemThere {
  /** How many times it was accepted there, not how many times that was asked. */
  readonly accepted: number
  readonly cancelled: boolean
  readonly cancelComment: string
  readonly shipments: readonly Tracking[]
  readonly messages: readonly string[]
}

export const BLUE_MUG: UnitThere = { sku: 'MUG-BLUE', priceCents: 1290 }
export const RED_MUG: UnitThere = { sku: 'MUG-RED', priceCents: 1995 }

/** A sale of one blue mug that is accepted already. */
export const openWithAcceptedMug = async (
  harness: MarketplaceHarness,
  more?: PurchaseThere,
): Promise<OpenedMarketplace & { readonly reference: string; readonly itemId: string }> => {
  const opened = await harness.open()
  const { reference, itemIds } = opened.there.buy([BLUE_MUG], more)
  const [itemId = ''] = itemIds
  await opened.marketplace.acceptItem(itemId)
  return { ...opened, reference, itemId }
}

export const COLISSIMO: Tracking = {
  carrier: 'Colissimo',
  trackingNumber: '6A62957360897',
  trackingUrl: 'https://www.laposte.fr/outils/suivre-vos-envois?code=6A62957360897',
}
