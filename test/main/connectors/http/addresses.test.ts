import { describe, expect, it } from 'vitest'
import { refuseAddress } from '../../../../src/main/connectors/http/addresses.ts'

describe('refuseAddress', () => {
  it.each(['https://shop.example', 'http://127.0.0.1:8080/x', 'http://localhost:1', 'http://[::1]:9'])(
    'takes %s',
    (address) => {
      expect(refuseAddress(address)).toBeNull()
    },
  )

  it.each([
    'http://shop.example',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'ftp://shop.example',
    'file:///etc/passwd',
    'https://name:password@shop.example',
    'shop.example',
    '',
  ])('refuses %s', (address) => {
    expect(refuseAddress(address)).toEqual(expect.any(String))
  })
})
