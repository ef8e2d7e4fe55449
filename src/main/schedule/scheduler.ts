import type { SyncReport } from '../sync/engine.ts'
import type { CycleOptions, RunningStep } from './cycle-runner.ts'
import type { Pause } from './saved-pause.ts'

/** What the screens and the tray show. */
export interface SchedulerState {
  readonly syncing: boolean
  /** The connections that are at it; empty until the first has begun. */
  readonly running: readonly RunningStep[]
  readonly lastFinishedAt: string | null
  /** Null while paused until resumed, or not started. */
  readonly nextAt: string | null
  readonly pause: Pause | null
  readonly offlineSince: string | null
}

export interface Scheduler {
  /** Runs a cycle at once, then one at every tick. */
  start(): void
  /** Lets the calls in flight finish and starts nothing more. */
  stop(): Promise<void>
  /** Null: until resumed. */
  pause(until: string | null): void
  resume(): void
  /** The seller set another interval: it holds from now on. */
  intervalChanged(): void
  /** One cycle now, paused or not, and the day's work if it is due; joins the cycle that runs. Works without `start`. */
  syncNow(options?: CycleOptions): Promise<SyncReport>
  /** The desktop heard that the PC woke or the network is back. */
  wake(): void
  readonly state: SchedulerState
}
