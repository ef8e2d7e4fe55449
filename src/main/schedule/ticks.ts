import { type ScheduledTask, schedule } from 'node-cron'

export const INTERVALS = [5, 10, 15, 30, 60] as const
export type IntervalMinutes = (typeof INTERVALS)[number]

/** So that not every PC calls at once. */
const JITTER_MS = 20_000

const cronOf = (minutes: IntervalMinutes): string => (minutes === 60 ? '0 * * * *' : `*/${minutes} * * * *`)

/** Calls back at every tick of the clock's round minutes, up to 20 seconds late. */
export const startTicks = (minutes: IntervalMinutes, onTick: () => void, random: () => number) => {
  let jitter: NodeJS.Timeout | undefined
  const late = (): void => {
    clearTimeout(jitter)
    jitter = setTimeout(onTick, random() * JITTER_MS)
  }
  const task: ScheduledTask = schedule(cronOf(minutes), late, { suppressMissedWarning: true })
  return {
    nextAt: (): string | null => task.getNextRun()?.toISOString() ?? null,
    stop: (): void => {
      clearTimeout(jitter)
      void task.destroy()
    },
  }
}
