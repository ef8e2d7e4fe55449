import { Fault, isFault } from '../../domain/fault.ts'
import type { OfficeOrder, OrderToPlace, PlacedOrder } from '../sockets/back-office.ts'
import { CREATE_TIMEOUT_MS, MOST_REFERENCE } from './facts.ts'
import { invoice, invoiceOnce } from './invoice.ts'
import { lowerLegacyStock } from './lower-legacy.ts'
import { toOfficeOrder } from './mapping.ts'
import { methodTitle } from './methods.ts'
import { type BookedLine, orderBody } from './order-body.ts'
import { readOrder } from './orders.ts'
import { findProducts, isBookable } from './products.ts'
import { learnHabit, mustLearn, touch } from './reservations.ts'
import { readSalable } from './salable.ts'
import { Created } from './schemas.ts'
import type { Desk } from './settings.ts'
import { skuKey } from './shelf.ts'
import type { Shop } from './shop.ts'

/** Creates the order with all its amounts, then has it invoiced, then reads it back (2.1, 2.4). */
export const placeOrder = async (desk: Desk, shop: Shop, order: OrderToPlace): Promise<PlacedOrder> => {
  const { calls, settings } = desk
  refuseUnplaceable(desk, order)
  const lines = await bookLines(desk, order)
  const store = await shop.store()
  if (store.baseCurrency !== order.currency || store.currency !== order.currency)
    throw new Fault(
      'settings',
      `The store view ${settings.storeCode} sells in ${store.currency} (base ${store.baseCurrency}), and the order is in ${order.currency}.`,
      { side: desk.ports.side },
    )
  const tables = await shop.taxes()
  const watch = (await shop.hasMsi()) ? await watchStock(desk, shop, lines) : null
  const body = orderBody(order, lines, { store, tables, settings, methodTitle: methodTitle(order.methodId) })
  const created = await calls.call(
    { path: 'orders', method: 'POST', scope: settings.storeCode, body, timeoutMs: CREATE_TIMEOUT_MS },
    Created,
  )
  return afterCreation(async () => {
    const ref = String(created.entity_id)
    const notes = settings.invoice ? await invoice(desk, ref) : []
    const placed = await finish(desk, shop, ref, lines)
    return { ...placed, notes: [...notes, ...placed.notes, ...(watch === null ? [] : await watch())] }
  })
}

/** Invoices and lowers what a creation that was cut short left to do. */
export const finishOrder = async (
  desk: Desk,
  shop: Shop,
  order: OrderToPlace,
  found: OfficeOrder,
): Promise<PlacedOrder> => {
  const lines = await bookLines(desk, order)
  const notes = desk.settings.invoice ? await invoiceOnce(desk, found.backOfficeRef) : []
  const placed = await finish(desk, shop, found.backOfficeRef, lines)
  return { ...placed, notes: [...notes, ...placed.notes] }
}

const finish = async (
  desk: Desk,
  shop: Shop,
  ref: string,
  lines: readonly BookedLine[],
): Promise<Required<PlacedOrder>> => {
  const notes = (await shop.hasMsi()) ? [] : await lowerLegacyStock(desk, ref, lines)
  const order = await readOrder(desk, ref)
  const { side } = desk.ports
  if (order === null)
    throw new Fault('unreadable', `${side} made order ${ref} and does not show it.`, { side, outcome: 'unknown' })
  return { ...toOfficeOrder(order, desk.settings), notes }
}

const refuseUnplaceable = ({ ports: { side } }: Desk, { reference }: OrderToPlace): void => {
  if (reference.length > MOST_REFERENCE)
    throw new Fault('refused', `${side} keeps references of ${MOST_REFERENCE} characters: ${reference} is longer.`, {
      side,
    })
}

const bookLines = async (desk: Desk, { lines }: OrderToPlace): Promise<readonly BookedLine[]> => {
  const { side } = desk.ports
  const found = await findProducts(
    desk,
    lines.map(({ sku }) => sku),
  )
  return lines.map((line) => {
    const products = found.filter(({ code }) => code === line.sku).map(({ product }) => product)
    const [product, other] = products.filter(isBookable)
    if (product !== undefined && other === undefined) return { line, product }
    const [box] = products
    throw new Fault('refused', whyNotBookable(line.sku, side, other !== undefined, box?.type_id), { side })
  })
}

const whyNotBookable = (sku: string, side: string, isAmbiguous: boolean, type: string | undefined): string => {
  if (isAmbiguous) return `${side} has several products ${sku}.`
  return type === undefined
    ? `${side} has no product ${sku}.`
    : `${sku} is a ${type} product at ${side}: only simple products can be booked.`
}

/** Remembers which SKUs the order touches and, while it is not known, sees whether the shop reserves their units (2.5). */
const watchStock = async (desk: Desk, shop: Shop, lines: readonly BookedLine[]) => {
  await touch(
    desk,
    lines.map(({ product }) => product.sku),
  )
  if (!mustLearn(desk)) return null
  const ids = [...new Set(lines.map(({ product }) => product.id))]
  const ordered = new Map<string, number>()
  for (const { line, product } of lines)
    ordered.set(skuKey(product.sku), (ordered.get(skuKey(product.sku)) ?? 0) + line.quantity)
  const before = await readSalable(desk, shop, ids)
  return async (): Promise<readonly string[]> => {
    try {
      return learnHabit(desk, ordered, before, await readSalable(desk, shop, ids))
    } catch (error) {
      // The order stands and is whole: what could not be learnt from it will be learnt from the next.
      if (isFault(error)) return []
      throw error
    }
  }
}

/** Whatever goes wrong from here on, the order exists. */
const afterCreation = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (!isFault(error)) throw error
    const { kind, message, side, retryAt, detail } = error
    throw new Fault(kind, message, {
      ...{ cause: error, outcome: 'unknown', detail },
      ...(side === null ? {} : { side }),
      ...(retryAt === null ? {} : { retryAt }),
    })
  }
}
