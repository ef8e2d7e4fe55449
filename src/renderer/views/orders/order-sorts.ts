import type { OrderSort } from '../../../preload/contract/orders.ts'

/** As a list without column heads offers them. */
export const ORDER_SORTS = [
  'changed',
  'deadline',
  'purchased',
  'imported',
  'reference',
  'shop-number',
  'buyer',
  'items',
  'mode',
  'total',
  'status',
] as const satisfies readonly OrderSort[]
