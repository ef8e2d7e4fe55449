import { isIn, type Order } from '../../domain/order.ts'
import type { Corridor } from '../corridor.ts'
import { deliveryMethods } from '../delivery-methods.ts'
import { judgeSale } from '../judge-sale.ts'
import { type Done, howItStands, notDone } from './done.ts'
import { lookAtOrder } from './look-at-order.ts'

const STILL: Readonly<Record<string, string>> = {
  'in-store-pickup': 'the buyer collects it: in-store pickup is never shipped',
  'mode-not-available': 'its delivery mode is set to "Not available"',
  'mode-not-mapped': 'its delivery mode is not mapped yet',
  'rakuten-logistics': "it is shipped by Rakuten's own logistics",
  cancelled: 'it was cancelled before it came in',
}

/** Brings a skipped order back, if what kept it out is gone; a start date no longer counts, because the seller asked for this one. */
export const reconsider = async (corridor: Corridor, order: Order): Promise<Done> => {
  if (!isIn(order, 'skipped')) return notDone(`Order ${order.reference} was not skipped.`)
  const { settings } = corridor.connection
  const reason = judgeSale(order, { ...settings, importFrom: null }, await deliveryMethods(corridor))
  if (reason !== null) return notDone(`Order ${order.reference} stays out: ${STILL[reason] ?? reason}.`)
  await lookAtOrder(corridor, order)
  return howItStands(corridor, order)
}
