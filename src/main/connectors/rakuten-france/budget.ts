import { z } from 'zod'
import { Fault } from '../../domain/fault.ts'
import type { Clock, Records } from '../sockets/ports.ts'
import { quotaEndsAt, SIDE } from './facts.ts'

const KEY = 'calls-this-hour'
const Spent = z.object({ until: z.string(), calls: z.number() })

/**
 * The seller's own limit of calls an hour, counted in the database. Rakuten's figures are unknown: a seller who has learnt his can
 * stay below them. Null: no limit but Rakuten's word.
 */
export const createBudget = (callsPerHour: number | null, { clock, records }: { clock: Clock; records: Records }) => ({
  /** Counts one call; throws once the hour's calls are spent. */
  spend(): void {
    if (callsPerHour === null) return
    const until = quotaEndsAt(clock.now())
    const spent = records.read(KEY, Spent)
    const calls = spent?.until === until ? spent.calls : 0
    if (calls >= callsPerHour) {
      const message = `The ${callsPerHour} calls an hour that this connection may make are used up.`
      throw new Fault('quota', message, { side: SIDE, retryAt: until })
    }
    records.save(KEY, { until, calls: calls + 1 })
  },
})
