import type { Migration } from '../migrate.ts'

export const createIntents: Migration = {
  version: 50,
  up: (db) => {
    db.exec(`
      -- AUTOINCREMENT, because tries that did nothing are forgotten and their numbers must not come back.
      CREATE TABLE intents (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        connection_id INTEGER NOT NULL REFERENCES connections,
        order_id INTEGER REFERENCES orders,
        act TEXT NOT NULL,
        target TEXT NOT NULL,
        state TEXT NOT NULL,
        opened_at TEXT NOT NULL,
        closed_at TEXT,
        detail TEXT NOT NULL
      ) STRICT;
      CREATE INDEX intents_unsettled ON intents (connection_id, act) WHERE state IN ('open', 'unknown');
      CREATE INDEX intents_of_connections ON intents (connection_id, act) WHERE order_id IS NULL;
      CREATE INDEX intents_of_orders ON intents (order_id, act, target);
    `)
  },
}
