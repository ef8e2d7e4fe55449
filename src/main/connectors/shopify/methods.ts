import type { DeliveryMethod } from '../../domain/delivery-mode.ts'

/** How an order says that it is to be delivered: words on its shipping line. The ids stand in settings and orders: none is ever changed. */
export const METHODS = [
  { id: 'standard', title: 'Standard delivery', serves: ['standard'] },
  { id: 'signed', title: 'Delivery with signature', serves: ['signed'] },
  { id: 'express', title: 'Express delivery', serves: ['express'] },
  { id: 'relay', title: 'Relay point', serves: ['relay'] },
] as const satisfies readonly DeliveryMethod[]

export const methodTitle = (id: string | null): string | null =>
  METHODS.find((method) => method.id === id)?.title ?? null
