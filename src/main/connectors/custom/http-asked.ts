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
})

const PREFIX = 'asked:'
const A_DAY = 86_400_000

export interface AskedOrders {
  /** An order of ours that stands there from now on. */
  placed(key: OrderKey): void
  /** From when on a list must reach so that it holds all of these (UTC ISO); they are remembered. */
  since(keys: readonly OrderKey[]): string
  /** The one that was placed last, to try a reading with; null before the first. */
  latest(): OrderKey | null
}

/** Which orders are asked about, and since when they can be there. */
export const createAskedOrders = ({ records, clock }: Pick<Ports, 'records' | 'clock'>): AskedOrders => {
  const keep = ({ reference, backOfficeRef }: OrderKey, since: number): void =>
    records.save(`${PREFIX}${backOfficeRef}`, { reference, backOfficeRef, since, askedAt: clock.now() })

  const forgetEnded = (): void => {
    for (const { key, value } of records.list(PREFIX, Asked))
      if (clock.now() - value.askedAt > FORGET_AFTER_DAYS * A_DAY) records.remove(key)
  }

  const sinceOf = (key: OrderKey): number => {
    const known = records.read(`${PREFIX}${key.backOfficeRef}`, Asked)
    const since = known?.since ?? clock.now() - UNKNOWN_AGE_DAYS * A_DAY
    if (known === null || clock.now() - known.askedAt > A_DAY) keep(key, since)
    return since
  }

  return {
    placed: (key) => keep(key, clock.now() - SINCE_MARGIN_DAYS * A_DAY),
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
