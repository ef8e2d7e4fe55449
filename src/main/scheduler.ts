import type { Clock } from './connectors/sockets/ports.ts'
import { type CycleOptions, createCycleRunner, type RunningStep } from './schedule/cycle-runner.ts'
import { createDailyWork, type SavedSettings } from './schedule/daily-work.ts'
import { createFaultPace } from './schedule/fault-pace.ts'
import { startHeartbeat } from './schedule/heartbeat.ts'
import { createPaceSettings, type IntervalMinutes, type PausedUntil } from './schedule/pace-settings.ts'
import { startTicks } from './schedule/ticks.ts'
import type { Engine, SyncReport } from './sync/engine.ts'

/** What the screens and the tray show. */
export interface SchedulerState {
  readonly intervalMinutes: IntervalMinutes
  readonly lastFinishedAt: string | null
  /** Null while paused until resumed, or not started. */
  readonly nextAt: string | null
  readonly syncing: boolean
  /** Null between cycles. */
  readonly running: RunningStep | null
  readonly pausedUntil: PausedUntil | null
}

export interface Scheduler {
  /** Runs a cycle at once, then one at every tick. */
  start(): void
  /** Lets the calls in flight finish and starts nothing more. */
  stop(): Promise<void>
  pause(until: PausedUntil): void
  resume(): void
  setInterval(minutes: IntervalMinutes): void
  /** One cycle now, paused or not, and the day's work if it is due; joins the cycle that runs. Works without `start`. */
  syncNow(options?: CycleOptions): Promise<SyncReport>
  /** The desktop heard that the PC woke or the network is back. */
  wake(): void
  readonly state: SchedulerState
}

export interface SchedulerNeeds {
  readonly engine: Pick<Engine, 'sync'>
  readonly clock: Pick<Clock, 'now' | 'nowIso'>
  readonly settings: SavedSettings
  /** Erasure by age and the backup, once a day. */
  readonly dailyWork: () => Promise<void>
  /** The stock file's own timer: asked every minute, it decides itself whether anything is due. */
  readonly stockTick?: (signal: AbortSignal) => Promise<void>
  readonly onChange?: (state: SchedulerState) => void
  /** Something failed that no report tells: for the log. */
  readonly onFailure: (doing: string, error: unknown) => void
  /** 0 up to 1, for the jitter. */
  readonly random?: () => number
  readonly isOnline?: () => boolean
}

const MINUTE_MS = 60_000

/** Decides when cycles run; what a cycle is, the engine knows (product.md section 8). */
export const createScheduler = (needs: SchedulerNeeds): Scheduler => {
  const { clock, onFailure, random = Math.random } = needs
  const pace = createPaceSettings(needs.settings, clock)
  const leaving = new AbortController()
  let lastFinishedAt: string | null = null
  let ticks: ReturnType<typeof startTicks> | null = null
  let stopTimers: (() => void) | null = null
  let stockCheck: Promise<void> | null = null
  let wasPaused = false

  const dailyWork = createDailyWork({
    clock,
    settings: needs.settings,
    work: needs.dailyWork,
    onFailure: (error) => onFailure('daily work', error),
  })

  const nextAt = (): string | null => {
    if (ticks === null) return null
    const until = pace.pausedUntil()
    if (until === null) return ticks.nextAt()
    return until === 'resumed' ? null : until
  }
  const state = (): SchedulerState => ({
    intervalMinutes: pace.intervalMinutes(),
    lastFinishedAt,
    nextAt: nextAt(),
    syncing: cycles.isRunning(),
    running: cycles.running(),
    pausedUntil: pace.pausedUntil(),
  })
  const changed = (): void => needs.onChange?.(state())

  const cycles = createCycleRunner({
    engine: needs.engine,
    signal: leaving.signal,
    onChange: changed,
    onReport: async (report) => {
      lastFinishedAt = report.finishedAt
      if (leaving.signal.aborted) return
      if (stopTimers) faultPace.note(report)
      await dailyWork()
    },
  })
  /** A tick while a cycle runs only joins it; one while the seller wants quiet is skipped. */
  const syncOnItsOwn = (options: CycleOptions = {}): void => {
    if (pace.pausedUntil() !== null) return
    wasPaused = false
    cycles.run(options).catch((error: unknown) => onFailure('cycle', error))
  }
  const faultPace = createFaultPace((connectionId) => syncOnItsOwn({ connectionId }))

  const checkStock = (): void => {
    if (stockCheck || !needs.stockTick || pace.pausedUntil() !== null) return
    stockCheck = needs
      .stockTick(leaving.signal)
      .catch((error: unknown) => onFailure('stock file', error))
      .finally(() => {
        stockCheck = null
      })
  }
  const noticePauseEnd = (): void => {
    if (wasPaused && pace.pausedUntil() === null) scheduler.resume()
  }
  const restartTicks = (): void => {
    ticks?.stop()
    ticks = startTicks(pace.intervalMinutes(), syncOnItsOwn, random)
  }

  const scheduler: Scheduler = {
    start() {
      if (stopTimers || leaving.signal.aborted) return
      wasPaused = pace.pausedUntil() !== null
      restartTicks()
      const stockTimer = setInterval(checkStock, MINUTE_MS)
      const stopHeartbeat = startHeartbeat({
        clock,
        onBeat: noticePauseEnd,
        onWake: scheduler.wake,
        onNetworkBack: scheduler.wake,
        ...(needs.isOnline ? { isOnline: needs.isOnline } : {}),
      })
      stopTimers = () => {
        clearInterval(stockTimer)
        stopHeartbeat()
        faultPace.stop()
        ticks?.stop()
        ticks = null
      }
      syncOnItsOwn()
    },
    async stop() {
      leaving.abort()
      stopTimers?.()
      stopTimers = null
      await Promise.all([cycles.settle(), stockCheck])
    },
    pause(until) {
      pace.savePause(until)
      wasPaused = true
      changed()
    },
    resume() {
      pace.savePause(null)
      wasPaused = false
      if (stopTimers) syncOnItsOwn()
      changed()
    },
    setInterval(minutes) {
      pace.saveInterval(minutes)
      if (ticks) restartTicks()
      changed()
    },
    syncNow: (options = {}) => cycles.run(options),
    wake: () => {
      if (stopTimers) syncOnItsOwn()
    },
    get state() {
      return state()
    },
  }
  return scheduler
}
