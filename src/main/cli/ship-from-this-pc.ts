import type { OrderRow } from '../../preload/contract/order-views.ts'
import type { ActResultView } from '../../preload/contract/shapes.ts'
import type { Parcel } from './act-task.ts'
import { type Questions, unwrap } from './questions.ts'
import { officesOfThisPc } from './this-pc.ts'

/** Ships an order that This PC keeps; the next cycle tells Rakuten. */
export const shipFromThisPc = async (ask: Questions, order: OrderRow, parcel: Parcel): Promise<ActResultView> => {
  const { reference } = order
  const notDone = (message: string): ActResultView => ({ reference, action: 'ship', done: false, message })
  const detail = unwrap(await ask.orders.get({ id: order.id }))
  const backOfficeId = detail?.backOfficeId ?? null
  const backOfficeRef = detail?.backOfficeRef ?? null
  if (backOfficeId === null || backOfficeRef === null)
    return notDone(`Order ${reference} is not in a back office yet: it is ${order.status}.`)
  const offices = await officesOfThisPc(ask)
  if (!offices.some(({ id }) => id === backOfficeId))
    return notDone(`Order ${reference} is in ${detail?.backOffice ?? 'a shop'}: ship it there, or use \`act track\`.`)
  const { carrier, trackingNumber, trackingUrl } = parcel
  const reply = await ask.officeOrders.ship({
    backOfficeId,
    reference: backOfficeRef,
    carrierName: carrier,
    trackingNumber,
    trackingUrl,
    contents: null,
  })
  if (!reply.ok) return notDone(reply.fault.message)
  return { reference, action: 'ship', done: true, message: shippedText(parcel) }
}

const shippedText = ({ carrier, trackingNumber }: Parcel): string =>
  `Shipped${carrier === null ? '' : ` with ${carrier}`}, ${trackingNumber ?? 'without a tracking number yet'}.`
