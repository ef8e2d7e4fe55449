import type { BackupView, backupsContract } from '../../preload/contract/backups.ts'
import type { Handlers } from '../../preload/contract/endpoint.ts'

/** What keeps the database safe; `navette.ts` hands it in. */
export interface Backups {
  /** Newest first. */
  list(): Promise<readonly BackupView[]>
  make(): Promise<BackupView>
  /** After an erasure on request: a fresh one takes the place of all older ones. */
  replaceAll(): Promise<void>
}

export const createBackupsHandlers = (backups: Backups): Handlers<typeof backupsContract> => ({
  list: () => backups.list(),
  make: () => backups.make(),
})
