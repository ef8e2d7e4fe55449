import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Database } from '../../../src/main/db/open-database.ts'
import { createRepositories } from '../../../src/main/db/repositories.ts'
import { aNewOrder } from '../../helpers/an-order.ts'
import { aFolder, opening, trouble } from './a-data-folder.ts'

const LOG_HEAD = 32

describe('a damaged database', () => {
  const DAY = (date: number): string => `2026-11-${date}T10:00:00.000Z`

  /** Two daily backups; the order 214002 came after the older of them, 214003 after both. */
  const withBackups = async () => {
    const { dir, keys, path } = await aFolder()
    const folder = await opening(dir, keys, DAY(18))
    const { orders } = createRepositories(folder.db)
    await folder.backups.daily(DAY(18))
    orders.insertNew([aNewOrder({ reference: '214002' })])
    await folder.backups.daily(DAY(19))
    orders.insertNew([aNewOrder({ reference: '214003' })])
    return { dir, keys, path, folder }
  }
  const references = ({ db }: { readonly db: Database }) =>
    db.prepare('SELECT reference FROM orders ORDER BY reference').pluck().all()
  const spoil = (path: string): void => writeFileSync(path, 'x'.repeat(8192))

  it('gives way to the newest backup and is kept beside it, its log with it', async () => {
    const { dir, keys, path, folder } = await withBackups()
    const { length } = readFileSync(`${path}-wal`)
    // The first of its two transactions: SQLite merges a log into a file that is not much shorter than the log says, however damaged.
    const log = readFileSync(`${path}-wal`).subarray(0, LOG_HEAD + (length - LOG_HEAD) / 2)
    folder.close()
    spoil(path)
    writeFileSync(`${path}-wal`, log)

    const restored = await opening(dir, keys, DAY(20))

    expect(restored.restored).toMatchObject({ madeAt: DAY(19) })
    expect(references(restored)).toEqual(['214001', '214002'])
    const aside = join(dir, 'backups', '2026-11-20T10-00-00.000Z-damaged.db')
    expect([readFileSync(aside, 'utf8').slice(0, 3), readFileSync(`${aside}-wal`).equals(log)]).toEqual(['xxx', true])
    expect(await restored.backups.list()).toHaveLength(2)
    restored.close()
    expect((await opening(dir, keys)).restored).toBeNull()
  })

  it('in the middle is found at the next start, once the file was read through', async () => {
    const { dir, keys, path, folder } = await withBackups()
    folder.close()
    const bytes = readFileSync(path)
    writeFileSync(path, bytes.fill(7, bytes.length - 40_960))
    const stumbling = await opening(dir, keys, DAY(20))
    expect([stumbling.restored, await stumbling.check()]).toEqual([null, [expect.any(String)]])
    stumbling.close()

    const restored = await opening(dir, keys, DAY(20))

    expect(restored.restored).toMatchObject({ madeAt: DAY(19) })
    expect(references(restored)).toEqual(['214001', '214002'])
  })

  it('was only suspected: a sound one is kept, and read through once', async () => {
    const { dir, keys, folder } = await withBackups()
    folder.distrust()
    folder.close()

    const again = await opening(dir, keys, DAY(20))

    expect([again.restored, existsSync(join(dir, 'suspect'))]).toEqual([null, false])
    expect(references(again)).toEqual(['214001', '214002', '214003'])
  })

  it('breaks nothing more where no mark can be left', async () => {
    const { dir, folder } = await withBackups()
    mkdirSync(join(dir, 'suspect'))

    expect(() => folder.distrust()).not.toThrow()
  })

  it('passes over a backup that is damaged too', async () => {
    const { dir, keys, path, folder } = await withBackups()
    folder.close()
    spoil(path)
    spoil(join(dir, 'backups', '2026-11-19T10-00-00.000Z-daily.db'))

    expect(references(await opening(dir, keys, DAY(20)))).toEqual(['214001'])
  })

  it('stays where it is when no backup is sound', async () => {
    const { dir, keys, path, folder } = await withBackups()
    folder.close()
    for (const { name } of await folder.backups.list()) spoil(join(dir, 'backups', name))
    spoil(path)

    await expect(opening(dir, keys, DAY(20))).rejects.toEqual(trouble('damaged'))

    expect(readFileSync(path, 'utf8').slice(0, 3)).toBe('xxx')
  })

  it('is not kept for ever: it goes after thirty days, and with an erasure', async () => {
    const { dir, keys, path, folder } = await withBackups()
    folder.close()
    const aside = () => readdirSync(join(dir, 'backups')).filter((name) => name.includes('damaged'))
    spoil(path)
    const restored = await opening(dir, keys, DAY(20))
    await restored.backups.daily('2026-12-19T10:00:00.000Z')
    expect(aside()).toHaveLength(1)

    await restored.backups.daily('2026-12-21T10:00:00.000Z')
    expect(aside()).toEqual([])
    restored.close()
    spoil(path)
    const again = await opening(dir, keys, DAY(21))
    await again.backups.replaceAll()

    expect(aside()).toEqual([])
  })
})
