import type { OfficeState } from '../sockets/back-office.ts'
import type { Settings } from './desk.ts'
import { STATUSES } from './facts.ts'
import type { OrderState } from './schemas.ts'

/** A status that the shop made up, beside the fixed one (lightspeed.md 3), as a value of the settings. */
export const customState = (id: number): string => `custom-${id}`

type Standing = Pick<OrderState, 'status' | 'customStatusId' | 'shipmentStatus'>

/** What an order has come to. Cancelled counts before shipped: goods that came back are not on their way. */
export const stateOf = (
  order: Standing,
  { completedStates, cancelledStates }: Pick<Settings, 'completedStates' | 'cancelledStates'>,
): Exclude<OfficeState, 'gone'> => {
  const names = [order.status, ...(order.customStatusId === null ? [] : [customState(order.customStatusId)])]
  if (names.some((name) => cancelledStates.includes(name))) return 'cancelled'
  if (order.shipmentStatus === 'shipped') return 'completed'
  return names.some((name) => completedStates.includes(name)) ? 'completed' : 'open'
}

/** True once a part of the goods is on its way. */
export const hasBegunShipping = ({ shipmentStatus }: Standing): boolean =>
  shipmentStatus === 'shipped' || shipmentStatus === 'partially_shipped'

export const STATE_CHOICES = STATUSES.map((value) => ({ value, label: value.replaceAll('_', ' ') }))
