import type { UnknownValue } from '../connectors/sockets/marketplace.ts'
import { isIn, OPEN_STATUSES, type Order } from '../domain/order.ts'
import type { Corridor } from './corridor.ts'
import { hold, settle } from './order-problems.ts'

const NAMES = { status: 'the status of an item', currency: 'the currency', country: 'the country' } as const

/** Values we do not know hold the order before anything is promised; the problem goes when the marketplace's words make sense again. */
export const noteUnknownValues = (corridor: Corridor, order: Order, values: readonly UnknownValue[]): void => {
  const [first] = values
  if (first === undefined) settle(corridor, order, 'unknown-value')
  else holdForValue(corridor, order, first)
}

/** The same for the statuses of its items alone, however far the order has come. */
export const noteUnknownStatus = (corridor: Corridor, order: Order): 'problem' | 'stayed' => {
  const strange = order.items.find(({ status }) => status === 'unknown')
  if (strange !== undefined && isIn(order, ...OPEN_STATUSES))
    return holdForValue(corridor, order, { field: 'status', value: strange.rakutenStatus })
  const standing = corridor.repositories.problems.of({ orderId: order.id }).find(({ kind }) => kind === 'unknown-value')
  if (strange === undefined && standing?.detail['field'] === 'status') settle(corridor, order, 'unknown-value')
  return 'stayed'
}

const holdForValue = (corridor: Corridor, order: Order, { field, value }: UnknownValue): 'problem' => {
  const meanwhile = isIn(order, 'imported')
    ? 'The order is held before acceptance.'
    : 'Look at the order there: what was not done yet waits.'
  const message = `Rakuten sent "${value}" as ${NAMES[field]}; we do not know it. ${meanwhile}`
  return hold(corridor, order, 'unknown-value', message, { field, value })
}
