import * as z from 'zod/mini'
import { endpoint, type ViewOf } from './endpoint.ts'

export const BackupView = z.object({
  name: z.string(),
  madeAt: z.string(),
  reason: z.enum(['daily', 'by-hand', 'before-update', 'after-erasure']),
  bytes: z.int(),
})
export type BackupView = ViewOf<typeof BackupView>

export const backupsContract = {
  /** Newest first. */
  list: endpoint(z.void(), z.array(BackupView)),
  make: endpoint(z.void(), BackupView),
}
