import type { OfficeOrder } from '../connectors/sockets/back-office.ts'
import { backOfficeReference } from '../domain/connection.ts'
import type { Order, OrderIn } from '../domain/order.ts'
import type { Corridor, Office } from './corridor.ts'

/** A try in doubt is looked for under the name it was made with, whatever back office the connection has since. */
export const referenceThere = (
  { repositories, connection }: Pick<Corridor, 'repositories' | 'connection'>,
  order: Pick<Order, 'id' | 'reference'>,
): string => {
  const [first] = repositories.intents.unsettled(connection.id, 'place', order.id)
  return first?.target ?? backOfficeReference(connection, order.reference)
}

/** Orders under our reference that count. Those cancelled or lost there do not, once the seller said to place it again. */
export const findLive = async (
  { backOffice }: Office,
  reference: string,
  { decisions }: OrderIn<'accepted'>,
): Promise<readonly OfficeOrder[]> => {
  const found = await backOffice.findOrders(reference)
  const live = found.filter(isLive)
  return live.length > 0 || decisions.createAnew ? live : found.filter(({ state }) => state === 'cancelled').slice(0, 1)
}

export const isLive = ({ state }: OfficeOrder): boolean => state === 'open' || state === 'completed'
