import type { Account } from './account.ts'
import { decisionDeadline, reminderTime } from './deadline.ts'
import { expire, remind } from './item-life.ts'
import type { Item, Purchase } from './purchase.ts'
import { processUploads } from './stock-processing.ts'

/** Lets happen what time alone brings about: reminders, deadlines, stock files, and (when so set) units going back. */
export const settle = (account: Account): void => {
  const now = account.clock.now()
  processUploads(account, now)
  for (const purchase of account.purchases.values()) {
    remindOrExpire(purchase, now)
    for (const item of purchase.items) giveBackStock(account, item)
  }
}

const remindOrExpire = (purchase: Purchase, now: number): void => {
  const waiting = purchase.items.filter((item) => item.state === 'to-decide')
  if (waiting.length === 0) return
  const remindAt = reminderTime(purchase.purchasedAt)
  const late = now >= decisionDeadline(purchase.purchasedAt)
  for (const item of waiting) {
    if (now >= remindAt) remind(item, remindAt)
    if (late) expire(item)
  }
}

const giveBackStock = (account: Account, item: Item): void => {
  const unsold = item.state === 'refused' || item.state === 'cancelled' || item.state === 'expired'
  const advert = account.adverts.get(item.sku)
  if (!item.stockTaken || !unsold) return
  item.stockTaken = false
  if (advert) advert.stock += 1
}
