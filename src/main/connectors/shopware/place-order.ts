import { Fault, isFault } from '../../domain/fault.ts'
import { inDoubt } from '../http/in-doubt.ts'
import type { OrderToPlace, PlacedOrder } from '../sockets/back-office.ts'
import { countryOf, unkeepable } from './address-rule.ts'
import { CODES, MOST_GENERATIONS, MOST_REFERENCE } from './facts.ts'
import { idsOf } from './ids.ts'
import { stateOf, toOfficeOrder } from './mapping.ts'
import { type BookedLine, orderBody } from './order-body.ts'
import { readOrder } from './orders.ts'
import { findProducts } from './products.ts'
import type { Desk } from './settings.ts'
import type { Country, Order } from './shapes.ts'
import { surroundingsOf } from './surroundings.ts'

/**
 * One call, and a look at what came of it. Its ids follow from the reference, so that a second creation meets the first and answers with it. An
 * order that was cancelled there is not what was asked for: the next one takes the next ids (shopware.md 2.4).
 */
export const placeOrder = async (desk: Desk, order: OrderToPlace): Promise<PlacedOrder> => {
  const { settings, ports } = desk
  const { side } = ports
  const asked = keepable(order, await desk.shop.countries())
  refuseUnplaceable(side, asked)
  const booked = await bookLines(desk, asked)
  const around = await surroundingsOf(desk, asked)
  const forget = (): void => desk.shop.forget()
  for (let generation = 0; generation < MOST_GENERATIONS; generation += 1) {
    const ids = idsOf(settings.base, asked.reference, generation)
    const isNew = await create(desk, orderBody(asked, booked, { ...around, ids, side, forget, now: ports.clock.now() }))
    const there = await inDoubt(() => mustRead(desk, ids.order))
    if (!isNew && stateOf(there, settings) === 'cancelled') continue
    const placed = toOfficeOrder(desk, there, asked.reference)
    return asked.billing === order.billing ? placed : { ...placed, notes: [BILLED_ELSEWHERE] }
  }
  throw new Fault('refused', `${side} holds ${asked.reference} ${MOST_GENERATIONS} times, all of them cancelled.`, {
    side,
  })
}

/** False: it is there already. */
const create = async ({ api, shop }: Desk, body: ReturnType<typeof orderBody>): Promise<boolean> => {
  try {
    await api.create('order', body)
    return true
  } catch (error) {
    if (!isFault(error, 'refused')) throw error
    if (error.detail['code'] === CODES.exists) return false
    // It may have been refused for what was read of the shop a day ago.
    shop.forget()
    throw error
  }
}

const mustRead = async (desk: Desk, id: string): Promise<Order> => {
  const order = await readOrder(desk, id)
  if (order !== null) return order
  const { side } = desk.ports
  throw new Fault('unreadable', `${side} does not show the order it says it has.`, { side })
}

const bookLines = async (desk: Desk, { lines }: OrderToPlace): Promise<readonly BookedLine[]> => {
  const { side } = desk.ports
  const found = await findProducts(
    desk,
    lines.map(({ sku }) => sku),
  )
  return lines.map((line) => {
    const [product, another] = found.get(line.sku) ?? []
    if (product === undefined) throw new Fault('refused', `${side} has no product with the SKU ${line.sku}.`, { side })
    if (another !== undefined)
      throw new Fault('refused', `Several products in ${side} have the SKU ${line.sku}.`, { side })
    return { line, product }
  })
}

const BILLED_ELSEWHERE =
  'The billing address cannot be kept by Shopware as it is: the delivery address stands in for it.'

/** A billing address that the shop would not take is no reason not to deliver. */
const keepable = (order: OrderToPlace, countries: readonly Country[]): OrderToPlace => {
  const { billing } = order
  if (billing === null) return order
  const isKept = unkeepable(billing, null) === null && countryOf(billing.countryCode, countries) !== null
  return isKept ? order : { ...order, billing: null }
}

/** An address may have been corrected since it was checked. */
const refuseUnplaceable = (side: string, { reference, delivery, relayPoint }: OrderToPlace): void => {
  const broken =
    reference.length > MOST_REFERENCE
      ? `${reference} is longer than the ${MOST_REFERENCE} characters that Shopware keeps of an order’s number.`
      : unkeepable(delivery, relayPoint)
  if (broken !== null) throw new Fault('refused', `${side} cannot take the order. ${broken}`, { side })
}
