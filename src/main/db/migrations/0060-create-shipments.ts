import type { Migration } from '../migrate.ts'

export const createShipments: Migration = {
  version: 60,
  up: (db) => {
    db.exec(`
      CREATE TABLE shipments (
        id INTEGER PRIMARY KEY,
        order_id INTEGER NOT NULL REFERENCES orders,
        item_ids TEXT NOT NULL,
        parcel TEXT NOT NULL,
        carrier TEXT,
        tracking_number TEXT,
        tracking_url TEXT,
        rule TEXT,
        state TEXT NOT NULL,
        sent_at TEXT,
        attempts INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX shipments_of_orders ON shipments (order_id);
      CREATE INDEX shipments_by_state ON shipments (state, order_id);
    `)
  },
}
