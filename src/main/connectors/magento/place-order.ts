import { Fault } from '../../domain/fault.ts'
import { inDoubt } from '../http/in-doubt.ts'
import type { OfficeOrder, OrderToPlace, PlacedOrder } from '../sockets/back-office.ts'
import { unkeepable } from './address-rule.ts'
import { type BookedLine, bookLines } from './book-lines.ts'
import { CREATE_TIMEOUT_MS, MOST_REFERENCE } from './facts.ts'
import { invoice, invoiceOnce } from './invoice.ts'
import { lowerLegacyStock } from './lower-legacy.ts'
import { toOfficeOrder } from './mapping.ts'
import { methodTitle } from './methods.ts'
import { orderBody } from './order-body.ts'
import { readOrder } from './orders.ts'
import { Created } from './schemas.ts'
import type { Desk } from './settings.ts'
import type { Shop } from './shop.ts'
import { watchReservations } from './watch-reservations.ts'

/** Creates the order with all its amounts, then has it invoiced, then reads it back (2.1, 2.4). */
export const placeOrder = async (desk: Desk, shop: Shop, order: OrderToPlace): Promise<PlacedOrder> => {
  const { calls, settings } = desk
  refuseUnplaceable(desk, order)
  const lines = await bookLines(desk, order)
  const store = await shop.store()
  if (store.baseCurrency !== order.currency || store.currency !== order.currency)
    throw new Fault(
      'settings',
      `The store view ${settings.storeCode} sells in ${store.currency} (base ${store.baseCurrency}), and the order is in ${order.currency}.`,
      { side: desk.ports.side },
    )
  const tables = await shop.taxes()
  const watch = (await shop.hasMsi()) ? await watchReservations(desk, shop, lines) : null
  const body = orderBody(order, lines, { store, tables, settings, methodTitle: methodTitle(order.methodId) })
  const created = await calls.call(
    { path: 'orders', method: 'POST', scope: settings.storeCode, body, timeoutMs: CREATE_TIMEOUT_MS },
    Created,
  )
  return inDoubt(async () => {
    const ref = String(created.entity_id)
    const notes = settings.invoice ? await invoice(desk, ref) : []
    const placed = await finish(desk, shop, ref, lines)
    return {
      ...placed,
      notes: [...billingNotes(order), ...notes, ...placed.notes, ...(watch === null ? [] : await watch())],
    }
  })
}

/** Invoices and lowers what a creation that was cut short left to do. */
export const finishOrder = async (
  desk: Desk,
  shop: Shop,
  order: OrderToPlace,
  found: OfficeOrder,
): Promise<PlacedOrder> => {
  const lines = await bookLines(desk, order)
  const notes = desk.settings.invoice ? await invoiceOnce(desk, found.backOfficeRef) : []
  const placed = await finish(desk, shop, found.backOfficeRef, lines)
  return { ...placed, notes: [...notes, ...placed.notes] }
}

const finish = async (
  desk: Desk,
  shop: Shop,
  ref: string,
  lines: readonly BookedLine[],
): Promise<Required<PlacedOrder>> => {
  const notes = (await shop.hasMsi()) ? [] : await lowerLegacyStock(desk, ref, lines)
  const order = await readOrder(desk, ref)
  const { side } = desk.ports
  if (order === null)
    throw new Fault('unreadable', `${side} made order ${ref} and does not show it.`, { side, outcome: 'unknown' })
  return { ...toOfficeOrder(order, desk.settings), notes }
}

/** What would be cut off, or break there: an address may have been corrected since it was checked. */
const refuseUnplaceable = ({ ports: { side } }: Desk, { reference, delivery, relayPoint }: OrderToPlace): void => {
  const isTooLong = reference.length > MOST_REFERENCE
  const broken = isTooLong
    ? `${reference} is longer than the ${MOST_REFERENCE} characters that Magento keeps of a reference.`
    : unkeepable(delivery, relayPoint)
  if (broken !== null) throw new Fault('refused', `${side} cannot take the order. ${broken}`, { side })
}

const BILLED_ELSEWHERE =
  'The billing address cannot be kept by Magento as it is: the delivery address stands in for it.'

const billingNotes = ({ billing }: OrderToPlace): readonly string[] =>
  billing === null || unkeepable(billing, null) === null ? [] : [BILLED_ELSEWHERE]
