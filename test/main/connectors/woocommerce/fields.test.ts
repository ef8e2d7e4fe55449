import { describe, expect, it } from 'vitest'
import { fields } from '../../../../src/main/connectors/woocommerce/fields.ts'
import { trackingMetaOf } from '../../../../src/main/connectors/woocommerce/tracking-meta.ts'

describe('the form', () => {
  it.each([
    ['consumerKey', 'cs_123'],
    ['consumerSecret', 'ck_123'],
    ['shopUrl', 'https://shop.example/?p=1'],
    ['trackingMeta', 'a=b=c'],
    ['trackingMeta', '=Colissimo'],
  ] as const)('refuses for %s: %s', (field, value) => {
    expect(fields[field].refuse(value)).toMatch(/\w+ \w+/)
  })

  it.each([
    ['consumerKey', 'ck_123'],
    ['consumerSecret', 'cs_123'],
    ['shopUrl', 'https://shop.example/boutique/'],
    ['trackingMeta', 'a=b, c'],
    ['trackingMeta', ''],
  ] as const)('takes for %s: %s', (field, value) => {
    expect(fields[field].refuse(value)).toBeNull()
  })

  it('says which fields of an order hold a number, and whose', () => {
    expect(trackingMetaOf(' a = Colissimo ,b,')).toEqual([
      { key: 'a', carrier: 'Colissimo' },
      { key: 'b', carrier: null },
    ])
  })
})
