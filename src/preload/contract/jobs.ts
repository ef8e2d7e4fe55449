import * as z from 'zod/mini'
import { endpoint } from './endpoint.ts'

export const jobsContract = {
  /** Asks a long job to stop after the call in flight. False when it has ended already. */
  stop: endpoint(z.object({ job: z.string() }), z.object({ stopping: z.boolean() })),
}
