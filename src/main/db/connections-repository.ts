import { type Connection, type ConnectionSettings, DEFAULT_CONNECTION_SETTINGS } from '../domain/connection.ts'
import { columnsOf } from './columns.ts'
import { fromJson, toJson } from './json-column.ts'
import type { Database } from './open-database.ts'

export type NewConnection = Omit<Connection, 'id' | 'removedAt'>
export type ConnectionsRepository = ReturnType<typeof createConnectionsRepository>

type ConnectionRecord = Omit<Connection, 'account' | 'settings' | 'paused'> & {
  readonly account: string
  readonly settings: string
  readonly paused: number
}

const COLUMNS = columnsOf(
  'label',
  'marketplace',
  'login',
  'account',
  'backOfficeId',
  'referencePrefix',
  'settings',
  'paused',
  'createdAt',
  'removedAt',
)

export function createConnectionsRepository(db: Database) {
  const read = `SELECT connections.id, ${COLUMNS.read('connections')} FROM connections`
  const selectAll = db.prepare<[], ConnectionRecord>(`${read} WHERE removed_at IS NULL ORDER BY id`)
  const selectById = db.prepare<[number], ConnectionRecord>(`${read} WHERE id = ?`)
  const selectByAccount = db.prepare<[string, string], ConnectionRecord>(`${read} WHERE marketplace = ? AND login = ?`)
  const insert = db.prepare<Omit<ConnectionRecord, 'id'>>(`INSERT INTO connections ${COLUMNS.insert}`)
  const update = db.prepare<ConnectionRecord>(
    `UPDATE connections SET ${COLUMNS.update('marketplace', 'login', 'createdAt')} WHERE id = @id`,
  )
  const remove = db.prepare<[string, number]>('UPDATE connections SET removed_at = ? WHERE id = ?')

  const insertOne = db.transaction((connection: NewConnection): Connection => {
    const known = selectByAccount.get(connection.marketplace, connection.login)
    if (known === undefined) {
      const { lastInsertRowid } = insert.run(toRecord({ ...connection, removedAt: null }))
      return { ...connection, id: Number(lastInsertRowid), removedAt: null }
    }
    if (known.removedAt === null) throw new Error(`${connection.marketplace} ${connection.login} is connected already`)
    const sameOffice = known.backOfficeId === connection.backOfficeId
    const revived: Connection = {
      ...connection,
      id: known.id,
      createdAt: known.createdAt,
      // What was sent there under the old prefix must be found again.
      referencePrefix: sameOffice ? known.referencePrefix : connection.referencePrefix,
      removedAt: null,
    }
    update.run({ ...toRecord(revived), id: revived.id })
    return revived
  })

  return {
    /** Those not removed, oldest first. */
    list: (): readonly Connection[] => selectAll.all().map(toConnection),
    /** A removed one too: its orders still name it. */
    get: (id: number): Connection | null => {
      const record = selectById.get(id)
      return record === undefined ? null : toConnection(record)
    },
    /** The connection of this account; null when there is none or it was removed. */
    byAccount: (marketplace: string, login: string): Connection | null => {
      const record = selectByAccount.get(marketplace, login)
      return record === undefined || record.removedAt !== null ? null : toConnection(record)
    },
    /** An account that was removed and comes back finds its orders again, so that none of them is imported or placed twice. */
    insert: (connection: NewConnection): Connection => insertOne.immediate(connection),
    save: (connection: Connection): void => {
      update.run({ ...toRecord(connection), id: connection.id })
    },
    remove: (id: number, at: string): void => {
      remove.run(at, id)
    },
  }
}

const toConnection = (record: ConnectionRecord): Connection => ({
  ...record,
  account: fromJson<Connection['account']>(record.account),
  // A setting younger than the row has its default.
  settings: { ...DEFAULT_CONNECTION_SETTINGS, ...fromJson<Partial<ConnectionSettings>>(record.settings) },
  paused: record.paused === 1,
})

const toRecord = (connection: Omit<Connection, 'id'>): Omit<ConnectionRecord, 'id'> => ({
  ...connection,
  account: toJson(connection.account),
  settings: toJson(connection.settings),
  paused: Number(connection.paused),
})
