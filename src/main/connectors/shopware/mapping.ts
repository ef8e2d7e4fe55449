import type { Parcel, ParcelContent } from '../../domain/parcel.ts'
import type { OfficeOrder, OfficeProgress, OfficeState } from '../sockets/back-office.ts'
import { CANCELLED, CODE_FIELD } from './facts.ts'
import type { Desk, Settings } from './settings.ts'
import { type Delivery, type LineItem, nameOf, type Order } from './shapes.ts'

type States = Pick<Settings, 'completedStates' | 'shippedStates' | 'cancelledStates'>

/**
 * shopware.md 3, with what the seller ticked; its own cancelled state is one in any case. A state nobody knows is open. Where a plugin made several deliveries of an order, all of them must
 * have left.
 */
export const stateOf = (order: Order, states: States): OfficeState => {
  const state = order.stateMachineState.technicalName
  if (state === CANCELLED || states.cancelledStates.has(state)) return 'cancelled'
  if (states.completedStates.has(state)) return 'completed'
  const deliveries = realDeliveries(order)
  return deliveries.length > 0 && deliveries.every((delivery) => hasLeft(delivery, states)) ? 'completed' : 'open'
}

/** Discounts on shipping are deliveries with negative costs (3); one that was cancelled moves nothing. */
export const realDeliveries = ({ deliveries }: Order): readonly Delivery[] =>
  deliveries.filter(
    ({ shippingCosts, stateMachineState }) =>
      (shippingCosts?.totalPrice ?? 0) >= 0 && stateMachineState.technicalName !== CANCELLED,
  )

export const hasLeft = ({ stateMachineState }: Delivery, { shippedStates }: Pick<States, 'shippedStates'>): boolean =>
  shippedStates.has(stateMachineState.technicalName)

/** Goods of the order; vouchers and boxes around other lines are none. */
export const goodsOf = ({ lineItems }: Order): readonly LineItem[] =>
  lineItems.filter(({ type, parentId }) => !parentId && (type === 'product' || type === 'custom'))

/** The code it was ordered by; that of a line which somebody added there is its product's number. */
const codeOfLine = ({ payload }: LineItem): string => {
  const code = payload?.[CODE_FIELD] ?? payload?.['productNumber']
  return typeof code === 'string' ? code : ''
}

export const linesOf = (order: Order): readonly ParcelContent[] =>
  goodsOf(order)
    .map((line) => ({ sku: codeOfLine(line), quantity: line.quantity }))
    .filter(({ sku, quantity }) => sku !== '' && quantity > 0)

export const toProgress = (order: Order, states: States): OfficeProgress => {
  const state = stateOf(order, states)
  const deliveries = realDeliveries(order)
  // An order that is completed without its delivery being touched has left all the same.
  const gone = deliveries.filter((delivery) => state === 'completed' || hasLeft(delivery, states))
  return {
    state,
    parcels: gone.flatMap((delivery) => parcelsOf(delivery, deliveries.length > 1 ? contentsOf(delivery, order) : [])),
    lines: linesOf(order),
  }
}

const contentsOf = ({ positions }: Delivery, order: Order): readonly ParcelContent[] => {
  const lines = new Map(goodsOf(order).map((line) => [line.id, line]))
  return (positions ?? []).flatMap(({ orderLineItemId, quantity }) => {
    const line = lines.get(orderLineItemId)
    return line === undefined ? [] : [{ sku: codeOfLine(line), quantity: quantity ?? line.quantity }]
  })
}

/** One delivery may bear several numbers and does not say what is in which: the first speaks for all its units, the others for none. */
const parcelsOf = (delivery: Delivery, contents: readonly ParcelContent[]): readonly Parcel[] => {
  const codes = (delivery.trackingCodes ?? []).map((code) => code.trim()).filter((code) => code !== '')
  if (codes.length === 0) return contents.length === 0 ? [] : [toParcel(delivery, null, contents)]
  const none = contents.map(({ sku }) => ({ sku, quantity: 0 }))
  return codes.map((code, at) => toParcel(delivery, code, at === 0 ? contents : none))
}

const toParcel = ({ shippingMethod }: Delivery, code: string | null, contents: readonly ParcelContent[]): Parcel => ({
  carrierName: shippingMethod ? nameOf(shippingMethod) : null,
  carrierCode: shippingMethod?.technicalName ?? null,
  trackingNumber: code,
  trackingUrl: code === null ? null : linkOf(shippingMethod?.trackingUrl ?? '', code),
  contents,
})

/** A template without a place for the number leads nowhere in particular. */
const linkOf = (template: string, code: string): string | null =>
  template.includes('%s') ? template.replaceAll('%s', () => encodeURIComponent(code)) : null

export const toOfficeOrder = ({ settings }: Pick<Desk, 'settings'>, order: Order, reference: string): OfficeOrder => {
  const [delivery] = realDeliveries(order).length > 0 ? realDeliveries(order) : order.deliveries
  return {
    backOfficeRef: order.id,
    reference,
    number: order.orderNumber || reference,
    url: `${settings.base}/admin#/sw/order/detail/${order.id}`,
    state: stateOf(order, settings),
    totalCents: Math.round(order.amountTotal * 100),
    lines: linesOf(order),
    postcode: delivery?.shippingOrderAddress?.zipcode || null,
  }
}
