import { describe, expect, it } from 'vitest'
import { hashOf, toDate, uriOf } from '../../../../src/main/connectors/ccvshop/signature.ts'

const keys = { publicKey: 'pk-demo', secretKey: 'sk-demo' }
const date = '2026-03-04T09:00:00Z'

describe('the signature of a call', () => {
  it.each([
    [
      { method: 'GET', uri: '/api/rest/v1/orders/?size=1', body: '', date },
      '2e19152b08870a50fdfa89eb34aa1003b8e8f11ac733fbe8ec5bd3d875dd51d33311438d801f52f0ee6c73d02646107785b3ea076f33c741d6c0b536ab48ab9d',
    ],
    [
      { method: 'PATCH', uri: '/api/rest/v1/orders/42/', body: '{"status":8,"mail":false}', date },
      '6c57778f6a4504a0b904932b8cdf59315a2f35ca6a60ed0af5049bc61eb29980371badc2647420fb52de6c6ef97062e102ec5792b577d1608ef0f29e7e8b005b',
    ],
  ])('is the one of the specification: %o', (signed, hash) => {
    expect(hashOf(keys, signed)).toBe(hash)
  })

  it('is over path and query alone, as they are written', () => {
    expect(uriOf(new URL('https://shop.example/api/rest/v1/orders/?a=%27b%20c%2F'))).toBe(
      '/api/rest/v1/orders/?a=%27b%20c%2F',
    )
  })

  it('bears a moment in UTC without milliseconds', () => {
    expect(toDate(Date.parse('2026-03-04T10:00:00.987+01:00'))).toBe(date)
  })
})
