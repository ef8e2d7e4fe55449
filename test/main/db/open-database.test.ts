import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../../src/main/db/open-database.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

const KEY = '0f'.repeat(32)
const OTHER_KEY = 'f0'.repeat(32)

const written = (path: string, key: string | null): void => {
  const db = openDatabase({ path, key })
  db.exec("CREATE TABLE words (word TEXT) STRICT; INSERT INTO words VALUES ('Lefebvre')")
  db.close()
}

const readWords = (path: string, key: string | null): unknown => {
  const db = openDatabase({ path, key })
  try {
    return db.prepare('SELECT word FROM words').pluck().all()
  } finally {
    db.close()
  }
}

const setting = (db: Database, name: string): unknown => db.pragma(name, { simple: true })

describe('an open database', () => {
  it('writes ahead, syncs fully, keeps references and overwrites what is deleted', () => {
    const db = openDatabase({ path: join(temporaryFolder(), 'a.db'), key: KEY })

    expect(setting(db, 'journal_mode')).toBe('wal')
    expect(setting(db, 'synchronous')).toBe(2)
    expect(setting(db, 'foreign_keys')).toBe(1)
    expect(setting(db, 'temp_store')).toBe(2)
    expect(setting(db, 'secure_delete')).toBe(1)
    expect(setting(db, 'busy_timeout')).toBe(5000)
    db.close()
  })

  it('is read back with its key', () => {
    const path = join(temporaryFolder(), 'a.db')
    written(path, KEY)

    expect(readWords(path, KEY)).toEqual(['Lefebvre'])
    expect(readWords(path, KEY.toUpperCase())).toEqual(['Lefebvre'])
  })

  it('is not opened by another key or by none, and a plain file not by a key', () => {
    const folder = temporaryFolder()
    written(join(folder, 'a.db'), KEY)
    written(join(folder, 'plain.db'), null)

    expect(() => readWords(join(folder, 'a.db'), OTHER_KEY)).toThrow('file is not a database')
    expect(() => readWords(join(folder, 'a.db'), null)).toThrow('file is not a database')
    expect(() => readWords(join(folder, 'plain.db'), KEY)).toThrow('file is not a database')
  })

  it('tells nothing to whoever reads the file, not even that it is one of SQLite', () => {
    const path = join(temporaryFolder(), 'a.db')
    written(path, KEY)

    const bytes = readFileSync(path, 'latin1')

    expect(bytes).not.toContain('Lefebvre')
    expect(bytes).not.toContain('SQLite format')
  })

  it.each(['', 'secret', 'zz'.repeat(32), '0f'.repeat(16)])(
    'refuses %j as a key rather than take it for a passphrase',
    (key) => {
      expect(() => openDatabase({ path: join(temporaryFolder(), 'a.db'), key })).toThrow('64 hexadecimal digits')
    },
  )
})
