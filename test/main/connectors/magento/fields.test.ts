import { describe, expect, it } from 'vitest'
import { fields } from '../../../../src/main/connectors/magento/fields.ts'

describe('the form of a Magento shop', () => {
  it.each([
    ['shopUrl', 'https://shop.example', null],
    ['shopUrl', 'http://shop.example', /https/],
    ['shopUrl', 'https://na1.api.commerce.adobe.com/tenant', /not supported yet/],
    ['consumerKey', 'ck 1', /blank/],
    ['accessToken', '', /missing/],
    ['accessToken', 'at1', null],
    ['paymentMethod', 'checkmo', null],
    ['paymentMethod', 'Bank transfer', /code/],
  ] as const)('says of %s %j what is wrong with it', (name, value, expected) => {
    const said = fields[name].refuse(value)

    if (expected === null) expect(said).toBeNull()
    else expect(said).toMatch(expected)
  })

  it('keeps all four values of the integration in the keychain', () => {
    const secret = Object.entries(fields).filter(([, field]) => 'secret' in field)

    expect(secret.map(([name]) => name)).toEqual(['consumerKey', 'consumerSecret', 'accessToken', 'accessTokenSecret'])
  })
})
