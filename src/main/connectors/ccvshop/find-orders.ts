import { z } from 'zod'
import type { OfficeOrder } from '../sockets/back-office.ts'
import { LOOK_BACK_MARGIN_MS, LOOK_BACK_MS } from './facts.ts'
import { bears } from './mapping.ts'
import { asItStands, readOrder } from './orders.ts'
import { pages } from './pages.ts'
import { readIntent } from './placed.ts'
import { Order } from './schemas.ts'
import type { Shop } from './shop.ts'
import { toDate } from './signature.ts'

/** Up to when every order of the shop was looked at, in milliseconds since 1970 by its clock. */
const SEEN = 'seen-until'
const Ours = z.array(z.object({ id: z.number(), at: z.number() }))

/**
 * Every order under exactly this reference. The shop has no filter for it (ccvshop.md 2.4), so its orders are looked through: from the first
 * try of this reference on, or where none is known, from where the last look-up ended. What was seen of ours is kept by reference, so a
 * look-up reads only what is new; one that knows of no other before it (a lost database) reads back over `LOOK_BACK_MS`.
 */
export const findOrders = async (shop: Shop, reference: string): Promise<readonly OfficeOrder[]> => {
  const ids = await lookThrough(shop, reference)
  for (const { id } of oursUnder(shop, reference)) ids.add(id)
  const found: OfficeOrder[] = []
  for (const id of [...ids].sort((one, other) => one - other)) {
    const order = await readOrder(shop, String(id))
    if (order !== null && bears(order, reference)) found.push(await asItStands(shop, order, reference))
  }
  return found
}

const lookThrough = async (shop: Shop, reference: string): Promise<Set<number>> => {
  const { api } = shop
  const { records } = api.ports
  const startedAt = api.now()
  const seenUntil = records.read(SEEN, z.number()) ?? startedAt - LOOK_BACK_MS
  const from = Math.min(seenUntil, startedAt, readIntent(api, reference)?.at ?? startedAt) - LOOK_BACK_MARGIN_MS
  const found = new Set<number>()
  const remember = (until: number): void => {
    if (until > (records.read(SEEN, z.number()) ?? 0)) records.save(SEEN, until)
  }
  // New orders come last, so that none is pushed from a page that was read to one that was not.
  const query = { min_create_date: toDate(from), orderby: 'id_asc' }
  for await (const page of pages(api, 'orders/', query, Order)) {
    for (const order of page) {
      if (bears(order, reference)) found.add(order.id)
      keepIfOurs(shop, order)
    }
    // What was read so far need not be read again when the rest fails.
    const last = page.at(-1)
    if (last !== undefined) remember(Math.min(createdAt(last) ?? 0, startedAt, api.now()))
  }
  // A clock that was wrong when this began was put right by the first call.
  remember(Math.min(startedAt, api.now()))
  return found
}

const keyOf = (reference: string): string => `ours:${reference}`

/** Only orders of Navette bear one reference in both places. */
const keepIfOurs = (shop: Shop, { id, reservationnumber, customer, create_date }: Order): void => {
  if (reservationnumber === '' || customer?.reference !== reservationnumber) return
  const known = oursUnder(shop, reservationnumber)
  if (known.some((one) => one.id === id)) return
  const at = createdAt({ create_date }) ?? 0
  shop.api.ports.records.save(keyOf(reservationnumber), [...known, { id, at }])
}

const oursUnder = ({ api }: Pick<Shop, 'api'>, reference: string): z.infer<typeof Ours> =>
  api.ports.records.read(keyOf(reference), Ours) ?? []

/** No later than this an order of ours was created; null: not known. */
export const knownSince = (shop: Pick<Shop, 'api'>, reference: string, id: number): number | null =>
  readIntent(shop.api, reference)?.at ?? (oursUnder(shop, reference).find((one) => one.id === id)?.at || null)

/** UTC, whether it says so or not. */
const createdAt = ({ create_date }: Pick<Order, 'create_date'>): number | null => {
  const text = create_date.trim().replace(' ', 'T')
  const at = Date.parse(/(Z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`)
  return Number.isNaN(at) ? null : at
}
