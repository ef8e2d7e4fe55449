import type { OrderRow } from '../../preload/contract/order-views.ts'
import { type Questions, unwrap } from './questions.ts'
import { whichConnection } from './which-connection.ts'

/** The one order that is meant, or the sentence that says why none can be told. */
export const whichOrder = async (
  ask: Questions,
  reference: string,
  label: string | undefined,
): Promise<OrderRow | string> => {
  const connection = label === undefined ? null : await whichConnection(ask, label)
  if (typeof connection === 'string') return connection
  const orders = unwrap(await ask.orders.find({ reference, connectionId: connection?.id ?? null }))
  const [order, ...others] = orders
  if (order === undefined) return `There is no order ${reference}${connection ? ` of ${connection.label}` : ''}.`
  if (others.length === 0) return order
  const labels = orders.map((one) => one.connection).join(', ')
  return `Several accounts have an order ${reference}: say which with --connection (${labels}).`
}
