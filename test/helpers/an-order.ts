import type { NewOrder } from '../../src/main/db/orders-repository.ts'
import type { Address, Buyer } from '../../src/main/domain/address.ts'
import type { Item } from '../../src/main/domain/item.ts'
import type { Order, OrderIn, OrderStatus } from '../../src/main/domain/order.ts'

/** One unit of a blue mug, not decided yet. */
export const anItem = (facts: Partial<Item> = {}): Item => ({
  itemId: '750120001',
  sku: 'MUG-BLUE',
  advertId: '9001',
  title: 'Blue mug',
  eans: ['3700000000017'],
  priceCents: 1290,
  listedPriceCents: 1290,
  currency: 'EUR',
  status: 'to-decide',
  rakutenStatus: 'REQUESTED',
  negotiated: false,
  negotiationComment: '',
  preorder: false,
  shippingCents: null,
  shipped: false,
  placed: false,
  ...facts,
})

export const anAddress = (facts: Partial<Address> = {}): Address => ({
  civility: 'Mme',
  lastName: 'Lefebvre',
  firstName: 'Élodie',
  address1: '12 rue des Tilleuls',
  address2: '',
  postcode: '59800',
  city: 'Lille',
  state: '',
  country: 'France',
  countryCode: 'FR',
  phone: '',
  mobile: '0612345678',
  ...facts,
})

export const aBuyer = (facts: Partial<Buyer> = {}): Buyer => ({
  login: 'elodie59',
  email: 'elodie.lefebvre@example.fr',
  billing: anAddress(),
  delivery: anAddress(),
  relayPoint: null,
  corrected: null,
  ...facts,
})

const AT = '2026-11-20T10:00:00.000Z'

/** What each status makes certain, on top of the facts every order has. */
const CERTAIN = {
  imported: {},
  accepted: { backOfficeId: 1, acceptedAt: AT, shippingCents: 399 },
  placed: { backOfficeId: 1, acceptedAt: AT, shippingCents: 399, backOfficeRef: '501', placedAt: AT },
  waiting: { backOfficeId: 1, acceptedAt: AT, shippingCents: 399, backOfficeRef: '501', placedAt: AT, completedAt: AT },
  dispatched: {
    backOfficeId: 1,
    acceptedAt: AT,
    shippingCents: 399,
    backOfficeRef: '501',
    placedAt: AT,
    dispatchedAt: AT,
  },
  shipped: { shippedAt: AT, shippedBy: 'navette' },
  cancelled: { endedAt: AT, endedBy: 'buyer', endReason: 'changed their mind' },
  refused: { endedAt: AT, endedBy: 'seller', endReason: 'sold out' },
  skipped: { skippedReason: 'mode-not-mapped' },
  manual: { manualSince: AT },
} as const satisfies Record<OrderStatus, Partial<Order>>

/** An order of two days before `AT`, in the status asked for (`imported` unless said) with the facts that status makes certain. */
export const anOrder = <S extends OrderStatus = 'imported'>(
  facts: Partial<Order> & { readonly status?: S } = {},
): OrderIn<S> =>
  ({
    id: 1,
    revision: 1,
    connectionId: 1,
    reference: '214001',
    purchasedAt: '2026-11-18T09:30:00.000Z',
    importedAt: '2026-11-18T09:35:00.000Z',
    acceptBy: '2026-11-23T23:00:00.000Z',
    changedAt: '2026-11-18T09:35:00.000Z',
    deliveryMode: 'Normal',
    buyer: aBuyer(),
    items: [anItem({ itemId: `${facts.reference ?? '214001'}-1` })],
    decisions: {},
    backOfficeId: null,
    backOfficeRef: null,
    backOfficeNumber: null,
    backOfficeUrl: null,
    methodId: null,
    prepaidLabel: null,
    acceptedAt: null,
    shippingCents: null,
    placedAt: null,
    completedAt: null,
    dispatchedAt: null,
    shippedAt: null,
    shippedBy: null,
    endedAt: null,
    endedBy: null,
    endReason: null,
    skippedReason: null,
    manualSince: null,
    status: 'imported',
    ...CERTAIN[facts.status ?? 'imported'],
    ...facts,
  }) as OrderIn<S> // the status decides which facts stand, and CERTAIN is checked against it where the order is stored

/** The same as it comes in from the marketplace. */
export const aNewOrder = (facts: Partial<Order> & { readonly status?: NewOrder['status'] } = {}): NewOrder => {
  const { id: _id, revision: _revision, ...order } = anOrder(facts)
  return { ...order, raw: `<sale><purchaseid>${order.reference}</purchaseid></sale>` }
}
