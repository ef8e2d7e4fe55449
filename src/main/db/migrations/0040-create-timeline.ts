import type { Migration } from '../migrate.ts'

export const createTimeline: Migration = {
  version: 40,
  up: (db) => {
    db.exec(`
      CREATE TABLE timeline (
        id INTEGER PRIMARY KEY,
        order_id INTEGER NOT NULL REFERENCES orders,
        at TEXT NOT NULL,
        actor TEXT NOT NULL,
        what TEXT NOT NULL,
        detail TEXT NOT NULL,
        times INTEGER NOT NULL,
        last_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX timeline_of_orders ON timeline (order_id, id);
    `)
  },
}
