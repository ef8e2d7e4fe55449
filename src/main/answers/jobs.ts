import type { Handlers } from '../../preload/contract/endpoint.ts'
import type { ContractEvent } from '../../preload/contract/events.ts'
import type { jobsContract } from '../../preload/contract/jobs.ts'
import type { Progress } from '../sync/engine.ts'

/** What a long job is given: when to stop, and a way to say how far it is. */
export interface JobControl {
  readonly signal: AbortSignal
  readonly onProgress: (progress: Progress) => void
}

export type Jobs = ReturnType<typeof createJobs>

/** The long jobs that run, by the names the window gave them. */
export const createJobs = (announce: (event: ContractEvent) => void) => {
  const running = new Map<string, AbortController>()

  const handlers: Handlers<typeof jobsContract> = {
    stop: ({ job }) => {
      const control = running.get(job)
      control?.abort()
      return { stopping: control !== undefined }
    },
  }
  return {
    handlers,
    /** A job without a name cannot be stopped and tells nothing. */
    async run<T>(job: string | null, work: (control: JobControl) => Promise<T>): Promise<T> {
      const control = new AbortController()
      if (job === null) return work({ signal: control.signal, onProgress: () => {} })
      running.set(job, control)
      try {
        return await work({
          signal: control.signal,
          onProgress: (progress) => announce({ name: 'progress', value: { job, ...progress } }),
        })
      } finally {
        running.delete(job)
      }
    },
  }
}
