import type { OrderAction } from '../../preload/contract/order-views.ts'
import type { OrderStatus } from '../domain/order.ts'

/** What a seller may ask of an order in each status; whether it can be done, the engine says. */
export const ACTIONS_IN = {
  imported: ['accept', 'refuse', 'retry', 'manual'],
  accepted: ['cancel', 'retry', 'manual'],
  placed: ['track', 'cancel', 'retry', 'manual'],
  waiting: ['track', 'cancel', 'retry', 'manual'],
  dispatched: ['track', 'retry', 'manual'],
  shipped: [],
  cancelled: [],
  refused: [],
  skipped: ['reconsider', 'manual'],
  manual: ['resume'],
} as const satisfies Record<OrderStatus, readonly OrderAction[]>
