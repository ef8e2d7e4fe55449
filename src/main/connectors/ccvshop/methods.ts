import type { DeliveryMethod } from '../../domain/delivery-mode.ts'

/**
 * The shop does not tell how it ships, and an order of an interface is a parcel by post in any case (`deliver_method: shipping`, ccvshop.md 2).
 * What the buyer paid for stands in the comment of the address, for whoever packs.
 */
export const METHODS: readonly DeliveryMethod[] = [
  { id: 'shipping', title: 'Shipping', serves: ['standard'] },
  { id: 'shipping-signed', title: 'Shipping, with signature', serves: ['signed'] },
  { id: 'shipping-express', title: 'Shipping, express', serves: ['express'] },
  { id: 'shipping-relay', title: 'Shipping to a relay point', serves: ['relay'] },
]

export const methodTitle = (id: string | null): string => METHODS.find((method) => method.id === id)?.title ?? ''
