import { isFault } from '../../../src/main/domain/fault.ts'
import { createKeychain } from '../../../src/main/secrets/keychain.ts'

// A process of its own: libsecret keeps the first bus it has spoken to for as long as a process lives.
const [act, name = '', value = ''] = process.argv.slice(2)
const keychain = createKeychain()

const answer = async (): Promise<unknown> => {
  if (act === 'read') return { value: await keychain.read(name) }
  if (act === 'save') return { saved: await keychain.save(name, value) }
  return { removed: await keychain.remove(name) }
}

const fault = (error: unknown) => {
  if (!isFault(error)) throw error
  return { fault: error.kind, message: error.message, detail: error.detail }
}

console.log(JSON.stringify(await answer().catch(fault)))
