import { describe, expect, it } from 'vitest'
import { fields } from '../../../../src/main/connectors/ccvshop/fields.ts'

describe('the form of CCV Shop', () => {
  it.each([
    ['shopUrl', 'https://www.shop.example/?page=1'],
    ['shopUrl', 'https://www.shop.example/#top'],
    ['publicKey', ' '],
    ['publicKey', 'pk 1'],
    ['secretKey', ''],
    ['secretKey', 'sk\n1'],
  ] as const)('refuses %s %j, in words', (field, value) => {
    expect(fields[field].refuse(value)).toMatch(/\w.*\.$/)
  })

  it.each([
    ['shopUrl', 'https://shop.ccvshop.nl'],
    ['publicKey', 'pk-1'],
    ['secretKey', 'sk-1'],
  ] as const)('takes %s %j', (field, value) => {
    expect(fields[field].refuse(value)).toBeNull()
  })

  it('needs nothing but the address and the key', () => {
    const needed = Object.entries(fields).filter(([, field]) => !('fallback' in field))

    expect(needed.map(([name]) => name)).toEqual(['shopUrl', 'publicKey', 'secretKey'])
  })
})
