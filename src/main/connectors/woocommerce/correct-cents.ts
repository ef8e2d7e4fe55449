import { formatCents } from '../../domain/money.ts'
import type { OrderToPlace } from '../sockets/back-office.ts'
import type { Api } from './api.ts'
import { totalOf } from './mapping.ts'
import { Order } from './order.ts'

/** What the buyer paid. */
export const askedCents = ({ lines, shippingCents }: Pick<OrderToPlace, 'lines' | 'shippingCents'>): number =>
  lines.reduce((sum, { quantity, priceCents }) => sum + quantity * priceCents, shippingCents)

/** A fee below zero takes a share of VAT along, which may round to another cent: then the next round takes it back. */
const ROUNDS = 3

export interface Corrected {
  readonly order: Order
  /** As sentences for the timeline. */
  readonly notes: readonly string[]
}

/**
 * Brings the total back to what the buyer paid where the shop's rounding moved it, by at most a cent for every line and for shipping
 * (woocommerce.md 2.2). A bigger difference is no rounding: it stays, to be seen. Safe to repeat.
 */
export const correctCents = async (api: Api, asked: OrderToPlace, created: Order): Promise<Corrected> => {
  const wanted = askedCents(asked)
  const { side } = api.ports
  const off = (order: Order): number => wanted - totalOf(order, side)
  const first = off(created)
  let order = created
  for (let round = 0; round < ROUNDS && off(order) !== 0 && isRounding(off(order), asked); round++) {
    order = await api.post(`orders/${order.id}`, { fee_lines: feesOf(off(order)) }, Order)
  }
  if (order === created) return { order, notes: [] }
  const amount = `${formatCents(first)} ${asked.currency}`
  return {
    order,
    notes: [`The shop rounds VAT otherwise: a fee “Arrondi” of ${amount} keeps the total what the buyer paid.`],
  }
}

/** What the shop's rounding may move at most (2.2). */
export const isRounding = (cents: number, { lines }: OrderToPlace): boolean => Math.abs(cents) <= lines.length + 1

/** One fee for each cent: of a single cent, no share of VAT is ever a whole one. */
const feesOf = (cents: number) =>
  Array.from({ length: Math.abs(cents) }, () => ({
    name: 'Arrondi',
    total: formatCents(Math.sign(cents)),
    tax_status: 'none',
  }))
