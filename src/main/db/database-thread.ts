import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import SQLite from 'better-sqlite3'
import { type DatabaseFile, rawKey } from './open-database.ts'

/** Given as text, because a path to a file of ours is one thing in the sources and another in the bundle. */
const THREAD = `
  const { parentPort, workerData } = require('node:worker_threads')
  const SQLite = require(workerData.driver)
  const db = new SQLite(workerData.path, { fileMustExist: true, timeout: 60_000 })
  try {
    if (workerData.key !== null) db.key(Buffer.from(workerData.key))
    db.pragma('temp_store = MEMORY')
    const statement = db.prepare(workerData.sql)
    const rows = statement.reader ? statement.all(...workerData.values) : statement.run(...workerData.values)
    parentPort.postMessage({ rows })
  } catch (error) {
    if (!(error instanceof SQLite.SqliteError)) throw error
    parentPort.postMessage({ refused: { message: error.message, code: error.code } })
  } finally {
    db.close()
  }
`

type Answer = { readonly rows: unknown } | { readonly refused: { readonly message: string; readonly code: string } }

/** Runs one long statement on the file in a thread of its own and resolves with its rows; everything else goes on meanwhile. */
export const inDatabaseThread = (file: DatabaseFile, sql: string, ...values: readonly string[]): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const driver = createRequire(import.meta.url).resolve('better-sqlite3')
    const key = file.key === null ? null : rawKey(file.key)
    const workerData = { driver, path: file.path, key, sql, values }
    // What the program itself was started with is not meant for the thread.
    const thread = new Worker(THREAD, { eval: true, execArgv: [], workerData })
    thread.once('message', (answer: Answer) => {
      // An error that comes out of a thread by itself loses its code.
      if ('rows' in answer) resolve(answer.rows)
      else reject(new SQLite.SqliteError(answer.refused.message, answer.refused.code))
    })
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('The database thread ended without an answer')))
  })
