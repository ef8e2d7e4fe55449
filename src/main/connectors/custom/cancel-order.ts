import { isFault } from '../../domain/fault.ts'
import type { OfficeCancelOutcome, OrderKey } from '../sockets/back-office.ts'
import type { CancelOrder, ReadOrders } from './operations.ts'
import type { Template } from './template.ts'
import { toProgress } from './to-office.ts'

/** Cancels, or says why not. A "no" to an order that is cancelled or gone already is none. */
export const cancelOrder = async (
  { cancelling, readOrders }: { readonly cancelling: CancelOrder | null; readonly readOrders: ReadOrders },
  template: Template,
  order: OrderKey,
  reason: string,
): Promise<OfficeCancelOutcome> => {
  const outcome = cancelling === null ? BY_HAND : await cancelling.cancel(order, reason)
  if (outcome === 'cancelled') return outcome
  try {
    const { state } = toProgress((await readOrders.read([order])).get(order.backOfficeRef), template)
    return state === 'cancelled' || state === 'gone' ? 'cancelled' : outcome
  } catch (error) {
    if (isFault(error)) return outcome
    throw error
  }
}

const BY_HAND: OfficeCancelOutcome = {
  declined: 'Cancel it there by hand: its template has no way to cancel from here.',
}
