import type { Item, Purchase } from '../purchase.ts'

const unsold = (item: Item): boolean =>
  item.state === 'refused' || item.state === 'cancelled' || item.state === 'expired'

/**
 * What the buyer pays for the shipping of one item, in cents. The first item that is still sold carries the cost of
 * the parcel, the others what they add to it; an item that is not sold costs nothing (10.1 shows that much).
 */
export const shippingCents = (purchase: Purchase, item: Item): number => {
  if (unsold(item)) return 0
  const leader = purchase.items.find((other) => !unsold(other))
  return (item === leader ? purchase.items[0] : item)?.shippingCents ?? 0
}

export const purchaseShippingCents = (purchase: Purchase): number =>
  purchase.items.reduce((sum, item) => sum + shippingCents(purchase, item), 0)
