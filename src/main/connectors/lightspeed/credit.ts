import type { Desk } from './desk.ts'
import { CANCELLING_RESTOCKS } from './facts.ts'
import type { Line } from './order-lines.ts'

interface Credited {
  readonly orderId: number
  /** Units by line that leave the order. */
  readonly units: readonly { readonly line: Pick<Line, 'id'>; readonly quantity: number }[]
  /** All that is left of it: the costs of shipping and payment as well, and the cancellation follows. */
  readonly isAll: boolean
}

/** Takes units out of an order by a credit note, their stock with them if the seller wants it so, without a mail (lightspeed.md 4). */
export const credit = async ({ api, settings }: Desk, { orderId, units, isAll }: Credited): Promise<void> => {
  if (units.length === 0) return
  const body = {
    credit: {
      ...{ creditPayment: isAll, creditShipment: isAll, notifyNew: false },
      updateStock: settings.restocks && !(isAll && CANCELLING_RESTOCKS),
      orderProducts: units.map(({ line, quantity }) => ({ id: line.id, quantity })),
    },
  }
  await api.send({ path: `orders/${orderId}/credit`, method: 'POST', body })
}
