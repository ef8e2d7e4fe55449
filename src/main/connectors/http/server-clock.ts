import type { Check } from '../sockets/definition.ts'

const FIVE_MINUTES = 5 * 60_000

/** How far the server's clock was ahead of this PC's when it answered, in milliseconds; null where it did not tell. */
export const serverAhead = (headers: Headers, now: number): number | null => {
  const server = Date.parse(headers.get('date') ?? '')
  return Number.isNaN(server) ? null : server - now
}

/** More than five minutes either way (product.md section 14). */
export const isClockWrong = (ahead: number | null): ahead is number => ahead !== null && Math.abs(ahead) > FIVE_MINUTES

/** `12 minutes slow` */
export const clockError = (ahead: number): string =>
  `${Math.round(Math.abs(ahead) / 60_000)} minutes ${ahead > 0 ? 'slow' : 'fast'}`

/** The check of *Test connection* that says nothing about the account. */
export const timeCheck = (ahead: number | null, side: string): Check => {
  const name = 'Time of this PC'
  if (ahead === null) return { name, ok: true, message: `Not checked: ${side} did not tell the time.` }
  return isClockWrong(ahead)
    ? { name, ok: false, message: `The clock of this PC is ${clockError(ahead)}: set it right.`, aside: true }
    : { name, ok: true, message: 'The clock of this PC is right.' }
}
