import type { AppSettings } from '../../preload/contract/settings.ts'

/** True while the seller wants no notification: local times, across midnight if `from` is the later one. */
export const isQuiet = (hours: AppSettings['quietHours'], now: number): boolean => {
  if (hours === null) return false
  const date = new Date(now)
  const clock = `${pad(date.getHours())}:${pad(date.getMinutes())}`
  const { from, to } = hours
  return from <= to ? from <= clock && clock < to : from <= clock || clock < to
}

const pad = (value: number): string => String(value).padStart(2, '0')
