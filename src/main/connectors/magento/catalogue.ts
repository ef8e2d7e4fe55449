import { z } from 'zod'
import { type Filter, toQuery, where } from './criteria.ts'
import { BOOKABLE_TYPE, CATALOGUE_HOURS, LARGEST_PAGE } from './facts.ts'
import { codeOf } from './products.ts'
import { Product, pageOf } from './schemas.ts'
import type { Desk } from './settings.ts'

/** What a reading of the stock needs to know of a product. */
const Entry = z.object({
  id: z.number(),
  sku: z.string(),
  /** Empty: the attribute that the connection finds products by is not filled in. */
  code: z.string(),
  title: z.string(),
})
export type Entry = z.infer<typeof Entry>

const Kept = z.object({
  source: z.string(),
  readAt: z.number(),
  /** Of the product that changed last, as the shop writes it. */
  newest: z.string(),
  entries: z.array(Entry).readonly(),
})
type Kept = z.infer<typeof Kept>

const KEY = 'catalogue'
const Newest = Product.pick({ id: true, updated_at: true })
const BOOKABLE = where('type_id', 'eq', BOOKABLE_TYPE)

/** All products that can be booked, by ascending id. Kept, so that a reading asks for what changed since the last one alone. */
export const readCatalogue = async (desk: Desk): Promise<readonly Entry[]> => {
  const { records, clock } = desk.ports
  const { newest, total } = await readNewest(desk)
  const kept = keptFor(desk)
  if (kept !== null && kept.newest === newest && kept.entries.length === total) return kept.entries
  const entries = (kept === null ? null : await caughtUp(desk, kept, total)) ?? (await readEntries(desk, []))
  const readAt = kept?.readAt ?? clock.now()
  records.save(KEY, { source: desk.settings.skuSource, readAt, newest, entries } satisfies Kept)
  return entries
}

/** Null: nothing that could be relied on. Now and then all is read anew, because imports can change a product without dating it. */
const keptFor = ({ ports: { records, clock }, settings }: Desk): Kept | null => {
  const kept = records.read(KEY, Kept)
  const isFresh = kept !== null && clock.now() - kept.readAt < CATALOGUE_HOURS * 3_600_000
  return isFresh && kept.source === settings.skuSource ? kept : null
}

const readNewest = async ({ calls }: Desk) => {
  const query = toQuery({
    groups: [BOOKABLE],
    sort: { field: 'updated_at', direction: 'DESC' },
    pageSize: 1,
    fields: 'items[id,updated_at],total_count',
  })
  const { items, total_count: total } = await calls.call({ path: 'products', query }, pageOf(Newest))
  return { newest: items[0]?.updated_at ?? '', total }
}

/** What was kept with what changed since; null when the count shows that something else went on, such as a deletion. */
const caughtUp = async (desk: Desk, kept: Kept, total: number): Promise<readonly Entry[] | null> => {
  const changed = await readEntries(desk, [where('updated_at', 'gteq', kept.newest)])
  const entries = new Map([...kept.entries, ...changed].map((entry) => [entry.id, entry]))
  return entries.size === total ? [...entries.values()].toSorted((one, other) => one.id - other.id) : null
}

const readEntries = async (
  { lists, settings }: Desk,
  groups: readonly (readonly Filter[])[],
): Promise<readonly Entry[]> => {
  const { skuSource } = settings
  const attributes = skuSource === 'sku' || skuSource === 'id' ? '' : ',custom_attributes[attribute_code,value]'
  const products = await lists.byId(
    'products',
    Product,
    {
      id: 'entity_id',
      groups: [BOOKABLE, ...groups],
      pageSize: LARGEST_PAGE,
      fields: `items[id,sku,name,type_id,updated_at${attributes}],total_count`,
    },
    ({ id }) => id,
  )
  return products.map((product) => ({
    id: product.id,
    sku: product.sku,
    code: codeOf(product, skuSource),
    title: product.name,
  }))
}
