import type { Migration } from '../migrate.ts'

export const createStock: Migration = {
  version: 70,
  up: (db) => {
    db.exec(`
      CREATE TABLE stock (
        connection_id INTEGER NOT NULL REFERENCES connections,
        sku TEXT NOT NULL,
        advert_id TEXT NOT NULL,
        title TEXT NOT NULL,
        ean TEXT NOT NULL,
        price_cents INTEGER NOT NULL,
        rakuten_quantity INTEGER NOT NULL,
        unlimited INTEGER NOT NULL,
        read_at TEXT NOT NULL,
        available INTEGER,
        offered INTEGER,
        last_sent INTEGER,
        state TEXT NOT NULL,
        message TEXT NOT NULL,
        file_id TEXT,
        missing_readings INTEGER NOT NULL,
        gone_since TEXT,
        PRIMARY KEY (connection_id, sku)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE stock_files (
        id INTEGER PRIMARY KEY,
        connection_id INTEGER NOT NULL REFERENCES connections,
        file_id TEXT,
        sent_at TEXT NOT NULL,
        kind TEXT NOT NULL,
        state TEXT NOT NULL,
        next_poll_at TEXT,
        polls INTEGER NOT NULL,
        lines TEXT NOT NULL,
        hash TEXT NOT NULL
      ) STRICT;
      CREATE INDEX stock_files_by_time ON stock_files (connection_id, sent_at);
      CREATE INDEX stock_files_pending ON stock_files (connection_id, id) WHERE state = 'pending';
    `)
  },
}
