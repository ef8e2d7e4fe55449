import { z } from 'zod'
import { Fault } from '../../domain/fault.ts'
import { oneOf } from './filters.ts'
import type { Office } from './office.ts'
import { Cents, Rate, Reference, Whole, Words } from './shapes.ts'

const Row = z.object({ product_id: Whole, product_attribute_id: Reference, product_quantity: Whole })

const Order = z
  .object({
    id: Whole,
    reference: Words,
    current_state: Reference,
    id_carrier: Reference,
    total_paid: Cents,
    total_paid_tax_incl: Cents,
    total_paid_tax_excl: Cents,
    total_paid_real: Cents,
    total_products: Cents,
    total_products_wt: Cents,
    total_shipping: Cents,
    total_shipping_tax_incl: Cents,
    total_shipping_tax_excl: Cents,
    carrier_tax_rate: Rate,
    /** From version 8 on. */
    note: Words.optional(),
    associations: z.object({ order_rows: z.array(Row).optional() }).optional(),
  })
  .transform(({ associations, ...order }) => ({ ...order, rows: associations?.order_rows ?? [] }))

const OrderCarrier = z.object({
  id: Whole,
  id_carrier: Reference,
  shipping_cost_tax_incl: Cents,
  shipping_cost_tax_excl: Cents,
})
const Invoice = z.object({
  id: Whole,
  total_paid_tax_incl: Cents,
  total_paid_tax_excl: Cents,
  total_products: Cents,
  total_products_wt: Cents,
  total_shipping_tax_incl: Cents,
  total_shipping_tax_excl: Cents,
})
const Payment = z.object({ id: Whole, amount: Cents, payment_method: Words })

/** An order with everything that bears its amounts. */
export interface WholeOrder {
  readonly order: z.infer<typeof Order>
  readonly carriers: readonly z.infer<typeof OrderCarrier>[]
  readonly invoices: readonly z.infer<typeof Invoice>[]
  readonly payments: readonly z.infer<typeof Payment>[]
}

/** The one order of a cart, or the one with an id. */
export type WhichOrder = { readonly id: number } | { readonly id_cart: number }

export const readWhole = async ({ api }: Office, which: WhichOrder): Promise<WholeOrder> => {
  const filter = Object.fromEntries(Object.entries(which).map(([name, id]) => [name, oneOf([id])]))
  const [order, second] = await api.list('orders', { filter }, Order)
  if (order === undefined || second !== undefined) {
    // Left to the look-up of the next cycle, which shows to the seller what there is.
    const message = `${api.side} holds ${order === undefined ? 'no order' : 'several orders'} where there should be one.`
    throw new Fault('unreadable', message, { side: api.side })
  }
  const ofOrder = { id_order: oneOf([order.id]) }
  return {
    order,
    carriers: await api.list(
      'order_carriers',
      { display: Object.keys(OrderCarrier.shape), filter: ofOrder },
      OrderCarrier,
    ),
    invoices: await api.list('order_invoices', { display: Object.keys(Invoice.shape), filter: ofOrder }, Invoice),
    payments: await api.list(
      'order_payments',
      { display: Object.keys(Payment.shape), filter: { order_reference: oneOf([order.reference]) } },
      Payment,
    ),
  }
}
