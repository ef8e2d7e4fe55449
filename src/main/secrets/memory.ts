import type { SecretStore } from './secret-store.ts'

/** Secrets of a practice account, which are worth nothing and end with the process. */
export const createMemorySecrets = (first: Readonly<Record<string, string>> = {}): SecretStore => {
  const secrets = new Map(Object.entries(first))
  return {
    read: async (name) => secrets.get(name) ?? null,
    async save(name, value) {
      secrets.set(name, value)
    },
    async remove(name) {
      secrets.delete(name)
    },
  }
}
