import type { Migration } from '../migrate.ts'

export const createCycles: Migration = {
  version: 90,
  up: (db) => {
    db.exec(`
      -- AUTOINCREMENT, because a quiet cycle's row goes and its number must not come back.
      CREATE TABLE cycles (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        connection_id INTEGER NOT NULL REFERENCES connections,
        started_at TEXT NOT NULL,
        finished_at TEXT,
        runs INTEGER NOT NULL,
        has_news INTEGER NOT NULL,
        steps TEXT NOT NULL,
        problem TEXT
      ) STRICT;
      CREATE INDEX cycles_of_connections ON cycles (connection_id, id);
      CREATE INDEX cycles_with_news ON cycles (connection_id, id) WHERE has_news = 1;
    `)
  },
}
