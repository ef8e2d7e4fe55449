import { expect, it } from 'vitest'
import { fingerprint } from '../../../src/main/secrets/fingerprint.ts'

it('is the same for the same secret, different for another, and says nothing of either', () => {
  const print = fingerprint('token-1', 'key')

  expect(fingerprint('token-1', 'key')).toBe(print)
  expect(fingerprint('token-2', 'key')).not.toBe(print)
  expect(fingerprint('token-1', 'other key')).not.toBe(print)
  expect(print).not.toContain('token-1')
})
