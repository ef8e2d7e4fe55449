import type { OrderToPlace } from '../connectors/sockets/back-office.ts'
import { deliveryAddress } from '../domain/address.ts'
import { aliasedSku, type Connection } from '../domain/connection.ts'
import { type DeliveryMethod, resolveDeliveryMode } from '../domain/delivery-mode.ts'
import { Fault } from '../domain/fault.ts'
import { keptLines } from '../domain/line.ts'
import type { OrderIn } from '../domain/order.ts'

/** What of an order its back office is told. */
export type Promised = Pick<
  OrderIn<'accepted'>,
  'reference' | 'purchasedAt' | 'buyer' | 'items' | 'shippingCents' | 'deliveryMode' | 'methodId'
>

/** An accepted order in the words of its back office: kept items by product, prices including VAT, the method its mode is mapped to. */
export const toOfficeOrder = (
  order: Promised,
  reference: string,
  connection: Connection,
  methods: readonly DeliveryMethod[] | null,
): OrderToPlace => {
  const { buyer } = order
  const delivery = buyer === null ? null : deliveryAddress(buyer)
  if (buyer === null || delivery === null)
    throw new Fault('refused', `Order ${order.reference} has no address that a parcel could go to.`)
  const lines = keptLines(order.items)
  return {
    reference,
    purchasedAt: order.purchasedAt,
    lines: lines.map(({ sku, title, quantity, priceCents }) => ({
      sku: aliasedSku(sku, connection.settings),
      title,
      quantity,
      priceCents,
    })),
    shippingCents: order.shippingCents,
    currency: lines[0]?.currency ?? 'EUR',
    buyerLogin: buyer.login,
    email: buyer.email,
    billing: buyer.billing ?? delivery,
    delivery,
    relayPoint: buyer.relayPoint,
    methodId: order.methodId ?? mappedMethod(order, connection, methods),
    deliveryMode: order.deliveryMode,
  }
}

/** A mapping or a method that went since acceptance does not stop an order that was promised: the back office gets the mode's words only. */
const mappedMethod = (
  order: Promised,
  { settings }: Connection,
  methods: readonly DeliveryMethod[] | null,
): string | null => {
  const choice = resolveDeliveryMode(order.deliveryMode, settings.deliveryModes, methods ?? [])
  const isThere = choice.kind === 'method' && (methods === null || methods.some(({ id }) => id === choice.methodId))
  return isThere ? choice.methodId : null
}

/** What the buyer paid for what is still to deliver. */
export const totalCents = ({ lines, shippingCents }: Pick<OrderToPlace, 'lines' | 'shippingCents'>): number =>
  lines.reduce((sum, { quantity, priceCents }) => sum + quantity * priceCents, shippingCents)
