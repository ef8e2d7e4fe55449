import { z } from 'zod'
import type { OfficeOrder } from '../sockets/back-office.ts'
import { paymentText } from './facts.ts'
import { oneOf } from './filters.ts'
import type { Office } from './office.ts'
import { type OrderLines, readLines } from './order-lines.ts'
import { listParts } from './paging.ts'
import { Cents, Reference, Whole, Words } from './shapes.ts'
import { listOrderStates, type StateMeanings, stateMeanings } from './states.ts'

const OrderRow = z.object({
  id: Whole,
  reference: Words,
  payment: Words,
  id_cart: Reference,
  id_address_delivery: Reference,
  current_state: Reference,
  total_paid: Cents,
})
export type OrderRow = z.infer<typeof OrderRow>

export const listOrders = ({ api }: Office, filter: Readonly<Record<string, string>>): Promise<readonly OrderRow[]> =>
  api.list('orders', { display: Object.keys(OrderRow.shape), filter }, OrderRow)

/** What the states of some orders mean; one that was made since the states were read is asked for. */
export const meaningsOf = async (
  { api, shop, settings }: Office,
  orders: readonly Pick<OrderRow, 'current_state'>[],
): Promise<StateMeanings> => {
  const { states: known, languageId } = await shop.basics()
  const states = await shop.states()
  const isKnown = orders.every(({ current_state }) => states.some(({ id }) => id === current_state))
  return stateMeanings(isKnown ? states : await listOrderStates(api, languageId), known, settings)
}

/** Every order of this reference: made from one of its carts, or with its text for payment, compared exactly (prestashop.md 2.4). */
export const findOrders = async (office: Office, reference: string): Promise<readonly OfficeOrder[]> => {
  const text = paymentText(reference)
  const carts = office.drafts.cartsOf(reference)
  const ofCarts = carts.length === 0 ? [] : await listOrders(office, { id_cart: oneOf(carts) })
  const named = (await listOrders(office, { payment: oneOf([text]) })).filter(({ payment }) => payment === text)
  const rows = new Map(
    [...ofCarts.filter(({ id_cart }) => carts.includes(id_cart)), ...named].map((row) => [row.id, row]),
  )
  return toOfficeOrders(office, reference, [...rows.values()])
}

export const toOfficeOrders = async (
  office: Office,
  reference: string,
  rows: readonly OrderRow[],
): Promise<readonly OfficeOrder[]> => {
  if (rows.length === 0) return []
  const meanings = await meaningsOf(office, rows)
  const lines = await readLines(
    office,
    rows.map(({ id }) => id),
  )
  const postcodes = await readPostcodes(
    office,
    rows.map(({ id_address_delivery }) => id_address_delivery),
  )
  return rows.map((row) => toOfficeOrder(row, reference, { meanings, lines, postcodes }))
}

/** One that fell into the payment error is open: it is ours to repair. */
const toOfficeOrder = (
  row: OrderRow,
  reference: string,
  about: {
    readonly meanings: StateMeanings
    readonly lines: OrderLines
    readonly postcodes: ReadonlyMap<number, string>
  },
): OfficeOrder => {
  const state = about.meanings.of(row.current_state)
  return {
    ...{ backOfficeRef: String(row.id), reference, number: row.reference || String(row.id), url: null },
    state: state === 'error' ? 'open' : state,
    totalCents: row.total_paid,
    lines: about.lines.get(row.id) ?? [],
    postcode: about.postcodes.get(row.id_address_delivery) ?? null,
  }
}

const PostcodeRow = z.object({ id: Whole, postcode: Words })

const readPostcodes = async ({ api }: Office, ids: readonly number[]): Promise<ReadonlyMap<number, string>> => {
  const display = Object.keys(PostcodeRow.shape)
  const rows = await listParts(ids, (part) =>
    api.list('addresses', { display, filter: { id: oneOf(part) } }, PostcodeRow),
  )
  return new Map(rows.map(({ id, postcode }) => [id, postcode]))
}
