import { plainWords } from '../../domain/plain-words.ts'
import type { TrackingOutcome } from '../sockets/marketplace.ts'

/**
 * What the details of a refused shipping file say: one detail for each bad item, in French (3.3); a detail that names no item speaks
 * of them all. Items that are not mentioned are left out: whether Rakuten kept those is not known.
 */
export const readShippingOutcomes = (
  details: readonly string[],
  itemIds: readonly string[],
): readonly TrackingOutcome[] => {
  const told = new Map<string, TrackingOutcome>()
  for (const detail of details) {
    const [, itemId, words = detail] = /^article\s+(\S+?)\s*:\s*(.*)$/is.exec(detail.trim()) ?? []
    const meant = itemId === undefined ? itemIds.filter((id) => !told.has(id)) : itemIds.filter((id) => id === itemId)
    for (const id of meant) told.set(id, { itemId: id, outcome: outcomeOf(words), message: words })
  }
  return [...told.values()]
}

const outcomeOf = (words: string): TrackingOutcome['outcome'] => {
  const plain = plainWords(words)
  if (plain.includes('deja ete expedie')) return 'already-shipped'
  if (plain.includes('numero incorrect')) return 'unknown-item'
  if (plain.includes('statut incorrect')) return 'not-confirmed'
  // [C] How Rakuten refuses a carrier is not known: any text that speaks of one is taken for that.
  return /transporteur|transporter|carrier/.test(plain) ? 'carrier-refused' : 'refused'
}
