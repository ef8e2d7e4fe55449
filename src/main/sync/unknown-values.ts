import type { UnknownValue } from '../connectors/sockets/marketplace.ts'
import type { Order } from '../domain/order.ts'
import type { Corridor } from './corridor.ts'
import { hold, settle } from './order-problems.ts'

const NAMES = { status: 'the status of an item', currency: 'the currency', country: 'the country' } as const

/** Values we do not know hold the order before anything is promised; the problem goes when the marketplace's words make sense again. */
export const noteUnknownValues = (
  corridor: Corridor,
  order: Pick<Order, 'id'>,
  values: readonly UnknownValue[],
): void => {
  const [first] = values
  if (first === undefined) {
    settle(corridor, order, 'unknown-value')
    return
  }
  const { field, value } = first
  hold(
    corridor,
    order,
    'unknown-value',
    `Rakuten sent "${value}" as ${NAMES[field]}; we do not know it. The order is held before acceptance.`,
    {
      field,
      value,
    },
  )
}
