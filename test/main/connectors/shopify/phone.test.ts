import { describe, expect, it } from 'vitest'
import { toE164 } from '../../../../src/main/connectors/shopify/phone.ts'

describe('a phone number for Shopify', () => {
  it.each([
    ['0612345678', 'FR', '+33612345678'],
    ['06 12.34-56/78', 'FR', '+33612345678'],
    ['+33 6 12 34 56 78', 'FR', '+33612345678'],
    ['0033612345678', 'BE', '+33612345678'],
    ['0470123456', 'BE', '+32470123456'],
    ['015112345678', 'DE', '+4915112345678'],
  ])('%s in %s is %s', (written, country, expected) => {
    expect(toE164(written, country)).toBe(expected)
  })

  it.each([
    ['', 'FR'],
    ['612345678', 'FR'],
    ['after 6 pm', 'FR'],
    ['0612345678', 'XX'],
    ['+0612345678', 'FR'],
    ['06123456789012345', 'FR'],
  ])('is not made up from %j in %s', (written, country) => {
    expect(toE164(written, country)).toBeNull()
  })
})
