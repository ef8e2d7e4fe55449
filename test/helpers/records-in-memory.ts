import type { Records } from '../../src/main/connectors/sockets/ports.ts'

/** A connector's small store without a database: values travel through JSON, as they do through one. */
export const recordsInMemory = (): Records => {
  const entries = new Map<string, string>()
  return {
    read: (key, shape) => {
      const text = entries.get(key)
      return text === undefined ? null : shape.parse(JSON.parse(text))
    },
    save: (key, value) => void entries.set(key, JSON.stringify(value)),
    remove: (key) => void entries.delete(key),
    list: (prefix, shape) =>
      Array.from(entries)
        .filter(([key]) => key.startsWith(prefix))
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([key, text]) => ({ key, value: shape.parse(JSON.parse(text)) })),
    together: (work) => {
      const before = new Map(entries)
      try {
        return work()
      } catch (error) {
        entries.clear()
        for (const [key, text] of before) entries.set(key, text)
        throw error
      }
    },
  }
}
