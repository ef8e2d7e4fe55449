import { Fault, isFault } from '../../domain/fault.ts'
import type { PlacedOrder } from '../sockets/back-office.ts'
import type { Desk } from './desk.ts'
import { readWhole } from './lists.ts'
import { bearsReference } from './memo.ts'
import { readOrder, toOfficeOrder } from './orders.ts'
import { Invoice, type Order } from './schemas.ts'
import { stateOf } from './states.ts'

interface Asked {
  readonly reference: string
  readonly memo: string
}

/**
 * Brings an order that stands there to what was asked: paid, without a mail, and with our reference. Each is looked at first, so that all of it
 * can be repeated; what is reported is read back.
 */
export const settleOrder = async (desk: Desk, asked: Asked, orderId: number): Promise<PlacedOrder> => {
  const { reference } = asked
  const first = await needed(desk, orderId)
  if (stateOf(first, desk.settings) === 'cancelled') return toOfficeOrder(desk, reference, first)
  const changed = await changeOrder(desk, asked, first)
  const order = changed.paymentStatus === 'paid' ? changed : await payInvoices(desk, changed)
  const placed = await toOfficeOrder(desk, reference, order)
  const notes = notesOn(desk.api.side, order)
  return notes.length === 0 ? placed : { ...placed, notes }
}

const needed = async (desk: Desk, orderId: number): Promise<Order> => {
  const order = await readOrder(desk, orderId)
  const { side } = desk.api
  if (order === null) throw new Fault('unreadable', `${side} made order ${orderId} and does not show it.`, { side })
  return order
}

/** 2.3: whether an order takes `paid` is not certain, so a refusal of it is no end. */
const changeOrder = async (desk: Desk, { reference, memo }: Asked, order: Order): Promise<Order> => {
  const isNamed = bearsReference(order.memo, reference)
  if (isNamed && order.paymentStatus === 'paid') return order
  const change = {
    ...{ doNotifyNew: false, doNotifyReminder: false, doNotifyCancelled: false },
    ...(order.paymentStatus === 'paid' ? {} : { paymentStatus: 'paid' }),
    // A checkout's note is expected to become the order's; where it does not, it is written here. What people wrote stays.
    ...(isNamed ? {} : { memo: [memo, order.memo].filter((text) => text !== '').join('\n') }),
  }
  await unlessRefused(() => desk.api.send({ path: `orders/${order.id}`, method: 'PUT', body: { order: change } }))
  return needed(desk, order.id)
}

const payInvoices = async (desk: Desk, order: Order): Promise<Order> => {
  const list = { path: 'invoices', key: 'invoices', query: { order: String(order.id) }, row: Invoice }
  const owed = (await readWhole(desk.api, list)).filter(
    ({ status, isCreditNote }) => status !== 'paid' && !isCreditNote,
  )
  for (const { id } of owed) {
    const body = { invoice: { status: 'paid', doNotifyPaid: false } }
    await unlessRefused(() => desk.api.send({ path: `invoices/${id}`, method: 'PUT', body }))
  }
  return owed.length === 0 ? order : needed(desk, order.id)
}

const unlessRefused = async (change: () => Promise<unknown>): Promise<void> => {
  try {
    await change()
  } catch (error) {
    if (!isFault(error, 'refused')) throw error
  }
}

const notesOn = (side: string, order: Order): readonly string[] => [
  ...(order.paymentStatus === 'paid'
    ? []
    : [`${side} would not mark order ${order.number} as paid: do it there, the buyer has paid at Rakuten.`]),
  ...(order.allowNotifications
    ? [`Order ${order.number} lets ${side} write to its customer: see its notifications there.`]
    : []),
]
