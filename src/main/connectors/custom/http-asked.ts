import { z } from 'zod'
import type { OrderKey } from '../sockets/back-office.ts'
import type { Ports } from '../sockets/ports.ts'
import { FORGET_AFTER_DAYS, SINCE_MARGIN_DAYS, UNKNOWN_AGE_DAYS } from './facts.ts'

const Asked = z.object({
  reference: z.string(),
  backOfficeRef: z.string(),
  /** It was placed after this moment. */
  since: z.number(),
  /** When it was asked about last, to the day. */
  askedAt: z.number(),
  /** When it was not there, asked for alone. */
  goneAt: z.number().optional(),
})
type Asked = z.infer<typeof Asked>

const PREFIX = 'asked:'
const A_DAY = 86_400_000
const AN_HOUR = 3_600_000

export interface AskedOrders {
  /** An order of ours that stands there from now on. */
  placed(key: OrderKey): void
  /** From when on a list must reach so that it holds all of these (UTC ISO); they are remembered. */
  since(keys: readonly OrderKey[]): string
  /** It was not there when asked for alone, less than an hour ago: systems that put orders away are not asked in every cycle. */
  wasGoneLately(key: OrderKey): boolean
  gone(key: OrderKey): void
  /** The one that was placed last, to try a reading with; null before the first. */
  latest(): OrderKey | null
}

/** Which orders are asked about, and since when they can be there. */
export const createAskedOrders = ({ records, clock }: Pick<Ports, 'records' | 'clock'>): AskedOrders => {
  const read = ({ backOfficeRef }: OrderKey): Asked | null => records.read(`${PREFIX}${backOfficeRef}`, Asked)

  const keep = ({ reference, backOfficeRef }: OrderKey, facts: Pick<Asked, 'since' | 'goneAt'>): void =>
    records.save(`${PREFIX}${backOfficeRef}`, { reference, backOfficeRef, askedAt: clock.now(), ...facts })

  const forgetEnded = (): void => {
    for (const { key, value } of records.list(PREFIX, Asked))
      if (clock.now() - value.askedAt > FORGET_AFTER_DAYS * A_DAY) records.remove(key)
  }

  const sinceOf = (key: OrderKey): number => {
    const known = read(key)
    const since = known?.since ?? clock.now() - UNKNOWN_AGE_DAYS * A_DAY
    if (known === null || clock.now() - known.askedAt > A_DAY) keep(key, { since })
    return since
  }

  return {
    placed: (key) => keep(key, { since: clock.now() - SINCE_MARGIN_DAYS * A_DAY }),
    wasGoneLately(key) {
      const goneAt = read(key)?.goneAt
      return goneAt !== undefined && Math.abs(clock.now() - goneAt) < AN_HOUR
    },
    gone: (key) => keep(key, { since: sinceOf(key), goneAt: clock.now() }),
    since: (keys) =>
      records.together(() => {
        forgetEnded()
        const unknown = clock.now() - UNKNOWN_AGE_DAYS * A_DAY
        return new Date(keys.length === 0 ? unknown : Math.min(...keys.map(sinceOf))).toISOString()
      }),
    latest: () => {
      const [last] = records
        .list(PREFIX, Asked)
        .map(({ value }) => value)
        .toSorted((one, other) => other.since - one.since)
      return last ?? null
    },
  }
}
