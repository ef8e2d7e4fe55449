import { describe, expect, it } from 'vitest'
import { createDatabaseKey, databaseKeyFrom, readDatabaseKey } from '../../../src/main/secrets/database-key.ts'
import { createMemorySecrets } from '../../../src/main/secrets/memory.ts'

describe('the key of the database', () => {
  it('is 256 bits, new each time, and kept', async () => {
    const secrets = createMemorySecrets()

    const one = await createDatabaseKey(secrets, 'one')
    const other = await createDatabaseKey(secrets, 'other')

    expect(one).toMatch(/^[0-9a-f]{64}$/)
    expect(one).not.toBe(other)
    expect(await readDatabaseKey(secrets, 'one')).toBe(one)
  })

  it('is never written over an older one', async () => {
    const secrets = createMemorySecrets()
    const first = await createDatabaseKey(secrets, 'key')

    await expect(createDatabaseKey(secrets, 'key')).rejects.toMatchObject({ kind: 'settings' })

    expect(await secrets.read('key')).toBe(first)
  })

  it('does not count as kept before it was read back', async () => {
    const forgetful = { ...createMemorySecrets(), save: async () => {} }

    await expect(createDatabaseKey(forgetful, 'key')).rejects.toMatchObject({ kind: 'settings' })
  })

  it('is told from something else under its name', async () => {
    await expect(readDatabaseKey(createMemorySecrets({ key: 'abc' }), 'key')).rejects.toMatchObject({
      kind: 'settings',
    })
    expect(await readDatabaseKey(createMemorySecrets(), 'key')).toBeNull()
  })
})

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
