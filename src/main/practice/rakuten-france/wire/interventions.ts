import type { Account } from '../account.ts'
import { unavailable } from '../actions/refusals.ts'
import type { FaultKind, FaultRule } from '../faults.ts'
import { cancel } from '../item-life.ts'
import type { XmlElement } from './xml-writer.ts'

/** What the world does in the instant before a call is looked at. */
export const interfere = (
  account: Account,
  params: ReadonlyMap<string, string>,
  faults: readonly FaultRule[],
): void => {
  for (const { kind, wholePurchase = false } of faults) {
    if (kind === 'token-reset') account.token = account.nextId('token after reset', 910_001)
    if (kind === 'buyer-cancels') buyerCancels(account, params.get('itemid') ?? '', wholePurchase)
  }
}

const buyerCancels = (account: Account, itemId: string, wholePurchase: boolean): void => {
  const item = account.items.get(itemId)
  if (!item) return
  const items = wholePurchase ? (account.purchases.get(item.purchaseId)?.items ?? []) : [item]
  for (const one of items) cancel(one, 'buyer', account.clock.now())
}

/** The outage that a half-failing acceptance answers for every second item of a purchase. */
export const cannotAccept = (
  account: Account,
  params: ReadonlyMap<string, string>,
  kinds: ReadonlySet<FaultKind>,
): XmlElement | null =>
  kinds.has('half-accept') && isEverySecond(account, params.get('itemid') ?? '') ? unavailable() : null

const isEverySecond = (account: Account, itemId: string): boolean => {
  const items = account.purchases.get(account.items.get(itemId)?.purchaseId ?? '')?.items ?? []
  return items.findIndex((item) => item.itemId === itemId) % 2 === 1
}
