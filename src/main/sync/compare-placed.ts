import type { BackOfficeCapabilities, OfficeOrder, OrderToPlace } from '../connectors/sockets/back-office.ts'
import { formatCents } from '../domain/money.ts'
import { totalCents } from './to-office-order.ts'

/**
 * What the back office really holds against what was asked: platforms answer "created" to half-made orders. Null when they agree; what a
 * platform does not tell is not compared, nor is the total where it goes by its own prices.
 */
export const compareWithPlaced = (
  asked: OrderToPlace,
  placed: OfficeOrder,
  { ownPrices }: Pick<BackOfficeCapabilities, 'ownPrices'> = {},
): string | null => {
  const units = (lines: readonly { readonly sku: string; readonly quantity: number }[], sku: string): number =>
    lines.filter((line) => line.sku === sku).reduce((sum, { quantity }) => sum + quantity, 0)
  const lines = placed.lines ?? asked.lines
  const skus = new Set([...asked.lines, ...lines].map(({ sku }) => sku))
  for (const sku of skus) {
    const [wanted, there] = [units(asked.lines, sku), units(lines, sku)]
    if (wanted !== there) return `${sku}: ${there} instead of ${wanted}`
  }
  const total = ownPrices ? null : otherTotal(asked, placed)
  if (total !== null) return total
  const postcode = asked.relayPoint?.postcode ?? asked.delivery.postcode
  const known = [postcode, asked.delivery.postcode].map(bare)
  return placed.postcode !== null && !known.includes(bare(placed.postcode))
    ? `postcode ${placed.postcode} instead of ${postcode}`
    : null
}

/** How much of it could be compared: what is not told, or goes by other prices, agrees with nothing. */
export const comparedOf = (
  placed: Pick<OfficeOrder, 'lines' | 'totalCents' | 'postcode'>,
  { ownPrices }: Pick<BackOfficeCapabilities, 'ownPrices'>,
): 'all' | 'part' | 'nothing' => {
  const told = [placed.lines !== null, placed.totalCents !== null && !ownPrices, placed.postcode !== null]
  if (told.every(Boolean)) return 'all'
  return told.some(Boolean) ? 'part' : 'nothing'
}

/** `29.78 instead of 29.79 EUR`; null when they agree, or the platform does not tell. */
export const otherTotal = (asked: OrderToPlace, placed: Pick<OfficeOrder, 'totalCents'>): string | null => {
  const total = totalCents(asked)
  if (placed.totalCents === null || placed.totalCents === total) return null
  return `${formatCents(placed.totalCents)} instead of ${formatCents(total)} ${asked.currency}`
}

const bare = (postcode: string): string => postcode.replaceAll(/\s/g, '').toUpperCase()
