import { Fault } from '../domain/fault.ts'
import type { SecretStore } from './secret-store.ts'

/** Where a secret stands: in an environment variable, or in a file (its full path) that is its owner's to guard. */
export type SecretSource = { readonly env: string } | { readonly file: string }

/**
 * Secrets of a PC without a keychain (`--secrets env`): read from the environment, or from the file, every time, so that a changed one is
 * seen; never written.
 * @param sourceOf where the configuration file says an entry stands; null when it says nothing
 */
export const createEnvironmentSecrets = (
  environment: Readonly<Record<string, string | undefined>>,
  sourceOf: (name: string) => SecretSource | null,
  readFile: (place: string) => Promise<string>,
): SecretStore => ({
  async read(name) {
    const source = sourceOf(name)
    if (source === null) return null
    if ('file' in source) return readSecretFile(source.file, readFile)
    const variable = source.env
    const value = environment[variable]
    if (value === undefined || value === '') throw wrong(variable, `${variable} is not set in the environment.`)
    if (value !== value.trim()) throw wrong(variable, `${variable} begins or ends with a blank.`)
    return value
  },
  async save() {
    throw new Fault('settings', 'With --secrets env, secrets are changed in the environment, not here.', {
      side: 'This PC',
    })
  },
  // What the environment holds is its owner's to remove; a connection may be removed all the same.
  remove: async () => {},
})

const readSecretFile = async (place: string, readFile: (place: string) => Promise<string>): Promise<string> => {
  const text = await readFile(place).catch(() => '')
  const value = text.trim()
  if (value === '') throw wrong(place, `The secret in ${place} cannot be read.`)
  // A password ends before its line does; a key of many lines is kept to the sign.
  return value.includes('\n') ? text : value
}

const wrong = (variable: string, message: string): Fault =>
  new Fault('settings', message, { side: 'This PC', detail: { variable } })
