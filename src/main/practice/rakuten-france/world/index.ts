import type { Account } from '../account.ts'
import type { Clock } from '../clock.ts'
import { accept, cancel, close, closeClaim, openClaim, refuse, remind, ship } from '../item-life.ts'
import type { Item, Letter, Purchase, Shipment } from '../purchase.ts'
import { settle } from '../settle.ts'
import { buy, type PurchaseToMake } from './buy.ts'
import { type Advert, type AdvertSeed, setInventory } from './inventory.ts'

/** Everything that happens at Rakuten without the web services. A move that the item's state does not allow throws. */
export interface World {
  readonly clock: Clock
  /** Returns the purchase id. */
  buy(order: PurchaseToMake): string
  /** The buyer gives up one item or, unless one is named, every item that can still be given up. */
  cancelByBuyer(purchaseId: string, itemId?: string): void
  /** Rakuten cancels on its own account, before or after acceptance. */
  cancelByRakuten(purchaseId: string, itemId?: string): void
  acceptOnSite(itemId: string): void
  refuseOnSite(itemId: string): void
  cancelOnSite(itemId: string): void
  shipOnSite(itemId: string, shipment?: Partial<Pick<Shipment, 'transporter' | 'trackingNumber' | 'trackingUrl'>>): void
  /** `type` is `DAMAGED` unless set; amicable unless said otherwise. */
  openClaim(itemId: string, text: string, type?: string, amicable?: boolean): void
  closeClaim(itemId: string): void
  messageFromBuyer(itemId: string, content: string): void
  /** Returns the mail's id. */
  mailFromCustomerService(itemId: string, subject: string, content: string): string
  /** The buyer has received and rated the item. */
  closeSale(itemId: string, score?: string): void
  /** The reminder, ahead of its time. */
  remind(purchaseId: string): void
  /** Pays out these items; returns the compensation id. */
  payOut(itemIds: readonly string[]): string
  /** Sales lists show this word as the item's status; null brings the true one back. */
  showStatus(itemId: string, word: string | null): void
  setInventory(adverts: readonly AdvertSeed[]): void
  inventory(): readonly Readonly<Advert>[]
  /** Rakuten takes this transporter no longer. */
  withdrawTransporter(name: string): void
  /** The seller makes a new token; the old one is refused. */
  resetToken(token: string): void
  /** A purchase as it stands; throws when there is none. */
  purchase(purchaseId: string): Readonly<Purchase>
  item(itemId: string): Readonly<Item>
}

export const createWorld = (account: Account): World => {
  const now = (): number => account.clock.now()
  const item = (itemId: string): Item => {
    settle(account)
    return account.items.get(itemId) ?? missing(`item ${itemId}`)
  }
  const purchase = (purchaseId: string): Purchase => {
    settle(account)
    return account.purchases.get(purchaseId) ?? missing(`purchase ${purchaseId}`)
  }
  const must = (moved: boolean, itemId: string, what: string): void => {
    if (!moved) throw new Error(`Item ${itemId} is ${item(itemId).state} and cannot be ${what}`)
  }
  const cancelSome = (purchaseId: string, itemId: string | undefined, by: 'buyer' | 'rakuten'): void => {
    const named = itemId === undefined ? purchase(purchaseId).items : [item(itemId)]
    const cancelled = named.filter((one) => cancel(one, by, now()))
    if (cancelled.length === 0) throw new Error(`Nothing of purchase ${purchaseId} can be cancelled`)
  }
  const letter = (
    itemId: string,
    from: Letter['from'],
    content: string,
    mailId: string | null,
    subject: string,
  ): void =>
    void item(itemId).letters.push({ from, sentAt: now(), content, mailId, subject, answersMailId: null, read: false })

  return {
    clock: account.clock,
    buy: (order) => buy(account, order),
    cancelByBuyer: (purchaseId, itemId) => cancelSome(purchaseId, itemId, 'buyer'),
    cancelByRakuten: (purchaseId, itemId) => cancelSome(purchaseId, itemId, 'rakuten'),
    acceptOnSite: (itemId) => must(accept(item(itemId), 'site', now()), itemId, 'accepted'),
    refuseOnSite: (itemId) => must(refuse(item(itemId), 'site'), itemId, 'refused'),
    cancelOnSite: (itemId) => must(cancel(item(itemId), 'site', now()), itemId, 'cancelled'),
    shipOnSite: (itemId, shipment) =>
      must(
        ship(item(itemId), {
          transporter: '',
          trackingNumber: '',
          trackingUrl: '',
          ...shipment,
          by: 'site',
          at: now(),
        }),
        itemId,
        'shipped',
      ),
    openClaim: (itemId, comment, type = 'DAMAGED', amicable = true) =>
      must(openClaim(item(itemId), { openedAt: now(), type, amicable, comment }), itemId, 'claimed'),
    closeClaim: (itemId) => must(closeClaim(item(itemId)), itemId, 'freed of a claim'),
    messageFromBuyer: (itemId, content) => letter(itemId, 'buyer', content, null, ''),
    mailFromCustomerService(itemId, subject, content) {
      const mailId = account.nextId('mail', 910_000_001)
      letter(itemId, 'customer-service', content, mailId, subject)
      return mailId
    },
    closeSale: (itemId, score = '5') => must(close(item(itemId), score), itemId, 'closed'),
    remind(purchaseId) {
      for (const one of purchase(purchaseId).items) must(remind(one, now()), one.itemId, 'reminded of')
    },
    payOut(itemIds) {
      const compensationId = account.nextId('compensation', 400_001)
      account.payouts.push({ compensationId, at: now(), items: itemIds.map(item) })
      return compensationId
    },
    showStatus(itemId, word) {
      item(itemId).strangeStatus = word
    },
    setInventory: (adverts) => setInventory(account, adverts),
    inventory() {
      settle(account)
      return Array.from(account.adverts.values())
    },
    withdrawTransporter: (name) => void account.withdrawnTransporters.add(name),
    resetToken(token) {
      account.token = token
    },
    purchase,
    item,
  }
}

const missing = (what: string): never => {
  throw new Error(`There is no ${what}`)
}
