import type { DataFolder } from '../db/open-folder.ts'
import type { TrustedTime } from '../sync/corridor.ts'
import { type ErasureNeeds, eraseByAge } from '../sync/erase-buyer.ts'

interface Needs extends ErasureNeeds {
  readonly folder: Pick<DataFolder, 'backups' | 'check'>
  readonly time: TrustedTime
  readonly retentionDays: () => number
}

const DAY = 86_400_000
const STOCK_FILES_KEPT = 30 * DAY

/**
 * Once a day: buyers whose time has come are erased, the database is read through and copied. Erasure waits while the clocks disagree, and
 * an unsound database is never copied over sound copies.
 */
export const createDailyWork =
  (needs: Needs): (() => Promise<void>) =>
  async () => {
    const { folder, time, retentionDays, repositories } = needs
    if (time.trusted) await eraseByAge(needs, new Date(time.now() - retentionDays() * DAY).toISOString())
    repositories.stock.forgetFilesBefore(new Date(time.now() - STOCK_FILES_KEPT).toISOString())
    // Every day: it finishes what a crash, or a backup that was reading, left undone, and costs nothing otherwise.
    repositories.orders.sealErasure()
    const complaints = await folder.check()
    if (complaints.length > 0) throw new Error(`The database is not sound: ${complaints.join('; ')}`)
    await folder.backups.daily(time.nowIso())
  }
