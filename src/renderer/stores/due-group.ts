import type { OrderRow } from '../../preload/contract/order-views.ts'

/** By when *To do* wants its orders looked at, most urgent first. */
export const DUE_GROUPS = ['late', 'today', 'tomorrow', 'week', 'later', 'none'] as const
export type DueGroup = (typeof DUE_GROUPS)[number]

const DAY = 24 * 60 * 60 * 1_000
const parisDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' })

/** Orders still to accept go by their deadline; parcels that left wait for nobody, so they are today's. */
export const dueGroup = ({ status, acceptBy }: Pick<OrderRow, 'status' | 'acceptBy'>, now: number): DueGroup => {
  if (status === 'waiting' || status === 'dispatched') return 'today'
  if (status !== 'imported' && status !== 'skipped') return 'none'
  const due = Date.parse(acceptBy)
  if (due <= now) return 'late'
  const lastDay = parisDay.format(due - 1)
  if (lastDay === parisDay.format(now)) return 'today'
  if (lastDay === parisDay.format(now + DAY)) return 'tomorrow'
  return due - now < 7 * DAY ? 'week' : 'later'
}

/** Groups stand together; within one, the order they came in stays. */
export const byDueGroup = (rows: readonly OrderRow[], now: number): readonly OrderRow[] =>
  DUE_GROUPS.flatMap((group) => rows.filter((row) => dueGroup(row, now) === group))
