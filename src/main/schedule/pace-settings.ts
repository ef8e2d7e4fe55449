import type { Clock } from '../connectors/sockets/ports.ts'
import type { SavedSettings } from './daily-work.ts'

export const INTERVALS = [5, 10, 15, 30, 60] as const
export type IntervalMinutes = (typeof INTERVALS)[number]

/** A moment (UTC ISO), or until the seller resumes. */
export type PausedUntil = string | 'resumed'

const INTERVAL = 'intervalMinutes'
const PAUSED = 'pausedUntil'

const isInterval = (value: unknown): value is IntervalMinutes => INTERVALS.some((minutes) => minutes === value)
const asInterval = (value: unknown): IntervalMinutes => (isInterval(value) ? value : 5)
const asPause = (value: unknown): PausedUntil | null => (typeof value === 'string' ? value : null)

/** How often cycles run and whether they pause, as the seller set it: both survive a restart. */
export const createPaceSettings = (settings: SavedSettings, clock: Pick<Clock, 'now'>) => ({
  intervalMinutes: (): IntervalMinutes => settings.read(INTERVAL, asInterval) ?? 5,
  saveInterval: (minutes: IntervalMinutes): void => settings.save(INTERVAL, minutes),
  /** Null once the moment has passed. */
  pausedUntil: (): PausedUntil | null => {
    const until = settings.read(PAUSED, asPause)
    return until === null || until === 'resumed' || Date.parse(until) > clock.now() ? until : null
  },
  savePause: (until: PausedUntil | null): void => settings.save(PAUSED, until),
})
