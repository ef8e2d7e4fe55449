import { describe, expect, it } from 'vitest'
import { percentOf } from '../../../../src/main/connectors/ccvshop/taxes.ts'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import { openCcv } from './open-ccv.ts'

const table = new Map([
  ['NL', new Map(Object.entries({ normal: 21, low: 9 }))],
  ['FR', new Map(Object.entries({ normal: 20, low: 5.5 }))],
])
const product = { taxtariff: 'normal', vatrate: 21, producttaxtariffexceptions: null }

describe('the VAT inside a price', () => {
  it.each([
    ['the tariff in the country of delivery', {}, 'FR', 20],
    ['the same tariff elsewhere', {}, 'NL', 21],
    ['another tariff of the product', { taxtariff: 'Low' }, 'FR', 5.5],
    ['an exception for the country', { producttaxtariffexceptions: [{ country: 'fr', taxtariff: 'low' }] }, 'FR', 5.5],
    ['no exception for another', { producttaxtariffexceptions: [{ country: 'NL', taxtariff: 'low' }] }, 'FR', 20],
    ['the product’s own, in a country without a row', {}, 'BE', 21],
    ['the product’s own, under a tariff without a row', { taxtariff: 'zero', vatrate: 0 }, 'FR', 0],
    ['the standard rate, where the product has none', { vatrate: null }, 'BE', 21],
    ['nothing outside the European Union', {}, 'US', 0],
  ])('is %s', (_, facts, country, percent) => {
    expect(percentOf(table, { ...product, ...facts }, country)).toBe(percent)
  })

  it('is the product’s own where the shop shows no zones', () => {
    expect(percentOf(null, product, 'FR')).toBe(21)
  })

  it('does not stand in the way of an order where the key may not see the zones', async () => {
    const { backOffice, shop, only } = await openCcv()
    shop.rights.set('geozonecountries', 'none')

    const placed = await backOffice.placeOrder(anOrderToPlace())

    expect(placed.totalCents).toBe(1689)
    expect(only().rows).toMatchObject([{ tax: 21 }])
  })
})
