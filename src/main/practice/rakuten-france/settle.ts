import type { Account } from './account.ts'
import { expire, remind } from './item-life.ts'
import type { Item, Purchase } from './purchase.ts'
import { processUploads } from './stock-processing.ts'

/** Lets happen what time alone brings about: reminders, deadlines, stock files, and (when so set) units going back. */
export const settle = (account: Account): void => {
  const now = account.clock.now()
  processUploads(account, now)
  if (now >= account.nextDeadlineAt) {
    const dates = Array.from(account.purchases.values(), (purchase) => remindOrExpire(purchase, now))
    account.nextDeadlineAt = dates.reduce((first, date) => Math.min(first, date), Number.POSITIVE_INFINITY)
  }
  if (account.settings.stockFollowsSales) for (const item of account.items.values()) giveBackStock(account, item)
}

/** Returns when the purchase has to be looked at again. */
const remindOrExpire = (purchase: Purchase, now: number): number => {
  const waiting = purchase.items.filter((item) => item.state === 'to-decide')
  if (waiting.length === 0) return Number.POSITIVE_INFINITY
  if (now < purchase.remindAt) return purchase.remindAt
  for (const item of waiting) {
    remind(item, purchase.remindAt)
    if (now >= purchase.decideBy) expire(item)
  }
  return now < purchase.decideBy ? purchase.decideBy : Number.POSITIVE_INFINITY
}

const giveBackStock = (account: Account, item: Item): void => {
  const unsold = item.state === 'refused' || item.state === 'cancelled' || item.state === 'expired'
  const advert = account.adverts.get(item.sku)
  if (!item.stockTaken || !unsold) return
  item.stockTaken = false
  if (advert) advert.stock += 1
}
