import type { OrderTab } from '../../../preload/contract/orders.ts'

/** In the order of the screen, and of `[` and `]`. */
export const ORDER_TABS = [
  'todo',
  'to-accept',
  'not-shipped',
  'waiting',
  'shipped',
  'cancelled',
  'skipped',
  'all',
] as const satisfies readonly OrderTab[]
