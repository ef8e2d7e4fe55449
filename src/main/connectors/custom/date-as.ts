const FIELDS = { yyyy: 'year', MM: 'month', dd: 'day', HH: 'hour', mm: 'minute', ss: 'second' } as const

/**
 * A moment (UTC ISO) in the clock of a time zone: `dd/MM/yyyy HH:mm`. What stands in single quotes goes as it is. Throws a `RangeError` for
 * a moment, a pattern or a zone that cannot be read.
 */
export const dateAs = (iso: string, pattern: string, timeZone: string): string => {
  const two = '2-digit'
  const clock = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, year: 'numeric', month: two, day: two, hour: two, minute: two, second: two },
    hourCycle: 'h23',
  })
  const parts = new Map(clock.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]))
  return pattern.replace(/'([^']*)'|([a-zA-Z])\2*/g, (word: string, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted
    if (word === 'yy') return (parts.get('year') ?? '').slice(-2)
    if (!(word in FIELDS)) throw new RangeError(`${word} is no part of a date`)
    // Asked for on the line above.
    return parts.get(FIELDS[word as keyof typeof FIELDS]) ?? ''
  })
}
