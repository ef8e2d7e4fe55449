import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Folder } from '../../../../src/main/connectors/sockets/ports.ts'
import { Fault } from '../../../../src/main/domain/fault.ts'
import { createFolders } from '../../../../src/main/joining/folders/create-folders.ts'
import { aLocalPlace, anFtpsPlace, anSftpPlace } from './a-place.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const PLENTY = 10_000_000

const places = [
  ['a local folder', aLocalPlace],
  ['SFTP', anSftpPlace],
  ['SFTP that lays files over others', () => anSftpPlace({ laysOver: true })],
  ['FTPS', anFtpsPlace],
] as const

describe.each(places)('files by %s', (_, open) => {
  it('are written with the folders on the way, listed, and read as they were', async () => {
    const { use, disk } = await open()
    const text = '1;é;"\r\n€'.repeat(40_000)

    const read = await use(async (folder) => {
      await folder.write('in/orders/a b.csv', bytesOf(text))
      return folder.read('in/orders/a b.csv', PLENTY)
    })

    expect(textOf(read) === text).toBe(true)
    expect(readFileSync(join(disk, 'in/orders/a b.csv'), 'utf8') === text).toBe(true)
  })

  it('are listed with size and time, folders and links left out', async () => {
    const { use, disk } = await open()
    mkdirSync(join(disk, 'out/below'), { recursive: true })
    writeFileSync(join(disk, 'out/one.csv'), 'abc')
    utimesSync(join(disk, 'out/one.csv'), 1_700_000_000, 1_700_000_000)
    symlinkSync(join(disk, 'out/one.csv'), join(disk, 'out/link.csv'))

    const found = await use((folder) => folder.list('out'))

    expect(found).toEqual([{ path: 'out/one.csv', bytes: 3, modifiedAt: 1_700_000_000_000 }])
    expect(await use((folder) => folder.list(''))).toEqual([])
  })

  it('are written anew where there is one of the name', async () => {
    const { use } = await open()

    await use((folder) => folder.write('a.tmp', bytesOf('longer than the other')))
    await use((folder) => folder.write('a.tmp', bytesOf('short')))

    expect(textOf(await use((folder) => folder.read('a.tmp', PLENTY)))).toBe('short')
  })

  it('may be empty', async () => {
    const { use } = await open()

    await use((folder) => folder.write('a.csv', bytesOf('')))

    expect(await use((folder) => folder.read('a.csv', PLENTY))).toHaveLength(0)
  })

  it('are moved with the folders on the way', async () => {
    const { use, disk } = await open()
    writeFileSync(join(disk, 'a.tmp'), 'abc')

    expect(await use((folder) => folder.move('a.tmp', 'in/a.csv'))).toBe('moved')

    expect(readdirSync(disk)).toEqual(['in'])
    expect(readFileSync(join(disk, 'in/a.csv'), 'utf8')).toBe('abc')
  })

  it('are never laid over another', async () => {
    const { use, disk } = await open()
    writeFileSync(join(disk, 'a.tmp'), 'new')
    writeFileSync(join(disk, 'a.csv'), 'old')

    expect(await use((folder) => folder.move('a.tmp', 'a.csv'))).toBe('taken')

    expect(readFileSync(join(disk, 'a.csv'), 'utf8')).toBe('old')
    expect(readFileSync(join(disk, 'a.tmp'), 'utf8')).toBe('new')
  })

  it('that are gone are told so when they are to be moved, and removed already', async () => {
    const { use, disk } = await open()

    expect(await use((folder) => folder.move('a.tmp', 'a.csv'))).toBe('gone')
    await use((folder) => folder.remove('a.tmp'))

    expect(readdirSync(disk)).toEqual([])
  })

  it('are removed', async () => {
    const { use, disk } = await open()
    writeFileSync(join(disk, 'a.csv'), 'abc')

    await use((folder) => folder.remove('a.csv'))

    expect(readdirSync(disk)).toEqual([])
  })

  it('that are not there, and folders, are a fault that says so', async () => {
    const { use } = await open()
    const missing = {
      name: 'Fault',
      kind: 'settings',
      outcome: 'not-done',
      side: 'Boutique',
      detail: { code: 'ENOENT' },
    }

    await expect(use((folder) => folder.read('a.csv', PLENTY))).rejects.toMatchObject(missing)
    await expect(use((folder) => folder.list('out'))).rejects.toMatchObject(missing)
    await expect(use((folder) => folder.list('out/deeper'))).rejects.toMatchObject(missing)
  })

  it('that are too large are not read', async () => {
    const { use, disk } = await open()
    writeFileSync(join(disk, 'a.csv'), 'abcd')

    await expect(use((folder) => folder.read('a.csv', 3))).rejects.toMatchObject({ kind: 'unreadable' })
    expect(await use((folder) => folder.read('a.csv', 4))).toHaveLength(4)
  })

  it.each(['../a.csv', 'in/../../a.csv', './a.csv', 'in\\..\\..\\a.csv', 'a\r\nDELE b'])(
    'stay inside the folder: %j',
    async (path) => {
      const { use, disk } = await open()
      writeFileSync(join(disk, '../a.csv'), 'secret')

      await expect(use((folder) => folder.read(path, PLENTY))).rejects.toMatchObject({ kind: 'settings' })
      await expect(use((folder) => folder.write(path, bytesOf('x')))).rejects.toMatchObject({ kind: 'settings' })
      await expect(use((folder) => folder.remove(path))).rejects.toMatchObject({ kind: 'settings' })
    },
  )

  it('want a folder that is there', async () => {
    const { use, place, disk } = await open()
    writeFileSync(join(disk, 'file'), '')

    await expect(use((folder) => folder.list(''), { address: `${place.address}/nowhere` })).rejects.toMatchObject({
      kind: 'settings',
      message: expect.stringContaining('Boutique'),
    })
    await expect(use((folder) => folder.list(''), { address: `${place.address}/file` })).rejects.toMatchObject({
      kind: 'settings',
    })
  })

  it.skipIf(process.getuid?.() === 0)('may be closed to us', async () => {
    const { use, disk } = await open()
    chmodSync(disk, 0o500)

    await expect(use((folder) => folder.write('a.csv', bytesOf('x')))).rejects.toMatchObject({ kind: 'settings' })
  })
})

const outcomeOf = (fault: unknown): unknown => (fault instanceof Fault ? fault.outcome : undefined)

const acts: Readonly<Record<string, (folder: Folder) => Promise<unknown>>> = {
  list: (folder) => folder.list(''),
  read: (folder) => folder.read('old.csv', PLENTY),
  write: (folder) => folder.write('in/new.tmp', bytesOf('0123456789')),
  move: (folder) => folder.move('old.csv', 'in/moved.csv'),
  remove: (folder) => folder.remove('old.csv'),
}

describe.each([
  ['SFTP', anSftpPlace],
  ['FTPS', anFtpsPlace],
])('a connection by %s', (_, open) => {
  const openWithFile = async () => {
    const opened = await open()
    writeFileSync(join(opened.disk, 'old.csv'), 'abcdefgh')
    const before = opened.wire?.acts.length ?? 0
    return { ...opened, before }
  }

  describe.each(Object.entries(acts))('that is cut while it should %s', (act, work) => {
    it.each(['lost-request', 'lost-answer', 'silent', 'half'] as const)('is a fault at every step: %s', async (how) => {
      const calm = await openWithFile()
      await calm.use(work)
      const steps = calm.wire?.acts.length ?? 0
      expect(steps).toBeGreaterThan(0)

      // Silence is waited for: once is enough.
      for (let step = how === 'silent' ? steps - 1 : 0; step < steps; step += 1) {
        const { use, wire, disk } = await openWithFile()
        let passing = step
        wire?.spoil(how, () => passing-- === 0)

        const fault = await use(work).then(
          () => null,
          (error: unknown) => error,
        )

        // A good-bye that is lost takes nothing along.
        if (fault === null) expect(step).toBe(steps - 1)
        else expect(fault).toMatchObject({ name: 'Fault', kind: 'unreachable', side: 'Boutique' })
        const hasHappened = existsSync(join(disk, 'in/moved.csv')) || !existsSync(join(disk, 'old.csv'))
        if (fault !== null && hasHappened) expect(fault).toMatchObject({ outcome: 'unknown' })
        if (act === 'list' || act === 'read') expect([undefined, 'not-done']).toContain(outcomeOf(fault))
      }
    })
  })

  it.each([
    ['full', 'unreachable'],
    ['closed', 'settings'],
    ['refused', 'unreachable'],
  ] as const)('to a server that says no is a fault, and certain: %s', async (how, kind) => {
    const { use, wire, disk } = await openWithFile()
    wire?.spoil(how, ({ name }) => name === 'write' || name === 'stor')

    await expect(use((folder) => folder.write('new.tmp', bytesOf('x')))).rejects.toMatchObject({
      ...{ kind, outcome: 'not-done' },
    })
    wire?.spoil('refused', ({ name }) => name === 'rename' || name === 'rnto')
    await expect(use((folder) => folder.move('old.csv', 'moved.csv'))).rejects.toMatchObject({
      ...{ kind: 'unreachable', outcome: 'not-done' },
    })
    expect(existsSync(join(disk, 'old.csv'))).toBe(true)
  })

  it('is refused with another login or password, in words that name neither', async () => {
    const { use } = await open()

    for (const facts of [{ login: 'other' }, { password: 'wrong-word' }]) {
      const fault = await use((folder) => folder.list(''), facts).catch((error: unknown) => error)
      expect(fault).toMatchObject({ kind: 'credentials', side: 'Boutique' })
      expect(String(fault)).not.toContain('wrong-word')
    }
  })

  it('is unreachable where nobody listens', async () => {
    const { use, place } = await open()
    const address = place.address.replace(/:\d+/, ':1')

    await expect(use((folder) => folder.list(''), { address })).rejects.toMatchObject({ kind: 'unreachable' })
  })

  it.each([
    ['a login', (address: string) => address.replace('://', '://me:secret@')],
    ['a query', (address: string) => `${address}?a=b`],
    ['a % that stands for nothing', (address: string) => `${address}/%zz`],
    ['no server', (address: string) => `${address.split('://')[0]}:///folder`],
  ])('is refused where the address holds %s', async (_name, spoil) => {
    const { use, place } = await open()

    const fault = await use((folder) => folder.list(''), { address: spoil(place.address) }).catch(
      (error: unknown) => error,
    )

    expect(fault).toMatchObject({ kind: 'settings' })
    expect(String(fault)).not.toContain('secret')
  })

  it('begins where the login leads when the address names no folder', async () => {
    const { use, place } = await open()

    const found = await use((folder) => folder.list('exchange'), { address: place.address.replace('/exchange', '') })
    const below = await use((folder) => folder.list(''), { address: place.address.replace('/exchange', '/~/exchange') })

    expect([found, below]).toEqual([[], []])
  })
})

it.each(['ftp://example.com/in', 'http://example.com/in', 'smb://nas/in'])(
  'no files are exchanged by %s',
  async (address) => {
    const { place } = await aLocalPlace()

    await expect(createFolders('Boutique').use({ ...place, address }, async () => null)).rejects.toMatchObject({
      kind: 'settings',
      message: expect.stringContaining('sftp://'),
    })
  },
)
