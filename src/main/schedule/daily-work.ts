import type { Clock } from '../connectors/sockets/ports.ts'

/** The two verbs of `db/settings-repository.ts` that are needed here. */
export interface SavedSettings {
  read<T>(key: string, parse: (value: unknown) => T): T | null
  save(key: string, value: unknown): void
}

export interface DailyWorkNeeds {
  readonly clock: Pick<Clock, 'now' | 'nowIso'>
  readonly settings: SavedSettings
  /** Erasure by age, the backup, the check of the file (product.md 8 and 12). */
  readonly work: () => Promise<void>
  readonly onFailure: (error: unknown) => void
}

const DONE_AT = 'dailyWorkDoneAt'
const HOUR_MS = 3_600_000
const asText = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/**
 * Does the day's work with the first cycle of each day (UTC). A failure is told and never stands in a cycle's way; it is tried again
 * an hour later.
 */
export const createDailyWork = ({ clock, settings, work, onFailure }: DailyWorkNeeds): (() => Promise<void>) => {
  let notBefore = 0
  return async () => {
    const today = clock.nowIso().slice(0, 10)
    if (settings.read(DONE_AT, asText)?.slice(0, 10) === today || clock.now() < notBefore) return
    try {
      await work()
      settings.save(DONE_AT, clock.nowIso())
    } catch (error) {
      notBefore = clock.now() + HOUR_MS
      onFailure(error)
    }
  }
}
