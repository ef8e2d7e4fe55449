import { describe, expect, it } from 'vitest'
import { fields } from '../../../../src/main/connectors/shopware/fields.ts'

describe('the form for a Shopware shop', () => {
  it.each([
    ['SWUAABCDEFGH', 'a user'],
    [' swscabcdefgh', 'a sales channel'],
    ['SWPEABCDEFGH', 'a product export'],
  ])('refuses the key %s, which is that of %s, and says where the right one is', (key, owner) => {
    expect(fields.accessKeyId.refuse(key)).toMatch(new RegExp(`${owner}.*SWIA.*Integrations`))
  })

  it.each(['SWIAABCDEFGH', 'SWIAEXAMPLE0000000000000000'])('takes the key %s of an integration', (key) => {
    expect(fields.accessKeyId.refuse(key)).toBeNull()
  })

  it('refuses a blank inside a key', () => {
    expect(fields.accessKeyId.refuse('SWIA ABC')).toContain('blank')
    expect(fields.secretAccessKey.refuse('abc def')).toContain('blank')
    expect(fields.secretAccessKey.refuse('abc')).toBeNull()
  })

  it('needs no more than the address and the two parts of the key', () => {
    const needed = Object.entries(fields).filter(([, field]) => !('fallback' in field))

    expect(needed.map(([name]) => name)).toEqual(['shopUrl', 'accessKeyId', 'secretAccessKey'])
  })
})
