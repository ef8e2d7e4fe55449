import type { Repositories } from '../db/repositories.ts'
import type { SecretStore } from '../secrets/secret-store.ts'
import type { Values } from './field-values.ts'

/** Keeps all of these, or none: what was kept before a failure goes again. `nameOf` gives the entry of a field. */
export const keepSecrets = async (
  store: SecretStore,
  nameOf: (field: string) => string,
  secrets: Values,
): Promise<void> => {
  const before = new Map<string, string | null>()
  try {
    for (const [field, value] of Object.entries(secrets)) {
      const known = await store.read(nameOf(field))
      if (known === value) continue
      before.set(field, known)
      await store.save(nameOf(field), value)
    }
  } catch (error) {
    await putBack(store, nameOf, before)
    throw error
  }
}

export const removeSecrets = async (
  store: SecretStore,
  nameOf: (field: string) => string,
  fields: readonly string[],
): Promise<void> => {
  for (const field of fields) await store.remove(nameOf(field))
}

/** Ends the *credentials* problem of a connection if it is about this side; the other side's refusal still stands. */
export const endRefusal = (
  { problems }: Pick<Repositories, 'problems'>,
  connectionId: number,
  isThisSide: (side: unknown) => boolean,
): void => {
  const standing = problems.of({ connectionId }).find(({ kind }) => kind === 'credentials')
  if (standing !== undefined && isThisSide(standing.detail['side'])) problems.clear({ connectionId }, 'credentials')
}

/** The fields whose secret is kept, asking for no value to be shown. A store that cannot be asked holds none that can be used. */
export const secretsSet = async (
  store: SecretStore,
  nameOf: (field: string) => string,
  fields: readonly string[],
): Promise<readonly string[]> => {
  const kept = await Promise.all(
    fields.map(async (field) => (await store.read(nameOf(field)).catch(() => null)) !== null),
  )
  return fields.filter((_, index) => kept[index])
}

const putBack = async (
  store: SecretStore,
  nameOf: (field: string) => string,
  before: ReadonlyMap<string, string | null>,
): Promise<void> => {
  for (const [field, value] of before) {
    // The first failure is the one to tell; this one is its echo.
    await (value === null ? store.remove(nameOf(field)) : store.save(nameOf(field), value)).catch(() => {})
  }
}
