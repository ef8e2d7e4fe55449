import { minutes } from '../corridor.ts'

/** When a report is asked for, in minutes since the upload (product.md section 6). */
const POLLS = [1, 2, 5, 10, 20]
/** A file that takes longer is asked about less often. */
const AFTERWARDS = minutes(20)

/** The first moment after `now` at which the report of a file sent then is asked for. */
export const nextPollAt = (sentAt: string, now: number): string => {
  const sent = Date.parse(sentAt)
  const next = POLLS.map((count) => sent + minutes(count)).find((at) => at > now)
  return new Date(next ?? now + AFTERWARDS).toISOString()
}
