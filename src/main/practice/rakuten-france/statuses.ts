import type { Item, ItemState } from './purchase.ts'

/** The status words of each web service (11.1); `null` means that the service does not list such an item. */
const WORDS: Record<
  ItemState,
  { newSales: string; currentSales: string | null; itemInfos: string; billing: string | null }
> = {
  'to-decide': { newSales: 'TO_CONFIRM', currentSales: null, itemInfos: 'REQUESTED', billing: null },
  accepted: { newSales: 'ACCEPTED', currentSales: 'ACCEPTED', itemInfos: 'COMMITTED', billing: 'ACCEPTED' },
  preorder: { newSales: 'ACCEPTED', currentSales: 'PENDING', itemInfos: 'PENDING', billing: null },
  claim: { newSales: 'ACCEPTED', currentSales: 'PENDING_CLAIM', itemInfos: 'ON_HOLD', billing: 'CLAIM' },
  closed: { newSales: 'ACCEPTED', currentSales: null, itemInfos: 'CLOSED', billing: 'CLOSED' },
  // What getiteminfos says of an item refused or expired is in no source; its list of words leaves only CANCELLED.
  refused: { newSales: 'REFUSED', currentSales: null, itemInfos: 'CANCELLED', billing: null },
  cancelled: { newSales: 'CANCELLED', currentSales: 'CANCELLED', itemInfos: 'CANCELLED', billing: 'CANCELLED' },
  expired: { newSales: 'CANCELLED', currentSales: null, itemInfos: 'CANCELLED', billing: null },
}

const wasAccepted = (item: Item): boolean => item.acceptedAt !== null

export const statusInNewSales = (item: Item): string => item.strangeStatus ?? WORDS[item.state].newSales

export const statusInCurrentSales = (item: Item): string | null =>
  wasAccepted(item) ? (item.strangeStatus ?? WORDS[item.state].currentSales) : null

export const statusInItemInfos = (item: Item): string =>
  item.strangeStatus ?? (item.state === 'to-decide' && item.reminded ? 'REMINDED' : WORDS[item.state].itemInfos)

export const statusInBilling = (item: Item): string | null => (wasAccepted(item) ? WORDS[item.state].billing : null)
