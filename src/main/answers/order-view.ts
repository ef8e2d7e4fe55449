import type { ItemView, OrderRow } from '../../preload/contract/order-views.ts'
import { isPractice } from '../accounts/reference-prefix.ts'
import type { OrderSummary } from '../db/orders-repository.ts'
import { atRiskFrom } from '../domain/acceptance-deadline.ts'
import { buyerName } from '../domain/address.ts'
import type { Connection } from '../domain/connection.ts'
import { type Item, keptItems } from '../domain/item.ts'
import { sumCents } from '../domain/money.ts'
import type { Order } from '../domain/order.ts'
import type { Shipment } from '../domain/parcel.ts'
import { mayLeaveWithoutCode, WAITS_FOR } from '../sync/end-waiting.ts'
import { ACTIONS_IN } from './order-actions.ts'
import { toProblemView } from './problem-view.ts'

/** An order as lists show it. Its status reaches the contract only if the contract knows it: the compiler says so here. */
export const toOrderRow = ({ order, problem, shipments }: OrderSummary, connection: Connection | null): OrderRow => ({
  id: order.id,
  connectionId: order.connectionId,
  connection: connection?.label ?? '',
  practice: connection !== null && isPractice(connection),
  reference: order.reference,
  status: order.status,
  problem: problem === null ? null : toProblemView(problem),
  backOfficeRef: order.backOfficeRef,
  backOfficeNumber: order.backOfficeNumber,
  buyerName: order.buyer === null ? null : buyerName(order.buyer),
  items: order.items.map(toItemView),
  units: keptItems(order.items).length,
  deliveryMode: order.deliveryMode,
  ...trackingOf(shipments),
  totalCents: totalOf(order),
  currency: order.items[0]?.currency ?? 'EUR',
  purchasedAt: order.purchasedAt,
  importedAt: order.importedAt,
  acceptBy: order.acceptBy,
  atRiskFrom: isToDecide(order) ? atRiskFrom(order.acceptBy) : null,
  changedAt: order.changedAt,
  completedAt: order.completedAt,
  countdown: countdownOf(order),
  shippedAt: order.shippedAt,
  shippedBy: order.shippedBy,
  endedAt: order.endedAt,
  endedBy: order.endedBy,
  endReason: order.endReason,
  skippedReason: order.skippedReason,
  manualSince: order.manualSince,
  actions: ACTIONS_IN[order.status],
})

const isToDecide = ({ status, skippedReason }: Order): boolean =>
  status === 'imported' || (status === 'skipped' && skippedReason === 'mode-not-mapped')

const toItemView = (item: Item): ItemView => ({
  itemId: item.itemId,
  sku: item.sku,
  title: item.title,
  status: item.status,
  rakutenStatus: item.rakutenStatus,
  priceCents: item.priceCents,
  listedPriceCents: item.listedPriceCents,
  negotiated: item.negotiated,
  negotiationComment: item.negotiationComment,
  preorder: item.preorder,
  shipped: item.shipped,
})

/** The parcel the marketplace is told about; the others are in the order's own view. */
const trackingOf = (shipments: readonly Shipment[]): Pick<OrderRow, 'carrier' | 'trackingNumber' | 'trackingUrl'> => {
  const told = shipments.find(({ state }) => state !== 'known' && state !== 'declined') ?? shipments[0]
  return {
    carrier: told?.tracking?.carrier ?? told?.parcel.carrierName ?? null,
    trackingNumber: told?.tracking?.trackingNumber ?? told?.parcel.trackingNumber ?? null,
    trackingUrl: (told?.tracking?.trackingUrl ?? told?.parcel.trackingUrl) || null,
  }
}

/** What the buyer pays, shipping included; of an order that ended, what it was about. */
const totalOf = ({ items, shippingCents }: Order): number => {
  const kept = keptItems(items)
  return sumCents((kept.length > 0 ? kept : items).map(({ priceCents }) => priceCents)) + (shippingCents ?? 0)
}

const countdownOf = (order: Order): OrderRow['countdown'] => {
  if (order.status !== 'waiting') return null
  return {
    outcome: mayLeaveWithoutCode(order) ? 'ships-without-code' : 'code-needed',
    endsAt: new Date(Date.parse(order.completedAt) + WAITS_FOR).toISOString(),
  }
}
