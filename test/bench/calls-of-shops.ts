import type { BackOffice, OfficeOrder } from '../../src/main/connectors/sockets/back-office.ts'
import { BLUE_MUG } from '../batteries/back-office/harness.ts'
import { anOrderToPlace } from '../helpers/an-order-to-place.ts'
import { clockByHand } from '../helpers/clock-by-hand.ts'
import { connectOffice } from '../simulators/connect-office.ts'
import { type Shop, shops } from '../simulators/shops.ts'
import type { AnySimulator, Simulator } from '../simulators/simulator.ts'
import { FEWEST_CALLS } from './fewest-calls.ts'
import { compare, type Measure } from './measure.ts'

const ORDERS = 500
const SKUS = 5_000

/** What reading costs a shop: calls for 500 open orders and for the stock of 5,000 SKUs against the fewest its platform allows. */
export const callsOfShops = async (): Promise<readonly Measure[]> => {
  const measures: Measure[] = []
  // Files cost no calls.
  for (const shop of shops.filter(({ wireless }) => !wireless))
    measures.push(await callsForOrders(shop), await callsForStock(shop))
  return measures
}

const callsForOrders = (shop: Shop): Promise<Measure> =>
  inShop(shop, async (office, { there, wire }) => {
    await there.addProducts([{ ...BLUE_MUG, stock: 10 * ORDERS }])
    const orders: OfficeOrder[] = []
    for (let number = 1; number <= ORDERS; number += 1)
      orders.push(await office.placeOrder(anOrderToPlace({ reference: `RKT-${number}` })))
    // What is read once for a shop is read.
    await office.readShipments(orders.slice(0, 1))
    const before = wire.received.length
    await office.readShipments(orders)
    const { orders: floor, goals } = fewestOf(shop.definition.id)
    return compare({
      ...{ group: 'calls', name: `${shop.name}: ${ORDERS} open orders`, unit: 'calls', floor },
      ...{ ours: wire.received.length - before, goal: goals.orders },
    })
  })

const callsForStock = (shop: Shop): Promise<Measure> =>
  inShop(shop, async (office, { there, wire }) => {
    await there.addProducts(
      Array.from({ length: SKUS }, (_, at) => ({ ...BLUE_MUG, sku: `SKU-${at}`, title: `Mug ${at}` })),
    )
    await office.readStock()
    const before = wire.received.length
    await office.readStock()
    const { stock: floor, goals } = fewestOf(shop.definition.id)
    return compare({
      ...{ group: 'calls', name: `${shop.name}: stock of ${SKUS} SKUs`, unit: 'calls', floor },
      ...{ ours: wire.received.length - before, goal: goals.stock },
    })
  })

/** A shop of its own for each measure, by a clock that makes nobody wait. */
const inShop = async (
  { definition, start }: Shop,
  measure: (office: BackOffice, shop: Simulator) => Promise<Measure>,
): Promise<Measure> => {
  const clock = clockByHand()
  const shop = await start({ now: clock.now })
  try {
    if (!hasWire(shop)) throw new Error(`${definition.title} is asked nothing`)
    return await measure(connectOffice(definition, { clock, values: shop.values }), shop)
  } finally {
    await shop.close()
  }
}

const hasWire = (shop: AnySimulator): shop is Simulator => shop.wire !== null

const fewestOf = (id: string) => {
  const fewest = FEWEST_CALLS[id]
  if (fewest === undefined) throw new Error(`What ${id} allows is not in the table of fewest calls`)
  return fewest
}
