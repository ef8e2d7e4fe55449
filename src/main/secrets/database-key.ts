import { Fault } from '../domain/fault.ts'

/** 256 bits, as hexadecimal digits. */
const isDatabaseKey = (text: string): boolean => /^[0-9a-f]{64}$/i.test(text)

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
