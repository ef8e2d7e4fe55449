import type { DeliveryMethod } from '../../domain/delivery-mode.ts'

/** How parcels leave this PC. The ids stand in settings and orders: none is ever changed. */
export const METHODS = [
  { id: 'home', title: 'Home delivery', serves: ['standard'] },
  { id: 'home-signed', title: 'Home delivery with signature', serves: ['signed'] },
  { id: 'express', title: 'Express', serves: ['express'] },
  { id: 'relay', title: 'Relay point', serves: ['relay'] },
] as const satisfies readonly DeliveryMethod[]

export const methodTitle = (id: string | null): string => METHODS.find((method) => method.id === id)?.title ?? id ?? ''
