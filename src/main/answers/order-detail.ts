import type { LineView, OrderDetail, ShipmentView } from '../../preload/contract/order-views.ts'
import type { Repositories } from '../db/repositories.ts'
import { isKept } from '../domain/item.ts'
import { toLines } from '../domain/line.ts'
import type { Order } from '../domain/order.ts'
import type { Shipment } from '../domain/parcel.ts'
import { mostUrgent } from '../domain/problem.ts'
import { methodTitle } from '../sync/delivery-methods.ts'
import { memoryOf } from '../sync/open-corridor.ts'
import { toOrderRow } from './order-view.ts'
import { toProblemView } from './problem-view.ts'

/** Everything about one order, its story included. */
export const toOrderDetail = (order: Order, repositories: Repositories): OrderDetail => {
  const problems = repositories.problems.of({ orderId: order.id })
  const shipments = repositories.shipments.of(order.id)
  const connection = repositories.connections.get(order.connectionId)
  const officeId = order.backOfficeId ?? connection?.backOfficeId ?? null
  return {
    ...toOrderRow({ order, problem: mostUrgent(problems), shipments }, connection),
    problems: problems.map(toProblemView),
    buyer: order.buyer,
    buyerErasedAt: repositories.orders.erasedAt(order.id),
    lines: toLineViews(order),
    shippingCents: order.shippingCents,
    backOfficeId: order.backOfficeId,
    backOffice: officeId === null ? null : (repositories.backOffices.get(officeId)?.label ?? null),
    backOfficeUrl: order.backOfficeUrl,
    method:
      order.methodId === null
        ? null
        : methodTitle(memoryOf(repositories, order.connectionId), officeId, order.methodId),
    prepaidLabel: order.prepaidLabel,
    acceptedAt: order.acceptedAt,
    placedAt: order.placedAt,
    dispatchedAt: order.dispatchedAt,
    shipments: shipments.map(toShipmentView),
    timeline: repositories.timeline.of(order.id),
  }
}

const toLineViews = ({ items }: Order): readonly LineView[] => {
  const kept = new Set(items.filter(isKept).map(({ itemId }) => itemId))
  return toLines(items).map(({ sku, title, quantity, priceCents, itemIds }) => ({
    sku,
    title,
    quantity,
    priceCents,
    itemIds,
    kept: itemIds.filter((itemId) => kept.has(itemId)).length,
  }))
}

const toShipmentView = ({ id, itemIds, parcel, tracking, rule, state, sentAt, attempts }: Shipment): ShipmentView => ({
  id,
  itemIds,
  carrierName: parcel.carrierName,
  carrier: tracking?.carrier ?? null,
  trackingNumber: tracking?.trackingNumber ?? parcel.trackingNumber,
  trackingUrl: (tracking?.trackingUrl ?? parcel.trackingUrl) || null,
  rule,
  state,
  sentAt,
  attempts,
})
