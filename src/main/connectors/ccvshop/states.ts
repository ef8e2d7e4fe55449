import { isFault } from '../../domain/fault.ts'
import type { OfficeState } from '../sockets/back-office.ts'
import { type Choice, severalOf } from '../sockets/definition.ts'
import { STATUS, STATUS_NAMES } from './facts.ts'
import { NO_RIGHT } from './judge.ts'
import type { Shop } from './shop.ts'

export type StateOf = (status: number | null) => OfficeState

/** What a status means, by the seller's own table (ccvshop.md 3). "Cancelled" is what we set ourselves, whatever the table says. */
export const createStateOf = (completedStates: string, cancelledStates: string): StateOf => {
  const completed = new Set(severalOf(completedStates))
  const cancelled = new Set([String(STATUS.cancelled), ...severalOf(cancelledStates)])
  return (status) => {
    const id = String(status)
    if (cancelled.has(id)) return 'cancelled'
    return completed.has(id) ? 'completed' : 'open'
  }
}

/** The statuses by the merchant's own labels; by the platform's where the key may not see those. */
export const listStates = async (shop: Shop): Promise<readonly Choice[]> => {
  const own = await ownLabels(shop)
  const labels = own.length > 0 ? own : Object.entries(STATUS_NAMES)
  return labels.map(([value, label]) => ({ value, label }))
}

const ownLabels = async (shop: Shop): Promise<readonly (readonly [string, string])[]> => {
  try {
    const { order_status } = await shop.settings()
    return (order_status ?? []).map(({ id, status_name }) => [
      String(id),
      status_name || (STATUS_NAMES[id] ?? String(id)),
    ])
  } catch (error) {
    if (isFault(error) && error.detail['code'] === NO_RIGHT) return []
    throw error
  }
}
