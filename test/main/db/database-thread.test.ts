import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'vite'
import { expect, it, onTestFinished } from 'vitest'
import { inDatabaseThread } from '../../../src/main/db/database-thread.ts'
import { openDatabase } from '../../../src/main/db/open-database.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const KEY = '0f'.repeat(32)

const aFile = () => {
  const file = { path: join(temporaryFolder(), 'a.db'), key: KEY }
  const db = openDatabase(file)
  db.exec('CREATE TABLE numbers (n INTEGER) STRICT; INSERT INTO numbers VALUES (1), (2), (3)')
  db.close()
  return file
}

it('answers with the rows of a statement', async () => {
  const rows = await inDatabaseThread(aFile(), 'SELECT n FROM numbers WHERE n > ?', '1')

  expect(rows).toEqual([{ n: 2 }, { n: 3 }])
})

it('fails as the statement does', async () => {
  await expect(inDatabaseThread(aFile(), 'SELECT n FROM nowhere')).rejects.toThrow('no such table')
  await expect(inDatabaseThread({ ...aFile(), key: 'f0'.repeat(32) }, 'SELECT 1')).rejects.toThrow('not a database')
  await expect(inDatabaseThread({ path: join(temporaryFolder(), 'none.db'), key: KEY }, 'SELECT 1')).rejects.toThrow(
    'unable to open',
  )
})

it('works from a bundle, whatever chunk it lands in and whatever folder the program is started from', async () => {
  const file = aFile()
  const cache = join(ROOT, 'node_modules', '.cache')
  const out = mkdtempSync(join(cache, 'bundle-'))
  onTestFinished(() => rmSync(out, { recursive: true, force: true }))
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: join(ROOT, 'src/main/db/database-thread.ts'),
      outDir: join(out, 'deep/chunks'),
      minify: true,
      rolldownOptions: { external: ['better-sqlite3'] },
    },
  })

  const code = `
    const { inDatabaseThread } = await import(${JSON.stringify(join(out, 'deep/chunks/database-thread.js'))})
    console.log(JSON.stringify(await inDatabaseThread(${JSON.stringify(file)}, 'SELECT n FROM numbers')))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], {
    cwd: temporaryFolder(),
  })

  expect(JSON.parse(stdout)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
})
