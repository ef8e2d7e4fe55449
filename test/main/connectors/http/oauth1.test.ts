import { describe, expect, it } from 'vitest'
import { oauth1Header, oauth1Parameters } from '../../../../src/main/connectors/http/oauth1.ts'

describe('a request signed by OAuth 1.0a', () => {
  it('bears the signature of the example in RFC 5849, section 1.2', () => {
    const header = oauth1Header({
      method: 'GET',
      url: new URL('http://photos.example.net/photos?file=vacation.jpg&size=original'),
      algorithm: 'HMAC-SHA1',
      consumerKey: 'dpf43f3p2l4k3l03',
      consumerSecret: 'kd94hf93k423kf44',
      token: { key: 'nnch734d00sl2jdk', secret: 'pfkkdhi9sl3r4s00' },
      timestamp: 137131202,
      nonce: 'chapoH',
    })

    expect(header).toContain('oauth_signature="MdpQcU8iPSUjWoN%2FUDMsK2sui9I%3D"')
    expect(header).toContain('oauth_token="nnch734d00sl2jdk"')
  })

  it('signs brackets, blanks and signs that are encoded in the address, encoded once more', () => {
    const sign = (query: string) =>
      oauth1Header({
        ...{ method: 'GET', url: new URL(`https://shop.example/rest/V1/orders${query}`), algorithm: 'HMAC-SHA256' },
        ...{ consumerKey: 'c', consumerSecret: 's', timestamp: 1, nonce: 'n' },
      })

    const encoded = sign('?a%5B0%5D=it%27s%20%28here%29%21%2A&b=1')

    expect(encoded).toBe(sign("?b=1&a[0]=it's (here)!*"))
    expect(encoded).not.toBe(sign('?b=2&a[0]=x'))
    expect(encoded).not.toContain('oauth_token')
  })

  it('is the same in the query as in the header', () => {
    const request = {
      ...{ method: 'GET', url: new URL('https://shop.example/orders?b=1'), algorithm: 'HMAC-SHA256' as const },
      ...{ consumerKey: 'c', consumerSecret: 's', timestamp: 1, nonce: 'n' },
    }

    const parameters = oauth1Parameters(request)

    expect(parameters.map(([name]) => name)).toContain('oauth_signature')
    for (const [name, value] of parameters)
      expect(oauth1Header(request)).toContain(`${name}="${encodeURIComponent(value)}"`)
  })
})
