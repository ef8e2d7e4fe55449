import { z } from 'zod'
import type { Ports } from '../sockets/ports.ts'
import { KEPT_MS } from './facts.ts'

const PREFIX = 'shop:'

/** A thing a shop tells; as it was told within the day unless it is wanted anew. */
export type Kept<T> = (wanted?: { readonly anew: true }) => Promise<T>

/** Every cycle connects anew, and a shop hardly changes: an answer is good for a day, in the next cycles too (shopware.md 2.1). */
export const createKept =
  ({ records, clock }: Pick<Ports, 'records' | 'clock'>) =>
  <T>(key: string, shape: z.ZodType<T>, ask: () => Promise<T>): Kept<T> =>
  async (wanted) => {
    const known = wanted?.anew
      ? null
      : records.read(`${PREFIX}${key}`, z.object({ at: z.number(), value: z.unknown() }))
    // What an earlier version of Navette kept may have another shape.
    const value = known === null ? null : shape.safeParse(known.value)
    if (known !== null && value?.success && Math.abs(clock.now() - known.at) < KEPT_MS) return value.data
    const fresh = await ask()
    records.save(`${PREFIX}${key}`, { at: clock.now(), value: fresh })
    return fresh
  }

export const forgetKept = ({ records }: Pick<Ports, 'records'>): void => {
  for (const { key } of records.list(PREFIX, z.unknown())) records.remove(key)
}
