import type { Records } from '../connectors/sockets/ports.ts'

/** What a trial wrote of a key; a removed one hides what is kept. */
type Written = { readonly value: unknown } | 'removed'

/**
 * Records of an account that is only being tried: nothing of it stays.
 * @param kept records that show through where the trial wrote nothing; never written
 */
export const recordsOfTrial = (kept: Records | null = null): Records => {
  const written = new Map<string, Written>()
  return {
    read(key, shape) {
      const own = written.get(key)
      if (own === undefined) return kept?.read(key, shape) ?? null
      return own === 'removed' ? null : shape.parse(own.value)
    },
    save: (key, value) => void written.set(key, { value }),
    remove: (key) => void written.set(key, 'removed'),
    list(prefix, shape) {
      const own = [...written].flatMap(([key, entry]) =>
        entry === 'removed' || !key.startsWith(prefix) ? [] : [{ key, value: shape.parse(entry.value) }],
      )
      const through = kept?.list(prefix, shape).filter(({ key }) => !written.has(key)) ?? []
      return [...own, ...through].toSorted((one, other) => (one.key < other.key ? -1 : 1))
    },
    together: (work) => work(),
  }
}
