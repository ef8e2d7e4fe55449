import type { Engine, StepName, SyncOptions, SyncReport } from '../sync/engine.ts'

/** What a caller may ask of a cycle; stopping and progress are the runner's. */
export type CycleOptions = Omit<SyncOptions, 'signal' | 'onStep'>
/** A connection whose cycle runs, and the step it is at. */
export type RunningStep = { readonly connectionId: number; readonly step: StepName }

export interface CycleRunnerNeeds {
  readonly engine: Pick<Engine, 'sync' | 'isBusy'>
  readonly signal: AbortSignal
  readonly onChange: () => void
  /** Part of the cycle: it is over only once this is. */
  readonly onReport: (report: SyncReport) => Promise<void>
}

interface Cycle {
  readonly options: CycleOptions
  readonly report: Promise<SyncReport>
  /** It still asks the outside; afterwards, during the day's work, nobody who wants that can join it. */
  asks: boolean
}

/** One cycle at a time: whoever asks for what already runs joins it, whoever asks for more comes next. */
export const createCycleRunner = ({ engine, signal, onChange, onReport }: CycleRunnerNeeds) => {
  let current: Cycle | null = null
  const steps = new Map<number, StepName>()

  const onStep = ({ connectionId, step }: RunningStep): void => {
    steps.set(connectionId, step)
    onChange()
  }
  /** A connection that was added since, or is done already, takes no part in what is left of a cycle over all. */
  const covers = ({ options, asks }: Cycle, asked: CycleOptions): boolean =>
    asks &&
    !asked.stockNow &&
    (options.connectionId ?? asked.connectionId) === asked.connectionId &&
    (asked.connectionId === undefined || engine.isBusy(asked.connectionId))

  const perform = async (options: CycleOptions): Promise<SyncReport> => {
    try {
      const report = await engine.sync({ ...options, signal, onStep })
      if (current !== null) current.asks = false
      await onReport(report)
      return report
    } finally {
      current = null
      steps.clear()
      onChange()
    }
  }
  const begin = (options: CycleOptions): Promise<SyncReport> => {
    const report = perform(options)
    current = { options, report, asks: true }
    onChange()
    return report
  }
  const settle = async (): Promise<void> => {
    await current?.report.catch(() => {})
  }

  return {
    async run(options: CycleOptions): Promise<SyncReport> {
      while (current && !covers(current, options)) await settle()
      return current?.report ?? begin(options)
    },
    /** Waits for the cycle that runs; its failure is its caller's to hear. */
    settle,
    isRunning: (): boolean => current !== null,
    running: (): readonly RunningStep[] =>
      [...steps].flatMap(([connectionId, step]) => (engine.isBusy(connectionId) ? [{ connectionId, step }] : [])),
  }
}
