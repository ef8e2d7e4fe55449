import { describe, expect, it } from 'vitest'
import { aliasedSku, backOfficeReference, DEFAULT_CONNECTION_SETTINGS } from '../../../src/main/domain/connection.ts'

describe('aliasedSku', () => {
  it("is the back office's name for a SKU that has one", () => {
    expect(aliasedSku('TASSE-B', { skuAliases: { 'TASSE-B': 'MUG-BLUE' } })).toBe('MUG-BLUE')
  })

  it('is the SKU itself otherwise, exactly as it is written', () => {
    expect(aliasedSku('tasse-b', { skuAliases: { 'TASSE-B': 'MUG-BLUE' } })).toBe('tasse-b')
  })

  it('takes a SKU that bears the name of something every object has for a SKU', () => {
    expect(['constructor', 'toString', '__proto__'].map((sku) => aliasedSku(sku, { skuAliases: {} }))).toEqual([
      'constructor',
      'toString',
      '__proto__',
    ])
  })
})

describe('backOfficeReference', () => {
  it('joins the prefix of the connection and the purchase id', () => {
    expect(backOfficeReference({ referencePrefix: 'RKT2' }, '214001')).toBe('RKT2-214001')
  })
})

describe('the settings of a new connection', () => {
  it('accept what is in stock, hold what is not, and ask before adopting', () => {
    expect(DEFAULT_CONNECTION_SETTINGS).toMatchObject({
      importFrom: null,
      acceptance: 'automatic',
      partialStock: 'hold',
      adoptAccepted: 'ask',
      cancelAtRakuten: 'automatic',
      stockUpdates: true,
      messageBuyer: false,
    })
  })

  it('tell the buyer why in French, in the 400 characters Rakuten takes', () => {
    expect(DEFAULT_CONNECTION_SETTINGS.cancelComment).toMatch(/annulée.*remboursé/)
    expect(DEFAULT_CONNECTION_SETTINGS.cancelComment.length).toBeLessThanOrEqual(400)
  })
})
