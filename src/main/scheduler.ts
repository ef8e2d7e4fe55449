import type { Clock } from './connectors/sockets/ports.ts'
import { type CycleOptions, createCycleRunner } from './schedule/cycle-runner.ts'
import { createDailyWork, type SavedSettings } from './schedule/daily-work.ts'
import { createFaultPace } from './schedule/fault-pace.ts'
import { startHeartbeat } from './schedule/heartbeat.ts'
import { createSavedPause } from './schedule/saved-pause.ts'
import type { Scheduler, SchedulerState } from './schedule/scheduler.ts'
import { type IntervalMinutes, startTicks } from './schedule/ticks.ts'
import type { Engine } from './sync/engine.ts'

export type { Scheduler, SchedulerState } from './schedule/scheduler.ts'

export interface SchedulerNeeds {
  readonly engine: Pick<Engine, 'sync' | 'isBusy'>
  readonly clock: Pick<Clock, 'now' | 'nowIso'>
  /** Keeps the pause and the day of the last daily work. */
  readonly settings: SavedSettings
  readonly intervalMinutes: () => IntervalMinutes
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
  const saved = createSavedPause(needs.settings, clock)
  const leaving = new AbortController()
  let lastFinishedAt: string | null = null
  let ticks: ReturnType<typeof startTicks> | null = null
  let heartbeat: ReturnType<typeof startHeartbeat> | null = null
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
    const pause = saved.read()
    return pause ? pause.until : ticks.nextAt()
  }
  const state = (): SchedulerState => ({
    syncing: cycles.isRunning(),
    running: cycles.running(),
    lastFinishedAt,
    nextAt: nextAt(),
    pause: saved.read(),
    offlineSince: heartbeat?.offlineSince() ?? null,
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
    if (saved.read()) return
    wasPaused = false
    cycles.run(options).catch((error: unknown) => onFailure('cycle', error))
  }
  const faultPace = createFaultPace((connectionId) => syncOnItsOwn({ connectionId }))

  const checkStock = (): void => {
    if (stockCheck || !needs.stockTick || saved.read()) return
    stockCheck = needs
      .stockTick(leaving.signal)
      .catch((error: unknown) => onFailure('stock file', error))
      .finally(() => {
        stockCheck = null
      })
  }
  const noticePauseEnd = (): void => {
    if (wasPaused && !saved.read()) scheduler.resume()
  }
  const restartTicks = (): void => {
    ticks?.stop()
    ticks = startTicks(needs.intervalMinutes(), syncOnItsOwn, random)
  }

  const scheduler: Scheduler = {
    start() {
      if (stopTimers || leaving.signal.aborted) return
      wasPaused = saved.read() !== null
      restartTicks()
      const stockTimer = setInterval(checkStock, MINUTE_MS)
      heartbeat = startHeartbeat({
        clock,
        onBeat: noticePauseEnd,
        onWake: scheduler.wake,
        onNetworkBack: scheduler.wake,
        onNetworkGone: changed,
        ...(needs.isOnline ? { isOnline: needs.isOnline } : {}),
      })
      stopTimers = () => {
        clearInterval(stockTimer)
        heartbeat?.stop()
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
      saved.save({ until })
      wasPaused = true
      changed()
    },
    resume() {
      saved.save(null)
      wasPaused = false
      if (stopTimers) syncOnItsOwn()
      changed()
    },
    intervalChanged() {
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
