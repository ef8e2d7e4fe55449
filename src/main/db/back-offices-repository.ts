import type { BackOfficeAccount } from '../domain/connection.ts'
import { fromJson, toJson } from './json-column.ts'
import type { Database } from './open-database.ts'

export type BackOfficesRepository = ReturnType<typeof createBackOfficesRepository>

type BackOfficeRecord = Omit<BackOfficeAccount, 'settings'> & { readonly settings: string }

export function createBackOfficesRepository(db: Database) {
  const read = 'SELECT id, label, kind, settings FROM back_offices'
  const selectAll = db.prepare<[], BackOfficeRecord>(`${read} WHERE removed = 0 ORDER BY id`)
  const selectById = db.prepare<[number], BackOfficeRecord>(`${read} WHERE id = ?`)
  const selectByLabel = db.prepare<[string], BackOfficeRecord>(`${read} WHERE label = ? AND removed = 0`)
  const insert = db.prepare<Omit<BackOfficeRecord, 'id'>>(
    'INSERT INTO back_offices (label, kind, settings) VALUES (@label, @kind, @settings)',
  )
  const update = db.prepare<BackOfficeRecord>(
    'UPDATE back_offices SET label = @label, kind = @kind, settings = @settings WHERE id = @id',
  )
  const remove = db.prepare<[number]>('UPDATE back_offices SET removed = 1 WHERE id = ?')

  const orNull = (record: BackOfficeRecord | undefined): BackOfficeAccount | null =>
    record === undefined ? null : toBackOffice(record)

  return {
    /** Those not removed, oldest first. */
    list: (): readonly BackOfficeAccount[] => selectAll.all().map(toBackOffice),
    /** A removed one too: orders placed there still name it. */
    get: (id: number): BackOfficeAccount | null => orNull(selectById.get(id)),
    byLabel: (label: string): BackOfficeAccount | null => orNull(selectByLabel.get(label)),
    insert: (backOffice: Omit<BackOfficeAccount, 'id'>): BackOfficeAccount => {
      const { lastInsertRowid } = insert.run({ ...backOffice, settings: toJson(backOffice.settings) })
      return { ...backOffice, id: Number(lastInsertRowid) }
    },
    save: (backOffice: BackOfficeAccount): void => {
      update.run({ ...backOffice, settings: toJson(backOffice.settings) })
    },
    remove: (id: number): void => {
      remove.run(id)
    },
  }
}

const toBackOffice = (record: BackOfficeRecord): BackOfficeAccount => ({
  ...record,
  settings: fromJson<BackOfficeAccount['settings']>(record.settings),
})
