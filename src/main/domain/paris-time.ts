/**
 * Rakuten's clock is Europe/Paris, summer time included; ours is UTC.
 * [C] The zone is documented nowhere (rakuten-france.md section 4): this file is the only place that assumes it.
 */
const ZONE = 'Europe/Paris'

const HOUR = 3_600_000
const DAY = 24 * HOUR

const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** A UTC moment as Paris clocks show it: `YYYY-MM-DDTHH:mm:ss`, without zone. */
export const toParis = (utc: string): string => wallClock.format(new Date(utc)).replace(' ', 'T')

/**
 * A Paris wall time, `YYYY-MM-DD` with or without `THH:mm[:ss]`, as a UTC moment; null when there is no such date or hour.
 * An hour that happens twice (October) is its first run, so that a deadline reckoned from it is never too late; an hour that is skipped
 * (March) is read as if the clocks had not moved yet.
 */
export const fromParis = (wall: string): string | null => {
  const asIfUtc = parseWall(wall)
  if (asIfUtc === null) return null
  const summer = toIso(asIfUtc - 2 * HOUR)
  const isSummer = parseWall(toParis(summer)) === asIfUtc
  return isSummer ? summer : toIso(asIfUtc - HOUR)
}

/** The Paris calendar day a UTC moment falls on, `YYYY-MM-DD`. */
export const parisDay = (utc: string): string => toParis(utc).slice(0, 10)

/** 24:00 in Paris of that day (`YYYY-MM-DD`), as a UTC moment. */
export const endOfParisDay = (day: string): string => {
  const end = fromParis(addDays(day, 1))
  if (end === null) throw new RangeError(`${day} is no day`)
  return end
}

/** Calendar arithmetic on `YYYY-MM-DD`, untouched by summer time. */
export const addDays = (day: string, days: number): string => toIso(Date.parse(day) + days * DAY).slice(0, 10)

/** Monday to Friday; public holidays are not known here. */
export const isWeekday = (day: string): boolean => ![0, 6].includes(new Date(day).getUTCDay())

const toIso = (ms: number): string => new Date(ms).toISOString()

/** Milliseconds as if the wall were UTC. `Date.parse` lets 31 February pass as 3 March: hence the comparison. */
const parseWall = (wall: string): number | null => {
  const [, day, minute = '00:00', second = '00'] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d))?)?$/.exec(wall) ?? []
  if (day === undefined) return null
  const canonical = `${day}T${minute}:${second}.000Z`
  const ms = Date.parse(canonical)
  return Number.isNaN(ms) || toIso(ms) !== canonical ? null : ms
}
