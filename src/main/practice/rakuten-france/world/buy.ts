import type { Account } from '../account.ts'
import { deadlinesOf } from '../deadline.ts'
import { accept } from '../item-life.ts'
import { parisDay } from '../paris-time.ts'
import type { Buyer, Purchase, RelayPoint } from '../purchase.ts'
import { countryName, deliveryModeOf } from '../value-lists.ts'
import { newItem, type UnitToBuy } from './new-item.ts'

export interface PurchaseToMake {
  readonly purchaseId?: string
  readonly items: readonly UnitToBuy[]
  /** Rakuten's own label, `Suivi` unless set (11.3). */
  readonly deliveryMode?: string
  /** ISO code of the buyer's country, `FX` for metropolitan France. */
  readonly country?: string
  readonly buyer?: Partial<Buyer>
  readonly relayPoint?: Partial<RelayPoint>
  /** ISO text or milliseconds; the account's clock unless set. */
  readonly at?: number | string
  /** The seller accepted every item on the site at that time; nobody has decided unless set. */
  readonly acceptedAt?: number | string
  readonly shippingCents?: number
  readonly currency?: string
  /** Whether Rakuten prints the label; as the delivery mode has it unless set. A text is the label's tracking number. */
  readonly prepaidLabel?: boolean | string
}

/** A buyer orders. Returns the purchase id; throws when an id is taken or no item is named. */
export const buy = (account: Account, order: PurchaseToMake): string => {
  const purchaseId = order.purchaseId ?? nextPurchaseId(account)
  if (account.purchases.has(purchaseId)) throw new Error(`Purchase ${purchaseId} exists already`)
  if (order.items.length === 0) throw new Error('A purchase needs an item')
  for (const { itemId } of order.items) {
    if (itemId !== undefined && account.items.has(itemId)) throw new Error(`Item ${itemId} exists already`)
  }
  const purchasedAt = instantOf(order.at) ?? account.clock.now()
  const purchasedOn = parisDay(purchasedAt)
  const purchase: Purchase = {
    purchaseId,
    purchasedAt,
    purchasedOn,
    ...deadlinesOf(purchasedOn),
    deliveryMode: order.deliveryMode ?? 'Suivi',
    currency: order.currency ?? 'EUR',
    buyer: buyerOf(order, purchaseId),
    relayPoint: relayPointOf(order),
    prepaidTrackingNumber: prepaidTrackingNumber(account, order),
    items: order.items.map((unit, index) =>
      newItem(
        account,
        { ...unit, shippingCents: unit.shippingCents ?? (index === 0 ? (order.shippingCents ?? 0) : 0) },
        purchaseId,
        purchasedAt,
      ),
    ),
  }
  account.purchases.set(purchaseId, purchase)
  account.nextDeadlineAt = Math.min(account.nextDeadlineAt, purchase.remindAt)
  const acceptedAt = instantOf(order.acceptedAt)
  for (const item of purchase.items) {
    if (acceptedAt !== null) accept(item, 'site', acceptedAt)
    account.items.set(item.itemId, item)
  }
  return purchaseId
}

const instantOf = (at: number | string | undefined): number | null => {
  if (at === undefined) return null
  const instant = typeof at === 'number' ? at : Date.parse(at)
  if (!Number.isFinite(instant)) throw new Error(`Not an instant: ${at}`)
  return instant
}

const nextPurchaseId = (account: Account): string => {
  const id = account.nextId('purchase', account.settings.firstPurchaseId)
  return account.purchases.has(id) ? nextPurchaseId(account) : id
}

const buyerOf = ({ buyer = {}, country = 'FX' }: PurchaseToMake, purchaseId: string): Buyer => ({
  login: `acheteur_${purchaseId.slice(-4)}`,
  email: `acheteur${purchaseId.slice(-4)}@acheteur.example`,
  civility: 'Mme',
  lastName: 'Exemplier',
  firstName: 'Zoé',
  address1: '12 rue des Échantillons',
  address2: '',
  zipCode: '75000',
  city: 'Villefictive',
  state: '',
  country: countryName(buyer.countryAlpha2 ?? country),
  countryAlpha2: country,
  phone1: '',
  phone2: '0600000001',
  ...buyer,
})

const relayPointOf = ({ deliveryMode = 'Suivi', relayPoint }: PurchaseToMake): RelayPoint | null => {
  if (!deliveryModeOf(deliveryMode).blocks.includes('collectionpointaddress') && relayPoint === undefined) return null
  return {
    id: 'FR-000123',
    name: 'TABAC DE LA FICTION',
    address: '1 PLACE DU CONTE',
    zipCode: '33000',
    city: 'PSEUDOPOLIS',
    country: 'France',
    contractLevel: '24R',
    ...relayPoint,
  }
}

const prepaidTrackingNumber = (account: Account, order: PurchaseToMake): string | null => {
  const wanted = order.prepaidLabel ?? deliveryModeOf(order.deliveryMode ?? 'Suivi').prepaid
  if (typeof wanted === 'string') return wanted
  return wanted ? `6X${account.nextId('label', 1).padStart(11, '0')}` : null
}
