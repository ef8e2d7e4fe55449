import type { EventValue } from '../../preload/contract/events.ts'
import type { Api } from '../../preload/contract/index.ts'
import type { Slice } from './app-store.ts'

/** Something long that runs: how far it is, and whether it was asked to stop. */
export interface Job {
  readonly doing: string
  readonly done: number
  readonly total: number | null
  readonly stopping: boolean
}

export interface JobsSlice {
  readonly jobs: Readonly<Record<string, Job>>
  /** Names a job before it is asked for, so that its progress is heard from the start. */
  startJob(total: number | null): string
  endJob(job: string): void
  stopJob(job: string): Promise<void>
  noteProgress(progress: EventValue<'progress'>): void
}

export const createJobsSlice =
  (api: Api): Slice<JobsSlice> =>
  (set, get) => {
    let started = 0
    const change = (job: string, to: Partial<Job>): void =>
      set(({ jobs }) => {
        const known = jobs[job]
        return known === undefined ? {} : { jobs: { ...jobs, [job]: { ...known, ...to } } }
      })
    return {
      jobs: {},
      startJob: (total) => {
        const job = `window-${Date.now()}-${++started}`
        set(({ jobs }) => ({ jobs: { ...jobs, [job]: { doing: '', done: 0, total, stopping: false } } }))
        return job
      },
      endJob: (job) =>
        set(({ jobs }) => ({ jobs: Object.fromEntries(Object.entries(jobs).filter(([name]) => name !== job)) })),
      stopJob: async (job) => {
        change(job, { stopping: true })
        const reply = await api.jobs.stop({ job })
        if (reply.ok) return
        change(job, { stopping: false })
        get().notify('problem', reply.fault.message)
      },
      noteProgress: ({ job, doing, done, total }) => change(job, { doing, done, total }),
    }
  }
