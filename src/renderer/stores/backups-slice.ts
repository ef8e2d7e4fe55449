import type { BackupView } from '../../preload/contract/backups.ts'
import type { Api } from '../../preload/contract/index.ts'
import type { Reply } from '../../preload/contract/reply.ts'
import type { Slice } from './app-store.ts'

export interface BackupsSlice {
  /** Newest first; null until they were read. */
  readonly backups: readonly BackupView[] | null
  loadBackups(): Promise<void>
  makeBackup(): Promise<Reply<BackupView>>
}

export const createBackupsSlice =
  (api: Api): Slice<BackupsSlice> =>
  (set, get) => {
    const load = async (): Promise<void> => {
      const reply = await api.backups.list()
      if (reply.ok) set({ backups: reply.value })
      else get().notify('problem', reply.fault.message)
    }
    return {
      backups: null,
      loadBackups: load,
      async makeBackup() {
        const reply = await api.backups.make()
        if (reply.ok) await load()
        return reply
      },
    }
  }
