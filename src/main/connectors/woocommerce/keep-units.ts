import { z } from 'zod'
import { formatCents, sumCents } from '../../domain/money.ts'
import type { BackOffice, OrderKey } from '../sockets/back-office.ts'
import { hasBegunShipping } from './begun-shipping.ts'
import { CANCELLABLE } from './facts.ts'
import { skuOfLine } from './order.ts'
import { type LineLeft, linesLeft, readRefunds } from './refunds.ts'
import { findOrder } from './shipments.ts'
import type { Shop } from './shop.ts'

type Units = Parameters<BackOffice['keepUnits']>[1]

/**
 * Refunds everything but these units in the shop's books, without asking any payment service (woocommerce.md 4): what stays is said, so a
 * repeat finds nothing left to refund.
 */
export const keepUnits = async (shop: Shop, { backOfficeRef }: OrderKey, stay: Units): Promise<'kept' | 'cannot'> => {
  const order = await findOrder(shop, backOfficeRef)
  const state = order === null ? 'gone' : shop.stateOf(order)
  if (order === null || state === 'gone' || state === 'cancelled') return 'kept'
  if (state === 'completed' || !CANCELLABLE.has(order.status)) return 'cannot'
  if (await hasBegunShipping(shop, order)) return 'cannot'
  const beyond = unitsBeyond(linesLeft(order, await readRefunds(shop.api, order)), stay)
  if (beyond.length === 0) return 'kept'
  const shares = beyond.map(toShare)
  const refund = {
    // Told as well: the shop itself would add decimals up as floating point numbers.
    amount: formatCents(
      sumCents(shares.flatMap(({ netCents, taxes }) => [netCents, ...taxes.map(({ cents }) => cents)])),
    ),
    reason: 'Rakuten',
    api_refund: false,
    api_restock: shop.restocks,
    line_items: shares.map(toRefundLine),
  }
  await shop.api.post(`orders/${order.id}/refunds`, refund, z.object({ id: z.number() }))
  return 'kept'
}

interface Beyond {
  readonly left: LineLeft
  readonly units: number
}

/** Units in the order that are not to stay, the last lines first. */
const unitsBeyond = (lines: readonly LineLeft[], stay: Units): readonly Beyond[] => {
  const room = new Map<string, number>()
  for (const { sku, quantity } of stay) room.set(sku, (room.get(sku) ?? 0) + quantity)
  return lines.flatMap((left) => {
    const sku = skuOfLine(left.line)
    const kept = Math.min(left.quantity, room.get(sku) ?? 0)
    room.set(sku, (room.get(sku) ?? 0) - kept)
    return left.quantity > kept ? [{ left, units: left.quantity - kept }] : []
  })
}

/** Their share of what is left of the line: with its last units goes the last cent. */
const toShare = ({ left: { line, quantity, netCents, taxes }, units }: Beyond): LineLeft => {
  const share = (cents: number): number => Math.round((cents * units) / quantity)
  return {
    line,
    quantity: units,
    netCents: share(netCents),
    taxes: taxes.map(({ id, cents }) => ({ id, cents: share(cents) })),
  }
}

const toRefundLine = ({ line, quantity, netCents, taxes }: LineLeft) => ({
  id: line.id,
  quantity,
  refund_total: Number(formatCents(netCents)),
  refund_tax: taxes.map(({ id, cents }) => ({ id, refund_total: Number(formatCents(cents)) })),
})
