import { copyFileSync, cpSync, existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FolderTrouble } from '../../../src/main/db/folder-trouble.ts'
import { MIGRATIONS } from '../../../src/main/db/migrations/index.ts'
import type { DatabaseKeys } from '../../../src/main/db/open-folder.ts'
import { createRepositories } from '../../../src/main/db/repositories.ts'
import { aNewOrder } from '../../helpers/an-order.ts'
import { bytesUnder, temporaryFolder } from '../../helpers/temporary-folder.ts'
import { aFolder, keysInMemory, opening, trouble } from './a-data-folder.ts'

describe('a data folder', () => {
  it('is made with a key of its own, and opened again with it', async () => {
    const { dir, entries, keys, id } = await aFolder()

    const again = await opening(dir, keys)

    expect(again.id).toBe(id)
    expect([...entries.keys()]).toEqual([id])
    expect(entries.get(id)).toMatch(/^[0-9a-f]{64}$/)
    expect(createRepositories(again.db).orders.get(1)?.reference).toBe('214001')
    expect(statSync(join(dir, 'navette.db')).mode & 0o777).toBe(0o600)
  })

  it('tells nothing to whoever copies it: database, log, backups and all the rest', async () => {
    const { dir, keys } = await aFolder()
    const folder = await opening(dir, keys)
    const { orders } = createRepositories(folder.db)
    orders.insertNew([aNewOrder({ reference: '214002' })])
    await folder.backups.daily('2026-11-20T10:00:00.000Z')
    orders.list({ tab: 'all', search: 'lefebvre', sort: 'deliveryMode', direction: 'ascending', offset: 0, limit: 9 })

    const bytes = bytesUnder(dir)

    expect(existsSync(join(dir, 'navette.db-wal'))).toBe(true)
    expect(await folder.backups.list()).toMatchObject([{ reason: 'daily' }])
    for (const word of ['lefebvre', 'elodie', 'tilleuls', 'maboutique', 'mug-blue', '214002', 'sqlite format 3'])
      expect(bytes).not.toContain(word)
  })

  it('uses the key it is given when there is one for every folder', async () => {
    const key = 'ab'.repeat(32)
    const refusing: DatabaseKeys = { read: async () => key, create: () => Promise.reject(new Error('read only')) }
    const dir = temporaryFolder()

    const folder = await opening(dir, refusing)
    folder.close()

    expect((await opening(dir, refusing)).db.open).toBe(true)
  })

  it('goes on after a crash between writing the key and making the database', async () => {
    const { dir, keys, id, path } = await aFolder()
    rmSync(path)

    const folder = await opening(dir, keys)

    expect(folder.id).toBe(id)
    expect(createRepositories(folder.db).orders.get(1)).toBeNull()
  })

  it('is held by one at a time', async () => {
    const { dir, keys } = await aFolder()
    await opening(dir, keys)

    await expect(opening(dir, keys)).rejects.toEqual(trouble('in-use'))
  })

  it('knows whether the last run closed it', async () => {
    const { dir, keys } = await aFolder()
    writeFileSync(join(dir, 'lock.json'), '{}')

    const folder = await opening(dir, keys)

    expect(folder.uncleanEnd).toBe(true)
    expect(await folder.check()).toEqual([])
    folder.close()
    expect((await opening(dir, keys)).uncleanEnd).toBe(false)
  })

  it('copies the database before it is migrated', async () => {
    const { dir, keys } = await aFolder()
    const folder = await opening(dir, keys)
    const older = MIGRATIONS.at(-2)?.version
    folder.db.exec(`
      DROP INDEX cycles_by_start;
      ALTER TABLE cycles DROP COLUMN took_ms;
      ALTER TABLE cycles DROP COLUMN longest_ms`)
    folder.db.pragma(`user_version = ${older}`)
    folder.close()

    const migrated = await opening(dir, keys, '2026-12-01T10:00:00.000Z')

    expect(await migrated.backups.list()).toMatchObject([
      { reason: 'before-update', madeAt: '2026-12-01T10:00:00.000Z' },
    ])
    expect(migrated.db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.at(-1)?.version)
  })
})

describe('what keeps a data folder from opening is told apart', () => {
  const cases: readonly (readonly [FolderTrouble, (folder: Awaited<ReturnType<typeof aFolder>>) => void])[] = [
    ['key-missing', ({ entries }) => entries.clear()],
    ['key-wrong', ({ entries, id }) => void entries.set(id, 'ab'.repeat(32))],
    ['key-malformed', ({ entries, id }) => void entries.set(id, 'abc')],
    ['damaged', ({ path }) => writeFileSync(path, 'x'.repeat(8192))],
    [
      'damaged',
      ({ path }) => {
        const bytes = readFileSync(path)
        bytes.fill(0, 0, 512)
        writeFileSync(path, bytes)
      },
    ],
    ['identity-missing', ({ dir }) => rmSync(join(dir, 'folder.json'))],
    ['identity-damaged', ({ dir }) => truncateSync(join(dir, 'folder.json'), 10)],
    [
      'database-missing',
      ({ dir, path }) => {
        cpSync(path, join(dir, 'backups', '2026-11-19T03-00-00.000Z-daily.db'), { recursive: true })
        rmSync(path)
      },
    ],
  ]

  it.each(cases)('%s', async (reason, spoil) => {
    const folder = await aFolder()
    spoil(folder)

    await expect(opening(folder.dir, folder.keys)).rejects.toEqual(trouble(reason))
  })

  it.each(['key-missing', 'key-wrong'] as const)(
    'and nothing is touched: %s, then the right key again',
    async (reason) => {
      const { dir, entries, keys, id, path } = await aFolder()
      const key = entries.get(id) ?? ''
      const before = readFileSync(path)
      entries.delete(id)
      if (reason === 'key-wrong') entries.set(id, 'ab'.repeat(32))
      await expect(opening(dir, keys)).rejects.toEqual(trouble(reason))

      expect(readFileSync(path).equals(before)).toBe(true)
      entries.set(id, key)
      expect(createRepositories((await opening(dir, keys)).db).orders.get(1)?.reference).toBe('214001')
    },
  )

  it('a newer database is refused and kept', async () => {
    const { dir, keys } = await aFolder()
    const folder = await opening(dir, keys)
    folder.db.pragma('user_version = 9990')
    folder.close()

    await expect(opening(dir, keys)).rejects.toMatchObject({ kind: 'settings', detail: { reason: 'newer-database' } })
  })

  it('a keychain that does not keep the key leaves no database behind', async () => {
    const dir = temporaryFolder()
    const forgetful: DatabaseKeys = { read: async () => null, create: async () => {} }

    await expect(opening(dir, forgetful)).rejects.toEqual(trouble('key-not-kept'))

    expect(existsSync(join(dir, 'navette.db'))).toBe(false)
    expect(existsSync(join(dir, 'folder.json'))).toBe(false)
  })

  it('a path that is a file is no folder', async () => {
    const path = join(temporaryFolder(), 'file')
    writeFileSync(path, '')

    await expect(opening(path, keysInMemory().keys)).rejects.toEqual(trouble('unusable'))
  })

  it.runIf(process.platform === 'linux')('a place where no folder can be made', async () => {
    await expect(opening('/proc/nowhere/data', keysInMemory().keys)).rejects.toEqual(trouble('unusable'))
  })

  it('a copied folder opens nowhere without the key', async () => {
    const { dir } = await aFolder()
    const copy = temporaryFolder()
    for (const name of ['navette.db', 'folder.json']) copyFileSync(join(dir, name), join(copy, name))

    await expect(opening(copy, keysInMemory().keys)).rejects.toEqual(trouble('key-missing'))
  })
})
