import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openFolder } from '../../../src/main/db/open-folder.ts'
import { openSecrets } from '../../../src/main/joining/secrets.ts'
import { createKeychain } from '../../../src/main/secrets/keychain.ts'
import { secretNames } from '../../../src/main/secrets/names.ts'
import { setup as startKeychainSession } from '../../harness/keychain-session.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

const run = promisify(execFile)

describe('the keychain', () => {
  const keychain = createKeychain()

  it('gives back what it was given, to another process too', async () => {
    await keychain.save('folder/connection/1/token', 'abc')

    expect(await keychain.read('folder/connection/1/token')).toBe('abc')
    expect(await askIn(inject('keychainBus'), 'read', 'folder/connection/1/token')).toEqual({
      value: 'abc',
    })
  })

  it('holds the newest value of a name', async () => {
    await keychain.save('changed', 'old')
    await keychain.save('changed', 'new')

    expect(await keychain.read('changed')).toBe('new')
  })

  it('says null to a name it does not know', async () => {
    expect(await keychain.read('never saved')).toBeNull()
  })

  it('forgets what is removed, and removes it twice without complaint', async () => {
    await keychain.save('removed', 'abc')

    await keychain.remove('removed')
    await keychain.remove('removed')

    expect(await keychain.read('removed')).toBeNull()
  })

  it.each([
    ['accents, emoji and other scripts', 'clé-secrète-🔑-密钥'],
    ['blanks and line ends inside', ' a b\nc\t'],
    ['ten thousand characters', 'x'.repeat(10_000)],
  ])('keeps %s', async (_, value) => {
    await keychain.save('unusual', value)

    expect(await keychain.read('unusual')).toBe(value)
  })

  it('notices a secret that the keychain cut short, and keeps no piece of it', async () => {
    await expect(keychain.save('cut', 'before\0after')).rejects.toMatchObject({ kind: 'settings' })

    expect(await keychain.read('cut')).toBeNull()
  })

  it('refuses an empty secret', async () => {
    await expect(keychain.save('empty', '')).rejects.toMatchObject({ kind: 'settings' })
  })

  it('keeps the secrets of two data folders apart', async () => {
    const [mine, theirs] = [secretNames('folder-a'), secretNames('folder-b')]
    await keychain.save(mine.ofConnection(1, 'token'), 'of a')
    await keychain.save(theirs.ofConnection(1, 'token'), 'of b')

    await keychain.remove(mine.ofConnection(1, 'token'))

    expect(await keychain.read(mine.ofConnection(1, 'token'))).toBeNull()
    expect(await keychain.read(theirs.ofConnection(1, 'token'))).toBe('of b')
  })

  it('holds the key of a data folder, and opens it again', async () => {
    const dir = temporaryFolder()
    const { keys } = openSecrets({ kind: 'keychain' })
    const folder = { dir, keys, holder: 'a test', nowIso: () => '2026-01-12T09:00:00.000Z' }
    const first = await openFolder(folder)
    first.close()

    const again = await openFolder(folder)
    again.close()

    expect(again.id).toBe(first.id)
    expect(await keychain.read(secretNames(first.id).databaseKey('1'))).toMatch(/^[0-9a-f]{64}$/)
  })
})

const NO_KEYCHAIN = {
  fault: 'settings',
  message: "Navette keeps tokens only in the system's keychain, and it is locked or missing.",
  detail: { keychain: 'unavailable' },
}

describe('a locked keychain', () => {
  let bus = ''
  let stop = async () => {}

  beforeAll(async () => {
    stop = await startKeychainSession({
      provide: (_, address) => {
        bus = address
      },
    })
    await askIn(bus, 'save', 'kept before', 'abc')
    await lock(bus)
  })
  afterAll(() => stop())

  it('does not pass for one that holds nothing', async () => {
    expect(await askIn(bus, 'read', 'kept before')).toEqual(NO_KEYCHAIN)
    expect(await askIn(bus, 'read', 'never saved')).toEqual(NO_KEYCHAIN)
  })

  it('takes nothing in', async () => {
    expect(await askIn(bus, 'save', 'new', 'abc')).toEqual(NO_KEYCHAIN)
  })

  it('does not claim to have removed anything', async () => {
    expect(await askIn(bus, 'remove', 'kept before')).toEqual(NO_KEYCHAIN)
  })
})

describe('a system without a keychain', () => {
  it.each(['read', 'save', 'remove'])('is told plainly on %s', async (act) => {
    expect(await askIn('unix:path=/nowhere/bus', act, 'name', 'abc')).toEqual(NO_KEYCHAIN)
  })

  it('is told as plainly when its library is missing', async () => {
    const keychain = createKeychain(() => Promise.reject(new Error('libsecret-1.so.0: cannot open shared object file')))

    await expect(keychain.read('name')).rejects.toMatchObject({ kind: 'settings', message: NO_KEYCHAIN.message })
  })
})

const script = fileURLToPath(new URL('ask-keychain.ts', import.meta.url))

const askIn = async (bus: string | undefined, ...question: readonly string[]): Promise<unknown> => {
  const env = { ...process.env, DBUS_SESSION_BUS_ADDRESS: bus }
  const { stdout } = await run(process.execPath, [script, ...question], { env })
  return JSON.parse(stdout)
}

const lock = (bus: string) =>
  run(
    'dbus-send',
    [
      '--session',
      '--print-reply',
      '--dest=org.freedesktop.secrets',
      '/org/freedesktop/secrets',
      'org.freedesktop.Secret.Service.Lock',
      'array:objpath:/org/freedesktop/secrets/collection/login',
    ],
    { env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: bus } },
  )
