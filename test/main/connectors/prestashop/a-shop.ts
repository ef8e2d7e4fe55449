import { createHttp } from '../../../../src/main/connectors/http/create-http.ts'
import { createLanes } from '../../../../src/main/connectors/http/lanes.ts'
import { prestashop } from '../../../../src/main/connectors/prestashop/index.ts'
import type { BackOffice } from '../../../../src/main/connectors/sockets/back-office.ts'
import type { Clock } from '../../../../src/main/connectors/sockets/ports.ts'
import { BLUE_MUG, RED_MUG } from '../../../batteries/back-office/harness.ts'
import { type OverSimulator, type OverSimulatorOptions, openOverSimulator } from '../../../batteries/over-simulator.ts'
import { noFolders } from '../../../helpers/no-folders.ts'
import { type PrestaShopSimulator, startPrestaShopSimulator } from '../../../simulators/prestashop/index.ts'
import type { Row } from '../../../simulators/prestashop/tables.ts'

export interface AShop extends OverSimulator<PrestaShopSimulator> {
  /** As after a restart: nothing is remembered but the records. */
  reconnect(values?: Readonly<Record<string, string>>, clock?: Clock): BackOffice
  /** Bodies that were sent to a resource. */
  sent(resource: string, method?: 'POST' | 'PUT' | 'PATCH'): readonly string[]
  rows(resource: string): readonly Row[]
  /** The one row of a resource. */
  only(resource: string): Row
  /** Units of a product, by its reference. */
  units(sku: string): unknown
}

/** A connector in front of a shop with ten blue mugs and five red ones. */
export const openShop = async (options: OverSimulatorOptions = {}): Promise<AShop> => {
  const opened = await openOverSimulator(prestashop, startPrestaShopSimulator, options)
  const { simulator, records } = opened
  const { tables } = simulator
  await opened.there.addProducts([BLUE_MUG, RED_MUG])
  const rows = (resource: string) => tables.all(resource)
  return {
    ...opened,
    rows,
    sent: (resource, method = 'POST') =>
      opened.simulator.wire.received
        .filter((call) => call.method === method && call.url.pathname.startsWith(`/api/${resource}`))
        .map(({ body }) => body.toString()),
    reconnect(values = {}, clock = opened.clock) {
      const side = prestashop.title
      const http = createHttp({ clock, side, pace: { turn: async () => undefined }, lanes: createLanes() })
      const { shopUrl = '', key = '' } = simulator.values
      const own = {
        shopUrl,
        key,
        shopId: '',
        completedStates: '',
        cancelledStates: '',
        restock: 'yes',
        paymentModule: '',
      }
      return prestashop.connect(
        { ...own, ...values },
        { side, http, clock, records, folders: noFolders, skuSource: 'sku' },
      )
    },
    only(resource) {
      const [row, second] = rows(resource)
      if (row === undefined || second !== undefined) throw new Error(`${rows(resource).length} ${resource}`)
      return row
    },
    units(sku) {
      const product = rows('products').find((row) => row['reference'] === sku)
      return rows('stock_availables').find((row) => row['id_product'] === product?.id)?.['quantity']
    },
  }
}

/** Takes the free carriers away: every cart has a price of shipping that nobody told. */
export const withoutFreeCarrier = ({ simulator: { tables } }: AShop): void => {
  for (const carrier of tables.all('carriers')) if (carrier['is_free'] === '1') carrier['active'] = '0'
}

/** A product with combinations, each with its units. */
export const addShirt = (
  { simulator: { tables } }: AShop,
  reference: string,
  sizes: Readonly<Record<string, number>>,
): number => {
  const { id } = tables.insert('products', {
    reference,
    name: 'Shirt',
    active: '1',
    id_tax_rules_group: 1,
    price: '10.000000',
  })
  const stock = (id_product_attribute: number, quantity: number) =>
    tables.insert('stock_availables', { id_product: id, id_product_attribute, id_shop: 1, quantity })
  for (const [size, quantity] of Object.entries(sizes)) {
    stock(tables.insert('combinations', { id_product: id, reference: size, ean13: `37${quantity}` }).id, quantity)
  }
  stock(
    0,
    Object.values(sizes).reduce((sum, units) => sum + units, 0),
  )
  return id
}
