import { randomBytes } from 'node:crypto'
import { Fault } from '../domain/fault.ts'
import type { SecretStore } from './secret-store.ts'

/** 256 bits, as hexadecimal digits. */
const isDatabaseKey = (text: string): boolean => /^[0-9a-f]{64}$/i.test(text)

/** Null when the keychain holds none under that name. */
export const readDatabaseKey = async (secrets: Pick<SecretStore, 'read'>, name: string): Promise<string | null> => {
  const key = await secrets.read(name)
  if (key === null) return null
  if (!isDatabaseKey(key))
    throw new Fault('settings', "The keychain's entry for the database is not a database key.", { side: 'This PC' })
  return key.toLowerCase()
}

/**
 * A new key, kept before any database is created under it. Refuses a name that is taken: an older key is never overwritten, because
 * backups may still need it.
 */
export const createDatabaseKey = async (secrets: Omit<SecretStore, 'remove'>, name: string): Promise<string> => {
  if ((await secrets.read(name)) !== null) {
    throw new Fault('settings', 'The keychain already holds a key for this database; it is not overwritten.', {
      side: 'This PC',
    })
  }
  const key = randomBytes(32).toString('hex')
  await secrets.save(name, key)
  if ((await readDatabaseKey(secrets, name)) !== key) {
    throw new Fault('settings', 'The keychain did not keep the key of the database, so no database was created.', {
      side: 'This PC',
    })
  }
  return key
}

/** The key of a data folder that runs without a keychain (`--secrets env`). */
export const databaseKeyFrom = (environment: Readonly<Record<string, string | undefined>>): string => {
  const key = environment[VARIABLE]
  if (key === undefined || key === '') throw wrongVariable(`${VARIABLE} is not set: --secrets env needs it.`)
  if (!isDatabaseKey(key)) throw wrongVariable(`${VARIABLE} must be 64 hexadecimal digits.`)
  return key.toLowerCase()
}

const VARIABLE = 'NAVETTE_DATABASE_KEY'

const wrongVariable = (message: string): Fault =>
  new Fault('settings', message, { side: 'This PC', detail: { variable: VARIABLE } })
