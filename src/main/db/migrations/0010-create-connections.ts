import type { Migration } from '../migrate.ts'

export const createConnections: Migration = {
  version: 10,
  up: (db) => {
    db.exec(`
      CREATE TABLE back_offices (
        id INTEGER PRIMARY KEY,
        label TEXT NOT NULL,
        kind TEXT NOT NULL,
        settings TEXT NOT NULL,
        removed INTEGER NOT NULL DEFAULT 0
      ) STRICT;
      CREATE UNIQUE INDEX back_offices_by_label ON back_offices (label) WHERE removed = 0;

      CREATE TABLE connections (
        id INTEGER PRIMARY KEY,
        label TEXT NOT NULL,
        marketplace TEXT NOT NULL,
        login TEXT NOT NULL,
        account TEXT NOT NULL,
        back_office_id INTEGER NOT NULL REFERENCES back_offices,
        reference_prefix TEXT NOT NULL,
        settings TEXT NOT NULL,
        paused INTEGER NOT NULL,
        created_at TEXT NOT NULL,
        removed_at TEXT,
        UNIQUE (marketplace, login)
      ) STRICT;
    `)
  },
}
