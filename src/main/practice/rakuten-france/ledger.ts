import type { Account } from './account.ts'
import type { Actor, Item, Shipment } from './purchase.ts'
import { settle } from './settle.ts'
import type { ToldQuantity } from './world/inventory.ts'

/** What became of one item, for whoever checks a client afterwards. */
export interface ItemLedger {
  readonly purchaseId: string
  readonly itemId: string
  readonly sku: string
  readonly state: Item['state']
  /** `acceptsale` calls that named it, and those of them answered `Accepted`. */
  readonly acceptCalls: number
  readonly accepted: number
  readonly acceptedBy: Actor | null
  readonly refuseCalls: number
  readonly refused: number
  readonly refusedBy: Actor | null
  readonly cancelCalls: number
  readonly cancelledBy: Actor | null
  readonly cancelComment: string
  readonly shipped: boolean
  /** Every shipment recorded, in order; more than one means that tracking was changed. */
  readonly shipments: readonly Shipment[]
  readonly messagesFromSeller: readonly string[]
}

export interface SkuLedger {
  readonly sku: string
  /** Null when the SKU is not on offer. */
  readonly stock: number | null
  /** The quantities that stock files told, oldest first. */
  readonly told: readonly ToldQuantity[]
  readonly lastTold: number | null
}

export interface Ledger {
  readonly items: Readonly<Record<string, ItemLedger>>
  readonly skus: Readonly<Record<string, SkuLedger>>
  readonly stockFiles: number
  /** What buyers were debited on acceptance, shipping left out, and got back on cancellation, in cents. */
  readonly debitedCents: number
  readonly refundedCents: number
}

export const readLedger = (account: Account): Ledger => {
  settle(account)
  const items = Array.from(account.items.values())
  const debited = items.filter(({ acceptedAt }) => acceptedAt !== null)
  const skus = new Set([...account.adverts.keys(), ...account.told.keys()])
  const named = callsByItem(account)
  return {
    items: Object.fromEntries(items.map((item) => [item.itemId, itemLedger(item, named.get(item.itemId) ?? [])])),
    skus: Object.fromEntries(Array.from(skus, (sku) => [sku, skuLedger(account, sku)])),
    stockFiles: account.uploads.length,
    debitedCents: cents(debited),
    refundedCents: cents(debited.filter(({ state }) => state === 'cancelled')),
  }
}

const cents = (items: readonly Item[]): number => items.reduce((sum, { priceCents }) => sum + priceCents, 0)

type Decision = { readonly action: string; readonly outcome: string }

const callsByItem = (account: Account): Map<string, Decision[]> => {
  const named = new Map<string, Decision[]>()
  for (const { action, params, outcome } of account.calls) {
    const itemId = params['itemid']
    if (itemId === undefined) continue
    const calls = named.get(itemId) ?? []
    calls.push({ action, outcome })
    named.set(itemId, calls)
  }
  return named
}

const itemLedger = (item: Item, calls: readonly Decision[]): ItemLedger => {
  const count = (action: string, outcome?: string): number =>
    calls.filter((call) => call.action === action && (outcome === undefined || call.outcome === outcome)).length
  return {
    purchaseId: item.purchaseId,
    itemId: item.itemId,
    sku: item.sku,
    state: item.state,
    acceptCalls: count('acceptsale'),
    accepted: count('acceptsale', 'ok'),
    acceptedBy: item.acceptedBy,
    refuseCalls: count('refusesale'),
    refused: count('refusesale', 'ok'),
    refusedBy: item.refusedBy,
    cancelCalls: count('cancelitem'),
    cancelledBy: item.cancelledBy,
    cancelComment: item.cancelComment,
    shipped: item.shipped,
    shipments: item.shipments,
    messagesFromSeller: item.letters.filter(({ from }) => from === 'seller').map(({ content }) => content),
  }
}

const skuLedger = (account: Account, sku: string): SkuLedger => {
  const told = account.told.get(sku) ?? []
  return { sku, stock: account.adverts.get(sku)?.stock ?? null, told, lastTold: told.at(-1)?.quantity ?? null }
}
