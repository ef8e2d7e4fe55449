import { z } from 'zod'
import type { Desk } from './desk.ts'
import { commentOf, LOOK_BACK_DAYS, STAND_IN_DOMAIN, standInMail } from './facts.ts'
import { readWhole } from './lists.ts'
import { referencesIn } from './memo.ts'
import { Order } from './schemas.ts'
import { toFilter } from './times.ts'
import { Text } from './values.ts'

/** What an order may say of the marketplace's one it stands for; the note, the comment and the stand-in address are all ours. */
const Named = Order.pick({ id: true, createdAt: true, memo: true }).extend({ comment: Text, email: Text })
type Named = z.infer<typeof Named>

const Marked = z.object({ id: z.int(), at: z.number(), marks: z.array(z.string()) })
const Seen = z.object({ until: z.number(), orders: z.array(Marked) })
const KEY = 'look-back'

const A_DAY = 86_400_000
/** Orders show in the list in the order in which they are made, give or take this. */
const OVERLAP_MS = 3_600_000

/**
 * The orders that bear this reference. Neither notes nor comments can be searched (lightspeed.md 2.5), so all orders of the last weeks are
 * gone through once; what they bear is kept, and from then on only newer ones are asked for.
 */
export const lookBack = async ({ api, ports }: Desk, reference: string): Promise<readonly number[]> => {
  const { records, clock } = ports
  const oldest = clock.now() - LOOK_BACK_DAYS * A_DAY
  const seen = records.read(KEY, Seen) ?? { until: 0, orders: [] }
  const rows = await readWhole(api, {
    ...{ path: 'orders', key: 'orders', fields: Object.keys(Named.shape), row: Named },
    query: { created_at_min: toFilter(Math.max(oldest, seen.until - OVERLAP_MS)) },
  })
  const news = rows.map((row) => ({ id: row.id, at: Date.parse(row.createdAt), marks: marksOf(row) }))
  const known = new Map([...seen.orders, ...news].map((order) => [order.id, order]))
  const orders = [...known.values()].filter(({ at, marks }) => at >= oldest && marks.length > 0)
  records.save(KEY, { until: Math.max(seen.until, ...news.map(({ at }) => at)), orders } satisfies z.infer<typeof Seen>)
  const wanted = [reference, commentOf(reference), standInMail(reference)]
  return orders.filter(({ marks }) => wanted.some((mark) => marks.includes(mark))).map(({ id }) => id)
}

/** Shops may write an address in small letters; the others are compared as they are. */
const marksOf = ({ memo, comment, email }: Named): string[] => [
  ...referencesIn(memo),
  ...(comment.startsWith(commentOf('')) ? [comment] : []),
  ...(email.toLowerCase().endsWith(STAND_IN_DOMAIN) ? [email.toLowerCase()] : []),
]
