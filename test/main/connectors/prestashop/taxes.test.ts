import { describe, expect, it } from 'vitest'
import { createHttp } from '../../../../src/main/connectors/http/create-http.ts'
import { createApi } from '../../../../src/main/connectors/prestashop/api.ts'
import { readRates } from '../../../../src/main/connectors/prestashop/taxes.ts'
import { openShop } from './a-shop.ts'

const ratesIn = async (rules: readonly Readonly<Record<string, string | number>>[]) => {
  const { simulator, clock, records } = await openShop()
  const { tables, values } = simulator
  tables.remove('tax_rules', () => true)
  tables.remove('taxes', () => true)
  for (const { rate = 0, ...rule } of rules) {
    const { id } = tables.insert('taxes', { rate: Number(rate).toFixed(3) })
    tables.insert('tax_rules', {
      id_tax_rules_group: 1,
      id_country: 8,
      zipcode_from: '0',
      zipcode_to: '0',
      ...rule,
      id_tax: id,
    })
  }
  const http = createHttp({ clock, pace: { turn: async () => undefined } })
  const { shopUrl = '', key = '' } = values
  return readRates(createApi({ shopUrl, key, shopId: '' }, { http, clock, records, side: 'Shop' }), 8)
}

describe('the rates of a country', () => {
  it('are those of its rules; a group without one bears none', async () => {
    const rates = await ratesIn([{ rate: 20 }, { rate: 5.5, id_tax_rules_group: 2 }, { rate: 9, id_country: 1 }])

    expect([rates(1, '75001'), rates(2, '75001'), rates(3, '75001')]).toEqual([20, 5.5, 0])
  })

  it('prefer the rule for the postcode, and pass over those for a state', async () => {
    const rates = await ratesIn([
      { rate: 7, id_state: 3 },
      { rate: 20 },
      { rate: 2.1, zipcode_from: '97400', zipcode_to: '97499' },
    ])

    expect([rates(1, '97410'), rates(1, '75001')]).toEqual([2.1, 20])
  })

  it.each([
    [0, 5],
    [1, 14],
    [2, 14.45],
  ])('are combined as the first rule says: %i', async (behavior, expected) => {
    const rates = await ratesIn([
      { rate: 5, behavior },
      { rate: 9, behavior },
    ])

    expect(rates(1, '75001')).toBe(expected)
  })

  it('ask for no taxes where a country has no rules', async () => {
    expect((await ratesIn([]))(1, '75001')).toBe(0)
  })
})
