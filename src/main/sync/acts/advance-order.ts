import { isIn, type Order } from '../../domain/order.ts'
import type { Actor } from '../../domain/timeline.ts'
import { acceptOrder } from '../accept-orders.ts'
import { takeUpCancelling } from '../cancel-orders.ts'
import type { Corridor } from '../corridor.ts'
import type { StepName } from '../engine.ts'
import { type Outcome, tryStep } from '../for-each-order.ts'
import { noteProgress } from '../note-progress.ts'
import { placeOrder } from '../place-orders.ts'
import { orderKey } from '../read-shipments.ts'
import { sendForOrder } from '../send-tracking.ts'

type Step = (corridor: Corridor, order: Order, actor: Actor) => Promise<Outcome>

/** The steps of a cycle that take an order further, each for one order. */
const WAY: readonly (readonly [StepName, Step])[] = [
  [
    'accept',
    async (corridor, order, actor) => (isIn(order, 'imported') ? acceptOrder(corridor, order, actor) : 'stayed'),
  ],
  ['place', async (corridor, order) => (isIn(order, 'accepted') ? placeOrder(corridor, order) : 'stayed')],
  ['read-shipments', (corridor, order) => readProgress(corridor, order)],
  ['cancel', (corridor, order) => takeUpCancelling(corridor, order)],
  ['send-tracking', (corridor, order) => sendForOrder(corridor, order)],
]

/**
 * Takes one order as far as it goes right now, through the same steps a cycle takes. What is refused on the way stands beside the order
 * again, so that no cycle asks for it alone.
 */
export const advanceOrder = async (corridor: Corridor, orderId: number, actor: Actor = 'navette'): Promise<void> => {
  for (const [step, work] of WAY) {
    const order = corridor.repositories.orders.get(orderId)
    if (order !== null) await tryStep(corridor, step, order, () => work(corridor, order, actor))
  }
}

const readProgress = async (corridor: Corridor, order: Order): Promise<Outcome> => {
  const key = orderKey(corridor, order)
  if (!isIn(order, 'placed', 'waiting') || key === null) return 'stayed'
  const seen = await corridor.office(order.backOfficeId).backOffice.readShipments([key])
  const progress = seen.get(key.backOfficeRef)
  return progress === undefined ? 'stayed' : noteProgress(corridor, order, progress)
}
