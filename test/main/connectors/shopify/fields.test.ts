import { describe, expect, it } from 'vitest'
import { fields } from '../../../../src/main/connectors/shopify/fields.ts'

describe('the form of Shopify', () => {
  it.each(['https://ma-boutique.myshopify.com', 'https://ma-boutique.myshopify.com/', 'http://127.0.0.1:4000'])(
    'takes %s',
    (address) => {
      expect(fields.shopUrl.refuse(address)).toBeNull()
    },
  )

  it.each([
    ['https://www.ma-boutique.fr', 'permanent address'],
    ['https://admin.shopify.com/store/ma-boutique', 'permanent address'],
    ['https://ma-boutique.myshopify.com.example.org', 'permanent address'],
    ['https://myshopify.com', 'permanent address'],
    ['https://a.b.myshopify.com', 'permanent address'],
    ['https://ma-boutique.myshopify.com:8443', 'permanent address'],
    ['https://ma-boutique.myshopify.com/admin', 'leave out what follows'],
    ['https://ma-boutique.myshopify.com/?a=1', 'leave out what follows'],
    ['ma-boutique', 'not an address'],
  ])('refuses %s in words', (address, words) => {
    expect(fields.shopUrl.refuse(address)).toContain(words)
  })

  it('tells secrets that are in the wrong field', () => {
    expect(fields.clientSecret.refuse('shpat_1')).toContain('access token')
    expect(fields.accessToken.refuse('shpss_1')).toContain('client secret')
    expect(fields.clientSecret.refuse('shpss_1')).toBeNull()
    expect(fields.accessToken.refuse('shpat_1')).toBeNull()
  })

  it('wants words alone as the VAT tag', () => {
    expect(fields.vatTag.refuse('TVA 5.5')).toMatch(/words/)
    expect(fields.vatTag.refuse('TVA,IVA')).toBeNull()
  })
})
