import type { OfficeOrder, OrderToPlace } from '../connectors/sockets/back-office.ts'
import { formatCents } from '../domain/money.ts'
import { totalCents } from './to-office-order.ts'

/**
 * What the back office really holds against what was asked: platforms answer "created" to half-made orders. Null when they agree; what a
 * platform does not tell is not compared.
 */
export const compareWithPlaced = (asked: OrderToPlace, placed: OfficeOrder): string | null => {
  const units = (lines: readonly { readonly sku: string; readonly quantity: number }[], sku: string): number =>
    lines.filter((line) => line.sku === sku).reduce((sum, { quantity }) => sum + quantity, 0)
  const skus = new Set([...asked.lines, ...placed.lines].map(({ sku }) => sku))
  for (const sku of skus) {
    const [wanted, there] = [units(asked.lines, sku), units(placed.lines, sku)]
    if (wanted !== there) return `${sku}: ${there} instead of ${wanted}`
  }
  const total = totalCents(asked)
  if (placed.totalCents !== null && placed.totalCents !== total)
    return `${formatCents(placed.totalCents)} instead of ${formatCents(total)} ${asked.currency}`
  const postcode = asked.relayPoint?.postcode ?? asked.delivery.postcode
  const known = [postcode, asked.delivery.postcode].map(bare)
  return placed.postcode !== null && !known.includes(bare(placed.postcode))
    ? `postcode ${placed.postcode} instead of ${postcode}`
    : null
}

const bare = (postcode: string): string => postcode.replaceAll(/\s/g, '').toUpperCase()
