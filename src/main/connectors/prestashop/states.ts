import { z } from 'zod'
import type { OfficeState } from '../sockets/back-office.ts'
import { severalOf } from '../sockets/definition.ts'
import type { Api } from './api.ts'
import { Flag, Translated, Whole, Words } from './shapes.ts'

const OrderState = z.object({
  id: Whole,
  name: Translated,
  shipped: Flag,
  deleted: Flag.optional(),
  module_name: Words.optional(),
})
export type OrderState = z.infer<typeof OrderState>

export const listOrderStates = (api: Api, language: number): Promise<readonly OrderState[]> =>
  api.list('order_states', { language }, OrderState)

/** Ids of states that PrestaShop gives a meaning, by its own configuration: they can be renumbered (prestashop.md 3.2). */
export interface KnownStates {
  readonly paid: number
  readonly cancelled: number
  readonly refunded: number | null
  readonly error: number
}

/** What the states of a shop mean to us. */
export interface StateMeanings {
  readonly of: (id: number) => Exclude<OfficeState, 'gone'> | 'error'
  readonly name: (id: number) => string
}

/** The seller's own lists count where there are any; the state that PrestaShop cancels into is a cancellation in any case. */
export const stateMeanings = (
  states: readonly OrderState[],
  known: KnownStates,
  own: { readonly completedStates: string; readonly cancelledStates: string },
): StateMeanings => {
  const chosen = (list: string, others: readonly (number | null)[]): ReadonlySet<number | null> =>
    new Set(list === '' ? others : severalOf(list).map(Number))
  const cancelled = chosen(own.cancelledStates, [known.refunded])
  // Not `delivery`: in default shops an order in preparation has it too (3.2).
  const completed = chosen(
    own.completedStates,
    states.filter(({ shipped }) => shipped).map(({ id }) => id),
  )
  return {
    of(id) {
      if (id === known.cancelled || cancelled.has(id)) return 'cancelled'
      if (id === known.error) return 'error'
      return completed.has(id) ? 'completed' : 'open'
    },
    name: (id) => states.find((state) => state.id === id)?.name ?? `state ${id}`,
  }
}
