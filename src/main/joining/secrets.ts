import { readFile } from 'node:fs/promises'
import type { DatabaseKeys } from '../db/open-folder.ts'
import { databaseKeyFrom } from '../secrets/database-key.ts'
import { createEnvironmentSecrets, type SecretSource } from '../secrets/environment.ts'
import { inParts } from '../secrets/in-parts.ts'
import { createKeychain } from '../secrets/keychain.ts'
import { createMemorySecrets } from '../secrets/memory.ts'
import { secretNames } from '../secrets/names.ts'
import type { SecretStore } from '../secrets/secret-store.ts'

/** `memory` is for the demo and tests: what it holds ends with the process. */
export type SecretsChoice =
  | { readonly kind: 'keychain' }
  | { readonly kind: 'environment'; readonly environment: Readonly<Record<string, string | undefined>> }
  | { readonly kind: 'memory'; readonly databaseKey: string }

export interface Secrets {
  readonly keys: DatabaseKeys
  /** @param sourceOf where an entry stands, for a store that reads the environment */
  readonly store: (sourceOf: (name: string) => SecretSource | null) => SecretStore
}

const readSecretFile = (place: string): Promise<string> => readFile(place, 'utf8')

/** The entry of a folder's first key; another key, later, gets another name. */
const FIRST_KEY = '1'

/** Where database keys and tokens are kept, as the host chose. */
export const openSecrets = (choice: SecretsChoice): Secrets => {
  switch (choice.kind) {
    case 'keychain': {
      const keychain = inParts(createKeychain())
      return { keys: keysIn(keychain), store: () => keychain }
    }
    case 'environment': {
      // Asked for before anything is opened: a missing variable is a matter of how the program was called.
      const key = databaseKeyFrom(choice.environment)
      return {
        keys: fixedKey(key),
        store: (sourceOf) => createEnvironmentSecrets(choice.environment, sourceOf, readSecretFile),
      }
    }
    case 'memory': {
      const secrets = createMemorySecrets()
      return { keys: fixedKey(choice.databaseKey), store: () => secrets }
    }
  }
}

const keysIn = (store: SecretStore): DatabaseKeys => ({
  read: (folderId) => store.read(secretNames(folderId).databaseKey(FIRST_KEY)),
  create: (folderId, key) => store.save(secretNames(folderId).databaseKey(FIRST_KEY), key),
})

const fixedKey = (key: string): DatabaseKeys => ({ read: async () => key, create: async () => {} })
