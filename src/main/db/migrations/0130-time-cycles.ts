import type { Migration } from '../migrate.ts'

export const timeCycles: Migration = {
  version: 130,
  up: (db) => {
    db.exec(`
      -- A row may stand for many passes, so its ends do not tell how long they took: all of them together, and the longest. Null where
      -- nobody timed them.
      ALTER TABLE cycles ADD COLUMN took_ms INTEGER;
      ALTER TABLE cycles ADD COLUMN longest_ms INTEGER;
      UPDATE cycles SET took_ms = CAST(round((julianday(finished_at) - julianday(started_at)) * 86400000) AS INTEGER)
        WHERE runs = 1 AND finished_at IS NOT NULL;
      UPDATE cycles SET longest_ms = took_ms;
      CREATE INDEX cycles_by_start ON cycles (started_at);
    `)
  },
}
