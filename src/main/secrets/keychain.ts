import { Fault } from '../domain/fault.ts'
import type { SecretStore } from './secret-store.ts'

const SERVICE = 'Navette'
// A locked gnome-keyring says "nothing here" to a question and refuses only a writing (keytar 7.9, seen 2026-11-21).
const PROBE = 'is the keychain open'

type Keytar = Pick<typeof import('keytar'), 'getPassword' | 'setPassword' | 'deletePassword'>

// Loaded when first needed: without libsecret the module itself fails, and that must become a sentence, not a crash.
const loadKeytar = async (): Promise<Keytar> => (await import('keytar')).default

/** The operating system's keychain, and nothing in its place when there is none. */
export const createKeychain = (load: () => Promise<Keytar> = loadKeytar): SecretStore => {
  const ask = async <T>(question: (keytar: Keytar) => Promise<T>): Promise<T> => {
    try {
      return await question(await load())
    } catch (cause) {
      throw noKeychain(cause)
    }
  }
  const makeSureItIsOpen = () => ask((keytar) => keytar.setPassword(SERVICE, PROBE, 'yes'))

  return {
    async read(name) {
      const value = await ask((keytar) => keytar.getPassword(SERVICE, name))
      if (value === null) await makeSureItIsOpen()
      return value
    },
    async save(name, value) {
      if (value === '') throw new Fault('settings', 'An empty secret cannot be kept.', { side: 'This PC' })
      await ask((keytar) => keytar.setPassword(SERVICE, name, value))
      const kept = await ask((keytar) => keytar.getPassword(SERVICE, name))
      if (kept === value) return
      await ask((keytar) => keytar.deletePassword(SERVICE, name))
      throw new Fault('settings', NOT_KEPT, { side: 'This PC', detail: { keychain: 'changed' } })
    },
    async remove(name) {
      const removed = await ask((keytar) => keytar.deletePassword(SERVICE, name))
      if (!removed) await makeSureItIsOpen()
    },
  }
}

const NOT_KEPT = "The system's keychain did not keep the secret as it was entered."

/** `detail.keychain` tells a missing keychain from a wrong setting. */
const noKeychain = (cause: unknown): Fault =>
  new Fault('settings', "Navette keeps tokens only in the system's keychain, and it is locked or missing.", {
    cause,
    side: 'This PC',
    detail: { keychain: 'unavailable' },
  })
