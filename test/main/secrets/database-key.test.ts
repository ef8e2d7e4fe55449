import { describe, expect, it } from 'vitest'
import { databaseKeyFrom } from '../../../src/main/secrets/database-key.ts'

describe('the key of the database in the environment', () => {
  it('is 64 hexadecimal digits, in either case', () => {
    expect(databaseKeyFrom({ NAVETTE_DATABASE_KEY: 'AB'.repeat(32) })).toBe('ab'.repeat(32))
  })

  it.each([undefined, '', 'ab', 'ab'.repeat(33), 'xy'.repeat(32), `${'ab'.repeat(32)}\n`])(
    'is refused as %j, by the name of its variable and without its value',
    (key) => {
      const refused = () => databaseKeyFrom({ NAVETTE_DATABASE_KEY: key })

      expect(refused).toThrow(
        expect.objectContaining({ kind: 'settings', detail: { variable: 'NAVETTE_DATABASE_KEY' } }),
      )
      expect(refused).toThrow(/NAVETTE_DATABASE_KEY (is not set|must be 64 hexadecimal digits)/)
    },
  )
})
