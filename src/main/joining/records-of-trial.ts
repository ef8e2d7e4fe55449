import type { Records } from '../connectors/sockets/ports.ts'

/** Records of an account that is only being tried: nothing of it stays. */
export const recordsOfTrial = (): Records => {
  const kept = new Map<string, unknown>()
  return {
    read: (key, shape) => (kept.has(key) ? shape.parse(kept.get(key)) : null),
    save: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
    list: (prefix, shape) =>
      [...kept]
        .filter(([key]) => key.startsWith(prefix))
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([key, value]) => ({ key, value: shape.parse(value) })),
    together: (work) => work(),
  }
}
