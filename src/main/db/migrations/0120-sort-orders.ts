import type { Migration } from '../migrate.ts'

const firstOf = (part: string, whom: readonly string[]): string =>
  `coalesce(${whom.map((who) => `buyer ->> '$.${who}.${part}'`).join(', ')}, '')`

const PEOPLE = ['corrected', 'delivery', 'billing', 'relayPoint']

export const sortOrders: Migration = {
  version: 120,
  up: (db) => {
    db.exec(`
      -- What lists sort and filter by, worked out from the buyer: it goes when the buyer is erased. Names as \`buyerName\` says them.
      ALTER TABLE orders ADD COLUMN buyer_name TEXT GENERATED ALWAYS AS (coalesce(
        nullif(trim(${firstOf('firstName', PEOPLE)} || ' ' || ${firstOf('lastName', PEOPLE)}), ''),
        buyer ->> '$.login')) VIRTUAL;
      -- Where the parcel goes: a relay point may lie elsewhere than its buyer.
      ALTER TABLE orders ADD COLUMN country TEXT GENERATED ALWAYS AS (nullif(
        ${firstOf('countryCode', ['relayPoint', 'corrected', 'delivery', 'billing'])}, '')) VIRTUAL;
      CREATE INDEX orders_by_buyer ON orders (buyer_name COLLATE NOCASE);
      CREATE INDEX orders_by_country ON orders (country);
      CREATE INDEX orders_by_mode ON orders (delivery_mode);
      CREATE INDEX orders_by_change ON orders (changed_at);
    `)
  },
}
