/** Rakuten's dates are taken to be French local time (section 4, an assumption of the spec). */
const parisParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

export interface ParisTime {
  readonly year: string
  readonly month: string
  readonly day: string
  readonly hour: string
  readonly minute: string
  readonly second: string
}

export const parisTime = (at: number): ParisTime => {
  const parts = new Map(parisParts.formatToParts(at).map(({ type, value }) => [type, value]))
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? ''
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  }
}

/** `yyyy-MM-dd`, the form of date parameters. */
export const parisDay = (at: number): string => {
  const { year, month, day } = parisTime(at)
  return `${year}-${month}-${day}`
}

/** `dd/MM/yyyy-HH:mm`, the form of dates in sales. */
export const salesDate = (at: number): string => {
  const { year, month, day, hour, minute } = parisTime(at)
  return `${day}/${month}/${year}-${hour}:${minute}`
}

/** `dd/MM/yyyy-HH:mm:ss`, the form of dates in the wallet. */
export const walletDate = (at: number): string => `${salesDate(at)}:${parisTime(at).second}`

/** ISO without a zone, the form of dates in stock reports. */
export const reportDate = (at: number): string => {
  const { hour, minute, second } = parisTime(at)
  return `${parisDay(at)}T${hour}:${minute}:${second}`
}

/** The instant at which a clock in Paris shows `HH:mm` on `day` (`yyyy-MM-dd`). */
export const parisInstant = (day: string, time: string): number => {
  const asIfUtc = Date.parse(`${day}T${time}:00Z`)
  const shown = Date.parse(`${reportDate(asIfUtc)}Z`)
  const guess = asIfUtc - (shown - asIfUtc)
  // Across a change of the clocks the first guess is an hour off; a second look settles it.
  return guess - (Date.parse(`${reportDate(guess)}Z`) - asIfUtc)
}
