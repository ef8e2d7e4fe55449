import { addDays, endOfParisDay, isWeekday, parisDay } from './paris-time.ts'

/** Working days after the day of purchase (rakuten-france.md section 6.6, [B]: "72 working hours, extended to midnight"). */
const WORKING_DAYS = 3

const WARN_AHEAD = 24 * 3_600_000

/**
 * The last moment to accept: 24:00 in Paris of the third day, Monday to Friday, after the day of purchase. Public holidays count as working
 * days, because the earlier date is the safe one. Only a warning hangs on it: orders end by Rakuten's word, never by our clock.
 */
export const acceptBy = (purchasedAt: string): string => {
  let day = parisDay(purchasedAt)
  for (let counted = 0; counted < WORKING_DAYS; ) {
    day = addDays(day, 1)
    if (isWeekday(day)) counted += 1
  }
  return endOfParisDay(day)
}

/** From the afternoon before on there is one evening left: lists show it in red, and it can be filtered by. */
const AT_RISK_AHEAD = 33 * 3_600_000

/** From when on a deadline is at risk. */
export const atRiskFrom = (deadline: string): string => new Date(Date.parse(deadline) - AT_RISK_AHEAD).toISOString()

/** Deadlines up to this moment are at risk now. */
export const atRiskUntil = (now: string): string => new Date(Date.parse(now) + AT_RISK_AHEAD).toISOString()

/** True from 24 hours before the deadline on, and once it has passed. */
export const isDeadlineNear = (deadline: string, now: string): boolean =>
  Date.parse(now) >= Date.parse(deadline) - WARN_AHEAD

export const isDeadlinePassed = (deadline: string, now: string): boolean => Date.parse(now) >= Date.parse(deadline)
