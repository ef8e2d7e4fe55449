import type { Migration } from '../migrate.ts'

export const createSearch: Migration = {
  version: 110,
  up: (db) => {
    db.exec(`
      CREATE VIRTUAL TABLE order_search USING fts5 (
        reference, buyer, sku, tracking,
        tokenize = 'unicode61 remove_diacritics 2'
      );
      -- Deleted words leave the index at once, not at some later merge.
      INSERT INTO order_search (order_search, rank) VALUES ('secure-delete', 1);
    `)
  },
}
