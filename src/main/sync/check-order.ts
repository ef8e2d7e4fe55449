import type { OrderCheck } from '../connectors/sockets/back-office.ts'
import { deliveryAddress } from '../domain/address.ts'
import { aliasedSku } from '../domain/connection.ts'
import { keptItems } from '../domain/item.ts'
import type { OrderIn } from '../domain/order.ts'
import type { Corridor, Office } from './corridor.ts'
import { present } from './corridor.ts'
import { hold, settle } from './order-problems.ts'
import type { StockAhead } from './stock-ahead.ts'
import { tellDifference } from './tell-difference.ts'
import { type Weighed, weighStock } from './weigh-stock.ts'

/** The items to accept and to refuse, or null when the order is held with a problem. */
export type Verdict = Pick<Weighed, 'accept' | 'refuse'> | null

const CHECKS = ['sku', 'address', 'total-differs', 'stock'] as const

/** Asks the back office about SKUs, address and stock, before anything is promised. */
export const checkOrder = async (
  corridor: Corridor,
  order: OrderIn<'imported'>,
  ahead: StockAhead,
): Promise<Verdict> => {
  const office = present(corridor)
  const items = keptItems(order.items)
  const productOf = (sku: string): string => aliasedSku(sku, corridor.connection.settings)
  const lines = [...Map.groupBy(items, ({ sku }) => productOf(sku))].map(([sku, units]) => ({
    sku,
    quantity: units.length,
    paidCents: units.reduce((sum, { priceCents }) => sum + priceCents, 0),
  }))
  const nameless = items.find(({ sku }) => sku === '')
  if (nameless !== undefined) {
    hold(
      corridor,
      order,
      'sku',
      `"${nameless.title}" has no SKU at Rakuten, so it cannot be found in ${office.label}. The order is held; nothing was accepted.`,
      {
        sku: '',
        advertId: nameless.advertId,
      },
    )
    return null
  }

  const { buyer } = order
  const check = await office.backOffice.checkOrder({
    lines,
    delivery: buyer === null ? null : deliveryAddress(buyer),
    relayPoint: buyer?.relayPoint ?? null,
  })

  const held =
    holdForSku(corridor, order, office, check) ??
    holdForAddress(corridor, order, office, check) ??
    tellDifference(corridor, order, office, check)
  if (held !== null) return null
  return judgeStock(corridor, order, weighStock(items, productOf, check.available, ahead(order)))
}

const holdForSku = (
  corridor: Corridor,
  order: OrderIn<'imported'>,
  { label }: Office,
  check: OrderCheck,
): 'problem' | null => {
  const [unknown] = check.unknownSkus
  if (unknown !== undefined)
    return hold(
      corridor,
      order,
      'sku',
      `SKU ${unknown} not found in ${label}. The order is held; nothing was accepted.`,
      {
        sku: rakutenSku(corridor, order, unknown),
        product: unknown,
        office: label,
        reason: 'unknown',
      },
    )
  const [duplicate] = check.duplicateSkus
  if (duplicate === undefined) return null
  return hold(
    corridor,
    order,
    'sku',
    `SKU ${duplicate} stands for several products in ${label}. The order is held; nothing was accepted.`,
    {
      sku: rakutenSku(corridor, order, duplicate),
      product: duplicate,
      office: label,
      reason: 'duplicate',
    },
  )
}

const rakutenSku = ({ connection }: Corridor, order: OrderIn<'imported'>, product: string): string =>
  order.items.find(({ sku }) => aliasedSku(sku, connection.settings) === product)?.sku ?? product

const holdForAddress = (
  corridor: Corridor,
  order: OrderIn<'imported'>,
  { label }: Office,
  check: OrderCheck,
): 'problem' | null =>
  check.addressRule === null
    ? null
    : hold(corridor, order, 'address', `${label} cannot deliver to this address. ${check.addressRule}`, {
        office: label,
        rule: check.addressRule,
      })

/** Not enough for all: hold, or (by setting, or on the seller's word) accept what is there, unless there is nothing at all. */
const judgeStock = (
  corridor: Corridor,
  order: OrderIn<'imported'>,
  { accept, refuse, needed, there }: Weighed,
): Verdict => {
  const mayAcceptPart =
    corridor.connection.settings.partialStock === 'accept-available' || order.decisions.acceptAvailable === true
  if (refuse.length === 0 || (mayAcceptPart && there > 0)) {
    settle(corridor, order, ...CHECKS)
    return { accept, refuse }
  }
  settle(corridor, order, 'sku', 'address', 'total-differs')
  const choices = there > 0 ? ['wait', 'accept-available', 'refuse'] : ['wait', 'refuse']
  hold(corridor, order, 'stock', `${there} of ${needed} in stock. The order is held.`, {
    available: there,
    needed,
    choices,
  })
  return null
}
