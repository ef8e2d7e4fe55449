/**
 * One unit of an order: Rakuten has no quantity, three units are three items (spec section 5). Items of one order live and end
 * independently.
 */
export interface Item {
  readonly itemId: string
  /** The seller's own reference; may be empty. */
  readonly sku: string
  readonly advertId: string
  readonly title: string
  readonly eans: readonly string[]
  /** What the buyer pays for the unit, VAT included. */
  readonly priceCents: number
  readonly listedPriceCents: number
  readonly currency: string
  readonly status: ItemStatus
  /** The marketplace's own word for the status, kept as it came. */
  readonly rakutenStatus: string
  /** The price is still an offer of the buyer. */
  readonly negotiated: boolean
  readonly negotiationComment: string
  readonly preorder: boolean
  /** Shipping the buyer paid for this unit, known once accepted. */
  readonly shippingCents: number | null
  /** The marketplace recorded that this unit left. */
  readonly shipped: boolean
  /** The back office was given this unit and still counts it. False for a sale just read. */
  readonly placed: boolean
}

export const ITEM_STATUSES = [
  'to-decide',
  'accepted',
  'refused',
  'cancelled',
  'claim',
  'preorder',
  'closed',
  /** Stored and shipped by the marketplace itself. */
  'not-ours',
  /** A word we do not know: the order is held and the word is shown. */
  'unknown',
] as const
export type ItemStatus = (typeof ITEM_STATUSES)[number]

const DEAD: readonly ItemStatus[] = ['refused', 'cancelled', 'not-ours']

/** Still to be delivered by this seller, or delivered: neither refused, cancelled nor somebody else's. */
export const isKept = (item: Pick<Item, 'status'>): boolean => !DEAD.includes(item.status)

const UNDECIDED: readonly ItemStatus[] = ['to-decide', 'unknown']

/** Nobody has said yes or no to it, as far as we know. */
export const isUndecided = (item: Pick<Item, 'status'>): boolean => UNDECIDED.includes(item.status)

/** The seller's to decide about, whether decided or not. */
export const isOurs = (item: Pick<Item, 'status'>): boolean => item.status !== 'not-ours'

export const keptItems = (items: readonly Item[]): readonly Item[] => items.filter(isKept)
