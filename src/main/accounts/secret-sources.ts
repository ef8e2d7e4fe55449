import { z } from 'zod'
import type { Repositories } from '../db/repositories.ts'

const KEY = 'secret-variables'
const Variables = z.record(z.string(), z.string())

export type SecretVariables = ReturnType<typeof createSecretVariables>

/** Which environment variable holds a secret, so that `--secrets env` finds it without the configuration file. Names, never values. */
export const createSecretVariables = ({ settings }: Pick<Repositories, 'settings'>) => {
  const read = () => settings.read(KEY, (value) => Variables.parse(value)) ?? {}
  return {
    /** The variable of an entry of the secret store; null when none was named. */
    of: (secretName: string): string | null => read()[secretName] ?? null,
    save: (secretName: string, variable: string): void => {
      if (read()[secretName] !== variable) settings.save(KEY, { ...read(), [secretName]: variable })
    },
  }
}
