import type { Migration } from '../migrate.ts'

export const createOrders: Migration = {
  version: 20,
  up: (db) => {
    db.exec(`
      CREATE TABLE orders (
        id INTEGER PRIMARY KEY,
        revision INTEGER NOT NULL,
        connection_id INTEGER NOT NULL REFERENCES connections,
        reference TEXT NOT NULL,
        status TEXT NOT NULL,
        purchased_at TEXT NOT NULL,
        imported_at TEXT NOT NULL,
        accept_by TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        delivery_mode TEXT NOT NULL,
        decisions TEXT NOT NULL,
        back_office_id INTEGER REFERENCES back_offices,
        back_office_ref TEXT,
        back_office_number TEXT,
        back_office_url TEXT,
        method_id TEXT,
        prepaid_label TEXT,
        accepted_at TEXT,
        shipping_cents INTEGER,
        placed_at TEXT,
        completed_at TEXT,
        dispatched_at TEXT,
        shipped_at TEXT,
        shipped_by TEXT,
        ended_at TEXT,
        ended_by TEXT,
        end_reason TEXT,
        skipped_reason TEXT,
        manual_since TEXT,
        buyer TEXT,
        erased_at TEXT,
        UNIQUE (reference, connection_id)
      ) STRICT;

      -- What a cycle asks for stays as small as what is still going on, however long the history grows. One term for each status:
      -- SQLite uses a partial index when a term of the query stands among its terms joined by OR, and does not look into lists.
      CREATE INDEX orders_going_on ON orders (connection_id, status, purchased_at, id)
        WHERE status = 'imported' OR status = 'accepted' OR status = 'placed' OR status = 'waiting' OR status = 'dispatched'
          OR status = 'skipped' OR status = 'manual';
      CREATE INDEX orders_to_decide ON orders (connection_id, accept_by)
        WHERE status = 'imported' OR (status = 'skipped' AND skipped_reason = 'mode-not-mapped');
      CREATE INDEX orders_to_erase ON orders (changed_at)
        WHERE buyer IS NOT NULL AND status IN ('shipped', 'cancelled', 'refused', 'skipped', 'manual');
      CREATE INDEX orders_left ON orders (connection_id, shipped_at) WHERE status = 'shipped' AND back_office_ref IS NOT NULL;
      CREATE INDEX orders_cancelled ON orders (connection_id, ended_at) WHERE status = 'cancelled' AND back_office_ref IS NOT NULL;
      CREATE INDEX orders_by_status ON orders (status, purchased_at);
      CREATE INDEX orders_by_purchase ON orders (purchased_at);

      CREATE TABLE items (
        order_id INTEGER NOT NULL REFERENCES orders,
        position INTEGER NOT NULL,
        connection_id INTEGER NOT NULL,
        item_id TEXT NOT NULL,
        sku TEXT NOT NULL,
        advert_id TEXT NOT NULL,
        title TEXT NOT NULL,
        eans TEXT NOT NULL,
        price_cents INTEGER NOT NULL,
        listed_price_cents INTEGER NOT NULL,
        currency TEXT NOT NULL,
        status TEXT NOT NULL,
        rakuten_status TEXT NOT NULL,
        negotiated INTEGER NOT NULL,
        negotiation_comment TEXT NOT NULL,
        preorder INTEGER NOT NULL,
        shipping_cents INTEGER,
        shipped INTEGER NOT NULL,
        placed INTEGER NOT NULL,
        PRIMARY KEY (order_id, position),
        UNIQUE (connection_id, item_id)
      ) STRICT, WITHOUT ROWID;

      -- Apart from the orders: long, written once, read by support only, and the first to be erased.
      CREATE TABLE order_sources (
        order_id INTEGER PRIMARY KEY REFERENCES orders,
        raw TEXT NOT NULL
      ) STRICT;
    `)
  },
}
