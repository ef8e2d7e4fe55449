import type { Account } from '../account.ts'

/** Somebody else's offer of the same product (12.4). */
export interface Competitor {
  readonly advertId: string
  readonly priceCents: number
  readonly shippingCents: number
  readonly stock: number
  readonly login: string
}

/** An offer of the seller's. Prices in cents, VAT included. */
export interface Advert {
  readonly advertId: string
  readonly productId: string
  readonly sku: string
  readonly title: string
  readonly topic: string
  /** '' when the product page has no barcode. */
  readonly ean: string
  readonly competitors: readonly Competitor[]
  priceCents: number
  stock: number
}

/** A quantity that a stock file told and Rakuten took over. */
export interface ToldQuantity {
  readonly at: number
  readonly importId: string
  readonly quantity: number
  readonly priceCents: number
}

export interface AdvertSeed {
  readonly sku: string
  readonly priceCents: number
  readonly stock: number
  readonly title: string
  readonly ean?: string
  readonly topic?: string
  readonly advertId?: string
  readonly productId?: string
  readonly competitors?: readonly Competitor[]
}

export const addAdvert = (account: Account, seed: AdvertSeed): Advert => {
  const advert: Advert = {
    advertId: seed.advertId ?? account.advertIdOf(seed.sku),
    productId: seed.productId ?? account.nextId('product', 250_000_001),
    sku: seed.sku,
    title: seed.title,
    topic: seed.topic ?? 'Maison',
    ean: seed.ean ?? '',
    competitors: seed.competitors ?? [],
    priceCents: seed.priceCents,
    stock: seed.stock,
  }
  account.adverts.set(advert.sku, advert)
  return advert
}

/** Makes the inventory exactly this; an advert that was there keeps its ids. */
export const setInventory = (account: Account, seeds: readonly AdvertSeed[]): void => {
  const before = new Map(account.adverts)
  account.adverts.clear()
  for (const seed of seeds) {
    const known = before.get(seed.sku)
    addAdvert(account, known ? { productId: known.productId, ...seed } : seed)
  }
}
