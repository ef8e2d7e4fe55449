import { Fault } from '../../domain/fault.ts'
import type { OfficeCancelOutcome, OrderKey } from '../sockets/back-office.ts'
import { oneOf } from './filters.ts'
import type { Office } from './office.ts'
import { listOrders, meaningsOf } from './office-orders.ts'
import { listParcels } from './parcels.ts'
import { changeState } from './settle-order.ts'

/**
 * Into the shop's cancelled state, without a mail; PrestaShop itself puts the units back, once, and lets nobody keep it from that (prestashop.md
 * 2.3). It refuses no odd transition (4), so the state is looked at first.
 */
export const cancelOrder = async (office: Office, { backOfficeRef }: OrderKey): Promise<OfficeCancelOutcome> => {
  const order = await look(office, backOfficeRef)
  if (order === null || order.meaning === 'cancelled') return 'cancelled'
  if (order.meaning === 'completed') return { declined: `Order ${order.reference} is already “${order.state}”.` }
  const parcels = (await listParcels(office, [order.id])).get(order.id) ?? []
  // A label is written: it may be on its way, whatever the state says.
  if (parcels.length > 0) return { declined: `Order ${order.reference} has a tracking number already.` }

  const { states } = await office.shop.basics()
  await changeState(office, order.id, states.cancelled)
  const after = await look(office, backOfficeRef)
  if (after === null || after.meaning === 'cancelled') return 'cancelled'
  const { side } = office.api
  throw new Fault(
    'unreadable',
    `${side} took the cancellation of order ${order.reference}, but the order is still open.`,
    {
      side,
      outcome: 'unknown',
    },
  )
}

const look = async (office: Office, id: string) => {
  const [row] = await listOrders(office, { id: oneOf([id]) })
  if (row === undefined) return null
  const meanings = await meaningsOf(office, [row])
  return { ...row, meaning: meanings.of(row.current_state), state: meanings.name(row.current_state) }
}
