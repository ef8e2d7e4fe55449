import type { DataFolder } from '../db/open-folder.ts'
import type { TrustedTime } from '../sync/corridor.ts'
import { type ErasureNeeds, eraseByAge } from '../sync/erase-buyer.ts'

interface Needs extends ErasureNeeds {
  readonly folder: Pick<DataFolder, 'backups'>
  readonly time: TrustedTime
  readonly retentionDays: () => number
}

const DAY = 86_400_000

/** Once a day: buyers whose time has come are erased, and the database is copied. Erasure waits while the clocks disagree. */
export const createDailyWork =
  (needs: Needs): (() => Promise<void>) =>
  async () => {
    const { folder, time, retentionDays, repositories } = needs
    if (time.trusted) {
      const before = new Date(time.now() - retentionDays() * DAY).toISOString()
      const erased = await eraseByAge(needs, before)
      if (erased > 0) repositories.orders.sealErasure()
    }
    await folder.backups.daily(time.nowIso())
  }
