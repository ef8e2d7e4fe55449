import type { OrderToPlace } from '../connectors/sockets/back-office.ts'
import type { Address } from '../domain/address.ts'

/** With accents, an apostrophe and a leading zero: what goes wrong in files shows. */
const NOBODY: Address = {
  civility: 'Mme',
  lastName: "L'Exemplière",
  firstName: 'Zoé',
  address1: '7, rue de l’Invention',
  address2: 'Bâtiment B',
  postcode: '01000',
  city: 'Bourg-en-Bresse',
  state: '',
  country: 'France',
  countryCode: 'FR',
  phone: '0100000000',
  mobile: '0600000000',
}

/** An order that nobody placed, to show what would go out before there is a real one. */
export const sampleOrder = (methodId: string | null, now: string): OrderToPlace => ({
  reference: 'RKT-000000000',
  purchasedAt: now,
  lines: [
    { sku: 'TASSE-BLEUE', title: 'Tasse bleue "Été"; 25 cl', quantity: 2, priceCents: 1290 },
    { sku: 'BOL-GRES', title: 'Bol en grès', quantity: 1, priceCents: 1450 },
  ],
  shippingCents: 490,
  currency: 'EUR',
  buyerLogin: 'zoe-exemple',
  email: 'zoe@exemple.invalid',
  billing: NOBODY,
  delivery: NOBODY,
  relayPoint: null,
  methodId,
  deliveryMode: 'Suivi',
})
