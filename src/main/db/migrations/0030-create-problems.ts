import type { Migration } from '../migrate.ts'

export const createProblems: Migration = {
  version: 30,
  up: (db) => {
    db.exec(`
      CREATE TABLE problems (
        id INTEGER PRIMARY KEY,
        connection_id INTEGER NOT NULL REFERENCES connections,
        order_id INTEGER REFERENCES orders,
        kind TEXT NOT NULL,
        message TEXT NOT NULL,
        detail TEXT NOT NULL,
        since TEXT NOT NULL,
        next_try_at TEXT
      ) STRICT;
      CREATE UNIQUE INDEX problems_of_orders ON problems (order_id, kind) WHERE order_id IS NOT NULL;
      CREATE UNIQUE INDEX problems_of_connections ON problems (connection_id, kind) WHERE order_id IS NULL;
      CREATE INDEX problems_by_kind ON problems (connection_id, kind);
    `)
  },
}
