import { fromParis } from '../../domain/paris-time.ts'
import { unreadable } from './unreadable.ts'

/** `dd/MM/yyyy-HH:mm` in Paris (4), seconds allowed, as UTC ISO. */
export const readDate = (text: string): string => {
  const date = readDateIfAny(text)
  if (date === null) throw unreadable(`“${text}” is no date`, { value: text })
  return date
}

/** Null for what is no date: for dates that only inform, and are no reason to lose what stands beside them. */
export const readDateIfAny = (text: string): string | null => {
  const [, day, month, year, hour, minute, second = '00'] =
    /^(\d\d)\/(\d\d)\/(\d{4})-(\d\d):([0-5]\d)(?::([0-5]\d))?$/.exec(text) ?? []
  const start = startOfHour(`${year}-${month}-${day}T${hour}:00`)
  return start === null ? null : `${start.slice(0, 14)}${minute}:${second}.000Z`
}

/** The clocks of Paris change on the hour, and asking for the zone of ten thousand sales takes longer than reading them. */
const hours = new Map<string, string | null>()
const MOST_HOURS = 10_000

const startOfHour = (wall: string): string | null => {
  const known = hours.get(wall)
  if (known !== undefined) return known
  const start = fromParis(wall)
  if (hours.size >= MOST_HOURS) hours.clear()
  hours.set(wall, start)
  return start
}
