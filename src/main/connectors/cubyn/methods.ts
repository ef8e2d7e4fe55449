import type { DeliveryMethod } from '../../domain/delivery-mode.ts'

/** What Cubyn offers (cubyn.md 6), by the roles of its own table for Rakuten. The ids stand in settings and orders: none is ever changed. */
export const METHODS = [
  { id: 'standard', title: 'Cubyn Standard', serves: ['standard'] },
  { id: 'signed', title: 'Standard Contre Signature', serves: ['signed'] },
  { id: 'express', title: 'Cubyn Express', serves: ['express'] },
  { id: 'relay', title: 'Cubyn Relay', serves: ['relay'] },
] as const satisfies readonly DeliveryMethod[]

export type Method = (typeof METHODS)[number]

/** cubyn.md 2: where the buyer must be called. */
export const needsPhone = ({ id }: Method): boolean => id === 'express' || id === 'relay'
