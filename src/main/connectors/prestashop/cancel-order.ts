import { Fault } from '../../domain/fault.ts'
import type { OfficeCancelOutcome, OrderKey } from '../sockets/back-office.ts'
import { oneOf } from './filters.ts'
import type { Office } from './office.ts'
import { listOrders, meaningsOf, type OrderRow } from './office-orders.ts'
import { listParcels } from './parcels.ts'
import { changeState } from './settle-order.ts'
import { beginWithholding, endWithholding } from './withhold-units.ts'

/**
 * Into the shop's cancelled state, without a mail; PrestaShop itself puts the units back, once, and lets nobody keep it from that (prestashop.md
 * 2.3), so that where the seller wants otherwise they are taken out again. It refuses no odd transition (4), so the state is looked at first.
 */
export const cancelOrder = async (office: Office, { backOfficeRef }: OrderKey): Promise<OfficeCancelOutcome> => {
  const order = await look(office, backOfficeRef)
  if (order === null || order.meaning === 'cancelled') return ended(office, order)
  if (order.meaning === 'completed') return { declined: `Order ${order.reference} is already “${order.state}”.` }
  const parcels = (await listParcels(office, [order.id])).get(order.id) ?? []
  // A label is written: it may be on its way, whatever the state says.
  if (parcels.length > 0) return { declined: `Order ${order.reference} has a tracking number already.` }

  const { states, countsStock } = await office.shop.basics()
  const cancel = () => changeState(office, order.id, states.cancelled)
  // In the payment error no stock has moved, and none comes back.
  const withholds = !office.settings.restocks && countsStock && order.meaning !== 'error'
  await (withholds ? beginWithholding(office, order.id, cancel) : cancel())
  const after = await look(office, backOfficeRef)
  if (after === null || after.meaning === 'cancelled') return ended(office, after)
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

const ended = async (office: Office, order: OrderRow | null): Promise<OfficeCancelOutcome> => {
  if (order !== null) await endWithholding(office, order)
  return 'cancelled'
}

const look = async (office: Office, id: string) => {
  const [row] = await listOrders(office, { id: oneOf([id]) })
  if (row === undefined) return null
  const meanings = await meaningsOf(office, [row])
  return { ...row, meaning: meanings.of(row.current_state), state: meanings.name(row.current_state) }
}
