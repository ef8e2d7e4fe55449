import { Fault } from '../domain/fault.ts'
import type { SecretStore } from './secret-store.ts'

/**
 * Secrets of a PC without a keychain (`--secrets env`): read from the environment every time, so that a changed one is seen; never
 * written.
 * @param variableOf the variable that the configuration file names (`{ "env": NAME }`) for an entry; null when it names none
 */
export const createEnvironmentSecrets = (
  environment: Readonly<Record<string, string | undefined>>,
  variableOf: (name: string) => string | null,
): SecretStore => ({
  async read(name) {
    const variable = variableOf(name)
    if (variable === null) return null
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

const wrong = (variable: string, message: string): Fault =>
  new Fault('settings', message, { side: 'This PC', detail: { variable } })
