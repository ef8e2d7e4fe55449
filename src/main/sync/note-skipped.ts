import type { OrderIn } from '../domain/order.ts'
import { type Corridor, tell } from './corridor.ts'
import { hold } from './order-problems.ts'

/** A skipped order says why; one whose mode nobody mapped yet also stands on the seller's list, with its deadline. */
export const noteSkipped = (corridor: Corridor, order: OrderIn<'skipped'>): void => {
  const { id, skippedReason: reason, deliveryMode: mode } = order
  tell(corridor, id, 'skipped', 'navette', { reason, mode })
  if (reason === 'mode-not-mapped')
    hold(
      corridor,
      order,
      'delivery-mode',
      `New delivery mode "${mode}". The order waits until a method is chosen for it.`,
      { mode },
    )
}
