import { describe, expect, it } from 'vitest'
import { LINE_NAMES, ORDER_NAMES } from '../../../../src/main/connectors/custom/canonical.ts'
import { documentTables } from '../../../../src/main/connectors/custom/document-tables.ts'
import { likeliest } from '../../../../src/renderer/views/connections/proposals.ts'

const choicesOf = (at: string) =>
  (documentTables.find((table) => table.at === at)?.choices ?? []).map(({ alike = [], ...choice }) => ({
    ...choice,
    alike,
  }))
const bare = (word: string): string =>
  word
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '')

describe('the columns of an order', () => {
  const columns = choicesOf('createOrder.file.columns')

  it('hold whatever can be inserted, each in words of its own', () => {
    expect(columns.map(({ value }) => value)).toEqual([...ORDER_NAMES, ...LINE_NAMES].map((name) => `{{${name}}}`))
    expect(columns.filter(({ label }) => !/^[A-Z].*/.test(label) || /[.{]/.test(label))).toEqual([])
    expect(new Set(columns.map(({ label }) => label)).size).toBe(columns.length)
  })

  it.each([
    ['N° commande', 'order.ref'],
    ['Bestelnummer', 'order.ref'],
    ['Auftragsnummer', 'order.ref'],
    ['order_number', 'order.ref'],
    ['Artikelnummer', 'line.sku'],
    ['Référence article', 'line.sku'],
    ['Aantal', 'line.quantity'],
    ['Menge', 'line.quantity'],
    ['Quantité', 'line.quantity'],
    ['Prix TTC', 'line.unitPriceGross'],
    ['Prix', 'line.unitPriceGross'],
    ['Postcode', 'order.shippingZip'],
    ['PLZ', 'order.shippingZip'],
    ['Code postal', 'order.shippingZip'],
    ['Code postal de facturation', 'order.billingZip'],
    ['Rechnungs-PLZ', 'order.billingZip'],
    ['Straße', 'order.shippingLine1'],
    ['Afleveradres', 'order.shippingLine1'],
    ['Adresse 2', 'order.shippingLine2'],
    ['Ville', 'order.shippingCity'],
    ['Plaats', 'order.shippingCity'],
    ['Land', 'order.shippingCountry'],
    ['E-mail', 'order.buyerEmail'],
    ['Telefoon', 'order.buyerPhone'],
    ['Date de commande', 'order.createdAt'],
    ['Frais de port TTC', 'order.shippingGross'],
    ['shippingCity', 'order.shippingCity'],
  ])('are proposed by their names: %s', (theirs, ours) => {
    expect(likeliest(theirs, columns)).toBe(`{{${ours}}}`)
  })

  it.each(['Prix HT', 'Total HT', 'Frais de port HT', 'Date de livraison', 'Statut', 'Référence'])(
    'are not proposed for what they do not hold: %s',
    (theirs) => {
      expect(likeliest(theirs, columns)).toBeNull()
    },
  )
})

describe('the fields of what comes in', () => {
  it.each([
    ['readOrders.map', 'Bestelnummer', 'ref'],
    ['readOrders.map', 'N° de suivi', 'trackingNumber'],
    ['readOrders.map', 'Sendungsnummer', 'trackingNumber'],
    ['readOrders.map', 'Vervoerder', 'carrier'],
    ['readOrders.map', 'État', 'state'],
    ['readOrders.map', 'Menge', 'quantity'],
    ['readStock.map', 'Artikelnummer', 'sku'],
    ['readStock.map', 'Voorraad', 'quantity'],
    ['readStock.map', 'Lagerbestand', 'quantity'],
    ['readStock.map', 'Désignation', 'title'],
  ])('in %s are proposed by their names: %s', (at, theirs, ours) => {
    expect(likeliest(theirs, choicesOf(at))).toBe(ours)
  })
})

it.each(['createOrder.file.columns', 'readOrders.map', 'readStock.map', 'states'])(
  'no word in %s stands for two things',
  (at) => {
    const owners = new Map<string, Set<string>>()
    for (const { value, label, alike } of choicesOf(at))
      for (const word of [value, label, ...alike].map(bare))
        owners.set(word, (owners.get(word) ?? new Set()).add(value))

    expect([...owners].filter(([, values]) => values.size > 1)).toEqual([])
  },
)
