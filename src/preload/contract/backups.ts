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
  /** Replaces the database at the next start; what is newer is read again from both sides. */
  restore: endpoint(z.object({ name: z.string() }), z.void()),
  /** To be printed, so that backups outlive this PC. The one secret that crosses outwards, because the seller asked to see it. */
  recoveryKey: endpoint(z.void(), z.object({ key: z.string() })),
}
