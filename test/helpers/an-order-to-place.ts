import type { OrderToPlace, PlacedLine } from '../../src/main/connectors/sockets/back-office.ts'
import type { RelayPoint } from '../../src/main/domain/address.ts'
import { anAddress } from './an-order.ts'

export const aPlacedLine = (facts: Partial<PlacedLine> = {}): PlacedLine => ({
  sku: 'MUG-BLUE',
  title: 'Blue mug',
  quantity: 1,
  priceCents: 1290,
  ...facts,
})

/** One blue mug for Lille, as the engine asks a back office to create it. */
export const anOrderToPlace = (facts: Partial<OrderToPlace> = {}): OrderToPlace => ({
  reference: 'RKT-214001',
  purchasedAt: '2026-01-11T09:30:00.000Z',
  lines: [aPlacedLine()],
  shippingCents: 399,
  currency: 'EUR',
  buyerLogin: 'elodie59',
  email: 'elodie.lefebvre@example.fr',
  billing: anAddress(),
  delivery: anAddress(),
  relayPoint: null,
  methodId: null,
  deliveryMode: 'Suivi',
  ...facts,
})

export const aRelayPoint = (facts: Partial<RelayPoint> = {}): RelayPoint => ({
  id: 'FR-012345',
  name: 'Tabac de la Gare',
  address: '3 place de la Gare',
  postcode: '59000',
  city: 'Lille',
  country: 'France',
  countryCode: 'FR',
  civility: 'Mme',
  lastName: 'Lefebvre',
  firstName: 'Élodie',
  ...facts,
})
