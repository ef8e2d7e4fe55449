import type { Account } from '../account.ts'
import type { Item } from '../purchase.ts'

/** One unit; three units of a SKU are three of these (section 5). What is not said comes from the advert. */
export interface UnitToBuy {
  readonly sku: string
  readonly priceCents: number
  readonly listedPriceCents?: number
  readonly title?: string
  readonly category?: string
  readonly itemId?: string
  readonly advertId?: string
  /** As Rakuten shows it: several codes may be joined by `; `. */
  readonly ean?: string
  /** What the buyer pays for this unit's shipping; the purchase's cost on its first item unless set. */
  readonly shippingCents?: number
  readonly nego?: boolean
  readonly negotiationComment?: string
  readonly preorder?: boolean
  readonly rsl?: boolean
}

const nextItemId = (account: Account): string => {
  const id = account.nextId('item', account.settings.firstPurchaseId - 300_000_000)
  return account.items.has(id) ? nextItemId(account) : id
}

/** A unit that waits for the seller's decision. */
export const newItem = (account: Account, unit: UnitToBuy, purchaseId: string, purchasedAt: number): Item => {
  const advert = account.adverts.get(unit.sku)
  const takesStock = account.settings.stockFollowsSales && advert !== undefined && advert.stock > 0
  if (takesStock) advert.stock -= 1
  return {
    itemId: unit.itemId ?? nextItemId(account),
    purchaseId,
    sku: unit.sku,
    advertId: unit.advertId ?? account.advertIdOf(unit.sku),
    title: unit.title ?? advert?.title ?? unit.sku,
    category: unit.category ?? advert?.topic ?? 'Maison',
    listedPriceCents: unit.listedPriceCents ?? unit.priceCents,
    priceCents: unit.priceCents,
    shippingCents: unit.shippingCents ?? 0,
    negotiated: unit.nego ?? false,
    negotiationComment: unit.negotiationComment ?? '',
    preorder: unit.preorder ?? false,
    rsl: unit.rsl ?? false,
    ean: unit.ean ?? (advert?.ean ? `${advert.ean};` : ''),
    isbn: '',
    state: 'to-decide',
    stateBeforeClaim: null,
    reminded: false,
    acceptedBy: null,
    acceptedAt: null,
    refusedBy: null,
    cancelledBy: null,
    cancelledAt: null,
    cancelComment: '',
    shipped: false,
    shipments: [],
    claim: null,
    score: '',
    stockTaken: takesStock,
    strangeStatus: null,
    letters: [],
    log: [{ at: purchasedAt, code: 'ITEM_REQUESTED' }],
  }
}
