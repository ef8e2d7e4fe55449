import { z } from 'zod'
import type { Repositories } from '../db/repositories.ts'
import type { SecretSource } from '../secrets/environment.ts'

const KEY = 'secret-variables'
/** A bare text is the name of a variable. */
const Sources = z.record(z.string(), z.union([z.string(), z.strictObject({ file: z.string() })]))

export type SecretSources = ReturnType<typeof createSecretSources>

/** Where a secret stands outside, so that `--secrets env` finds it without the configuration file. Names and paths, never values. */
export const createSecretSources = ({ settings }: Pick<Repositories, 'settings'>) => {
  const read = () => settings.read(KEY, (value) => Sources.parse(value)) ?? {}
  return {
    /** Of an entry of the secret store; null when none was named. */
    of(secretName: string): SecretSource | null {
      const kept = read()[secretName] ?? null
      return typeof kept === 'string' ? { env: kept } : kept
    },
    save(secretName: string, source: SecretSource): void {
      const kept = 'env' in source ? source.env : source
      const before = read()
      if (JSON.stringify(before[secretName]) !== JSON.stringify(kept))
        settings.save(KEY, { ...before, [secretName]: kept })
    },
  }
}
