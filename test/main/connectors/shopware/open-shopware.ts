import { shopware } from '../../../../src/main/connectors/shopware/index.ts'
import type { BackOffice } from '../../../../src/main/connectors/sockets/back-office.ts'
import { type OverSimulator, type OverSimulatorOptions, openOverSimulator } from '../../../batteries/over-simulator.ts'
import { type ShopwareSimulator, startShopwareSimulator } from '../../../simulators/shopware/index.ts'
import { type Row, rowsWhere, stateName } from '../../../simulators/shopware/state.ts'
import type { Received } from '../../../simulators/wire.ts'

export type OpenedShopware = OverSimulator<ShopwareSimulator>

interface Options extends OverSimulatorOptions {
  readonly version?: string
}

/** The connector in front of a simulated shop with ten blue mugs and five red ones. */
export const openShopware = async ({ version, ...options }: Options = {}): Promise<OpenedShopware> => {
  const opened = await openOverSimulator(shopware, startShopwareSimulator, options)
  if (version !== undefined) opened.simulator.shop.version = version
  await opened.there.addProducts([
    { sku: 'MUG-BLUE', title: 'Blue mug', stock: 10, priceCents: 1290 },
    { sku: 'MUG-RED', title: 'Red mug', stock: 5, priceCents: 1995 },
  ])
  return opened
}

/** One of each line of versions that the specification covers. */
export const VERSIONS = ['6.4.20.2', '6.5.8.14', '6.6.10.3', '6.7.2.0', '6.7.10.1'] as const

export const stockOf = async (backOffice: BackOffice): Promise<Record<string, number | null>> =>
  Object.fromEntries((await backOffice.readStock()).map(({ sku, available }) => [sku, available]))

/** Method and path of a call, ids left out: `POST search/order`. */
export const callOf = ({ method, url }: Pick<Received, 'method' | 'url'>): string =>
  `${method} ${url.pathname.replace('/api/', '').replaceAll(/[0-9a-f]{32}/g, '…')}`

export const callsTo = ({ simulator }: OpenedShopware, from = 0): readonly string[] =>
  simulator.wire.received.slice(from).map(callOf)

/** The bodies of calls like this one. */
export const bodiesOf = ({ simulator }: OpenedShopware, call: string): readonly unknown[] =>
  simulator.wire.received.filter((one) => callOf(one) === call).map(({ body }) => JSON.parse(body.toString()))

export const ordersIn = ({ simulator: { shop } }: OpenedShopware): readonly Row[] => shop.tables.order

/** States of an order, its deliveries and its payments, in words. */
export const statesOf = ({ simulator: { shop } }: OpenedShopware, id: string) => {
  const of = (entity: 'order_delivery' | 'order_transaction') =>
    rowsWhere(shop, entity, 'orderId', id).map((row) => stateName(shop, row))
  const [order] = rowsWhere(shop, 'order', 'id', id)
  return {
    order: order === undefined ? null : stateName(shop, order),
    deliveries: of('order_delivery'),
    transactions: of('order_transaction'),
  }
}
