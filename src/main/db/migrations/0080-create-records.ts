import type { Migration } from '../migrate.ts'

export const createRecords: Migration = {
  version: 80,
  up: (db) => {
    db.exec(`
      CREATE TABLE records (
        scope TEXT NOT NULL,
        key TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (scope, key)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
