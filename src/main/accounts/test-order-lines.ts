import type { BackOffice, OfficeStock, OrderToPlace } from '../connectors/sockets/back-office.ts'
import type { Address } from '../domain/address.ts'
import { Fault } from '../domain/fault.ts'

const NOBODY: Address = {
  civility: '',
  lastName: 'TEST',
  firstName: 'NAVETTE',
  address1: '1 rue du Test',
  address2: 'NE PAS EXPEDIER',
  postcode: '75001',
  city: 'Paris',
  state: '',
  country: 'France',
  countryCode: 'FR',
  phone: '0100000000',
  mobile: '0600000000',
}

/** One unit of a product for one euro, for nobody, marked where a person looks. */
export const toTestOrder = async (backOffice: BackOffice, reference: string, now: string): Promise<OrderToPlace> => {
  const stock = await backOffice.readStock()
  const [product] = stock.filter(isAlone(stock)).toSorted(mostFirst)
  if (product === undefined)
    throw new Fault('settings', 'A test order needs a product with a SKU of its own, and the back office has none.')
  const [method] = await backOffice.listMethods()
  return {
    reference,
    purchasedAt: now,
    lines: [{ sku: product.sku, title: 'TEST - NE PAS EXPEDIER', quantity: 1, priceCents: 100 }],
    shippingCents: 0,
    currency: 'EUR',
    buyerLogin: 'navette-test',
    // A name that cannot exist: no mail can go there.
    email: 'test@navette.invalid',
    billing: NOBODY,
    delivery: NOBODY,
    relayPoint: null,
    methodId: method?.id ?? null,
    deliveryMode: 'Normal',
  }
}

/** A SKU that stands for several products, or for none, would be refused. */
const isAlone = (stock: readonly OfficeStock[]) => {
  const times = new Map<string, number>()
  for (const { sku } of stock) times.set(sku, (times.get(sku) ?? 0) + 1)
  return ({ sku }: OfficeStock): boolean => sku !== '' && times.get(sku) === 1
}

type Counted = { readonly available: number | null }

/** The product of which one unit is missed least; one that is not counted is never missed. */
const mostFirst = (one: Counted, other: Counted): number => unitsOf(other) - unitsOf(one)
const unitsOf = ({ available }: Counted): number => available ?? Number.MAX_SAFE_INTEGER
