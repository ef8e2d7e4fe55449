import type { Clock } from '../connectors/sockets/ports.ts'
import type { SavedSettings } from './daily-work.ts'

/** `until` null: until the seller resumes. */
export interface Pause {
  readonly until: string | null
}

const PAUSE = 'pause'

const asPause = (value: unknown): Pause | null => {
  if (typeof value !== 'object' || value === null || !('until' in value)) return null
  return { until: typeof value.until === 'string' ? value.until : null }
}

/** Whether cycles pause, as the seller said: it survives a restart, and ends by itself when its moment has passed. */
export const createSavedPause = (settings: SavedSettings, clock: Pick<Clock, 'now'>) => ({
  read: (): Pause | null => {
    const pause = settings.read(PAUSE, asPause)
    return pause?.until && Date.parse(pause.until) <= clock.now() ? null : pause
  },
  save: (pause: Pause | null): void => settings.save(PAUSE, pause),
})
