import type { OrderStatus } from '../../../preload/contract/vocabulary.ts'

/** In the order of an order's life. */
export const ORDER_STATUSES = [
  'imported',
  'accepted',
  'placed',
  'waiting',
  'dispatched',
  'shipped',
  'cancelled',
  'refused',
  'skipped',
  'manual',
] as const satisfies readonly OrderStatus[]
