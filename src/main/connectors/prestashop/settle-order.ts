import { formatCents } from '../../domain/money.ts'
import { correctAmounts, correctPayments } from './corrections.ts'
import type { Office } from './office.ts'
import type { Plan } from './plan.ts'
import { Created } from './shapes.ts'
import { readWhole, type WhichOrder, type WholeOrder } from './whole-order.ts'

export interface Settled {
  readonly id: number
  /** What a seller should know of it. */
  readonly notes: readonly string[]
}

/**
 * Brings an order that stands there to what was asked: out of the payment error if it fell into it, the buyer's shipping price, the carrier, the
 * amounts and one payment of them. Each step looks first whether it is still to be done, so that all of it can be repeated.
 */
export const settleOrder = async (office: Office, plan: Plan, which: WhichOrder): Promise<Settled> => {
  const { states } = await office.shop.basics()
  const there = await readWhole(office, which)
  const { id } = there.order
  if (plan.isTest) {
    // Versions that lost the check of the total (prestashop.md 2.1 (3)) have paid it; in the payment error, no stock moves.
    if (there.order.current_state !== states.error) await changeState(office, id, states.error)
    return { id, notes: [] }
  }
  // Somebody has changed it meanwhile: it is shown as it is.
  if (!hasLinesOf(there, plan)) return { id, notes: [] }
  const notes = notesOn(there, plan)
  if (there.order.current_state !== states.error) {
    await correctAll(office, plan, there)
    return { id, notes }
  }
  // The amounts first: the invoice and the payment that the next step makes are taken from them (2.2 "After").
  await correctAmounts(office, plan, there)
  await changeState(office, id, states.paid)
  await correctAll(office, plan, await readWhole(office, { id }))
  return {
    id,
    notes: [...notes, 'The shop had put the order into its payment error. Navette corrected it and marked it as paid.'],
  }
}

const correctAll = async (office: Office, plan: Plan, there: WholeOrder): Promise<void> => {
  await correctAmounts(office, plan, there, { total_paid_real: plan.amounts.total })
  await correctPayments(office, plan, there)
}

/** A row of history changes the state and sends no mail; writing the state into the order would (4). */
export const changeState = async ({ api }: Office, orderId: number, state: number): Promise<void> =>
  void (await api.create('order_histories', { id_order: orderId, id_order_state: state }, Created))

const hasLinesOf = ({ order }: WholeOrder, { lines }: Plan): boolean =>
  lines.length === order.rows.length &&
  lines.every(({ article, quantity }) =>
    order.rows.some(
      (row) =>
        row.product_id === article.productId &&
        row.product_attribute_id === article.combinationId &&
        row.product_quantity === quantity,
    ),
  )

const notesOn = ({ order }: WholeOrder, { amounts: { goods } }: Plan): readonly string[] => {
  const reckoned = order.total_products_wt
  if (reckoned === goods) return []
  return [
    `The shop reckoned ${formatCents(reckoned)} for the goods; Navette corrected it to ${formatCents(goods)}, which the buyer paid.`,
  ]
}
