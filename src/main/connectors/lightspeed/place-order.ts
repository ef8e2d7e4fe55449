import { isFault } from '../../domain/fault.ts'
import type { OfficeOrder, OrderToPlace, PlacedOrder } from '../sockets/back-office.ts'
import { memoOf } from './checkout-body.ts'
import { type Checkouts, createCheckouts } from './checkouts.ts'
import type { Desk } from './desk.ts'
import { afterOrder, type Draft, NEW_DRAFT, readDraft, saveDraft } from './draft.ts'
import { fillCheckout } from './fill-checkout.ts'
import { readOrder } from './orders.ts'
import { afterOrdering, beforeOrdering } from './outcomes.ts'
import { type Plan, planOrder } from './plan.ts'
import type { Checkout } from './schemas.ts'
import { settleOrder } from './settle-order.ts'
import { stateOf } from './states.ts'

/**
 * An order is made by ordering a checkout of ours, which can be done once (lightspeed.md 2.1). The checkout that an earlier try left is gone
 * on with, so that trying again makes no second order, and none is left lying about.
 */
export const placeOrder = async (desk: Desk, order: OrderToPlace): Promise<PlacedOrder> => {
  const { records } = desk.ports
  const checkouts = createCheckouts(desk.api)
  const plan = await planOrder(desk, order)
  const begun = await resume(desk, checkouts, plan.reference)
  if (begun.orderId !== null) return afterOrdering(() => settled(desk, order, Number(begun.orderId)))

  const { id, notes } = await beforeOrdering(() => prepare(desk, checkouts, plan, begun))
  const orderId = await ordered(checkouts, id)
  saveDraft(records, plan.reference, { ...begun, checkoutId: id, orderId })
  const placed = await afterOrdering(() => settled(desk, order, orderId))
  return withNotes(placed, notes)
}

/** Ends what a creation that was cut short left to do. */
export const finishOrder = (desk: Desk, order: OrderToPlace, found: OfficeOrder): Promise<PlacedOrder> =>
  afterOrdering(() => settled(desk, order, Number(found.backOfficeRef)))

/** What an earlier try came to. An order that was cancelled since, or is gone, stands in the way of no other. */
const resume = async (desk: Desk, checkouts: Checkouts, reference: string): Promise<Draft> => {
  const { records } = desk.ports
  const draft = await withOrderId(desk, checkouts, reference)
  if (draft === null) return NEW_DRAFT
  if (draft.orderId === null) return draft
  const order = await readOrder(desk, draft.orderId)
  const isLive = order !== null && stateOf(order, desk.settings) !== 'cancelled'
  return isLive ? draft : saveDraft(records, reference, afterOrder(draft))
}

/** The kept draft, with the order that its checkout became: a filled `order_id` means that ordering it went well (2.5). */
export const withOrderId = async (
  { ports: { records } }: Pick<Desk, 'ports'>,
  checkouts: Pick<Checkouts, 'read'>,
  reference: string,
): Promise<Draft | null> => {
  const draft = readDraft(records, reference)
  if (draft === null || draft.checkoutId === null || draft.orderId !== null) return draft
  const checkout = await checkouts.read(draft.checkoutId)
  if (checkout === null) return saveDraft(records, reference, { ...draft, checkoutId: null })
  return checkout.order_id === null ? draft : saveDraft(records, reference, { ...draft, orderId: checkout.order_id })
}

const prepare = async (desk: Desk, checkouts: Checkouts, plan: Plan, draft: Draft) => {
  const checkout = await begin(desk, checkouts, plan, draft)
  const notes = await fillCheckout(desk, checkouts, plan, checkout)
  return { id: checkout.id, notes }
}

/** The address goes first: which methods are offered depends on it, and it may have been corrected since. */
const begin = async (desk: Desk, checkouts: Checkouts, plan: Plan, draft: Draft): Promise<Checkout> => {
  const known = draft.checkoutId === null ? null : await checkouts.read(draft.checkoutId)
  if (known !== null) {
    await checkouts.change(known.id, plan.body)
    return known
  }
  const checkout = await checkouts.begin(plan.body)
  saveDraft(desk.ports.records, plan.reference, { ...draft, checkoutId: checkout.id })
  return checkout
}

/** A checkout that is refused because it has been ordered (2.5) says by which order. */
const ordered = async (checkouts: Checkouts, checkoutId: number): Promise<number> => {
  try {
    return await checkouts.order(checkoutId)
  } catch (error) {
    if (!isFault(error, 'refused')) throw error
    const checkout = await afterOrdering(() => checkouts.read(checkoutId))
    if (checkout?.order_id == null) throw error
    return checkout.order_id
  }
}

const settled = (desk: Desk, order: OrderToPlace, orderId: number): Promise<PlacedOrder> =>
  settleOrder(desk, { reference: order.reference, memo: memoOf(order) }, orderId)

const withNotes = (placed: PlacedOrder, notes: readonly string[]): PlacedOrder => {
  const all = [...notes, ...(placed.notes ?? [])]
  return all.length === 0 ? placed : { ...placed, notes: all }
}
