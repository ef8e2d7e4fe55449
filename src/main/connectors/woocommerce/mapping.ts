import { Fault } from '../../domain/fault.ts'
import { parseCents } from '../../domain/money.ts'
import type { OfficeOrder } from '../sockets/back-office.ts'
import { addressIn } from './door.ts'
import { REFERENCE_META } from './facts.ts'
import { metaText, type Order, skuOfLine } from './order.ts'
import { linesLeft, type Refund } from './refunds.ts'
import type { Shop } from './shop.ts'

/** An order of the shop in the words of the socket. */
export const toOfficeOrder = (
  order: Order,
  refunds: readonly Refund[],
  shop: Pick<Shop, 'shopUrl' | 'side' | 'stateOf'>,
  reference: string,
): OfficeOrder => ({
  backOfficeRef: String(order.id),
  reference,
  number: order.number,
  // WooCommerce leads on from here to wherever it keeps its orders.
  url: addressIn(shop.shopUrl, `wp-admin/post.php?post=${order.id}&action=edit`).href,
  state: shop.stateOf(order),
  totalCents: totalOf(order, shop.side),
  lines: unitsLeft(order, refunds),
  postcode: order.shipping.postcode,
})

/** True for an order of ours under exactly this reference: the search of WooCommerce finds more (woocommerce.md 2.6). */
export const bears = (order: Pick<Order, 'meta_data' | 'transaction_id'>, reference: string): boolean =>
  metaText(order.meta_data, REFERENCE_META) === reference || order.transaction_id === reference

export const totalOf = ({ total, number }: Pick<Order, 'total' | 'number'>, side: string): number => {
  const cents = parseCents(total)
  if (cents !== null) return cents
  throw new Fault('unreadable', `The total of order ${number} is no amount in ${side}.`, { side })
}

/** Units still in the order; lines that were refunded whole are not among them. The state alone refunds no lines, and means all of them. */
export const unitsLeft = (order: Order, refunds: readonly Refund[]): OfficeOrder['lines'] & object =>
  order.status === 'refunded'
    ? []
    : linesLeft(order, refunds)
        .filter(({ quantity }) => quantity > 0)
        .map(({ line, quantity }) => ({ sku: skuOfLine(line), quantity }))
