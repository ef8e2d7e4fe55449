import { ccvShop } from '../../../../src/main/connectors/ccvshop/index.ts'
import type { BackOffice } from '../../../../src/main/connectors/sockets/back-office.ts'
import type { Records } from '../../../../src/main/connectors/sockets/ports.ts'
import { type OverSimulator, openOverSimulator } from '../../../batteries/over-simulator.ts'
import { type CcvShopSimulator, startCcvShopSimulator } from '../../../simulators/ccvshop/index.ts'
import { createOrder } from '../../../simulators/ccvshop/orders.ts'
import type { Order, Product, Shop, ShopOptions } from '../../../simulators/ccvshop/state.ts'
import { connectOffice } from '../../../simulators/connect-office.ts'
import type { Received } from '../../../simulators/wire.ts'

export interface OpenCcv extends OverSimulator<CcvShopSimulator> {
  readonly shop: Shop
  /** The same shop, connected as after a restart, or with other settings. */
  reconnect(values?: Readonly<Record<string, string>>, records?: Records, skuSource?: string): BackOffice
  /** The product under a number. */
  product(number: string): Product
  /** The one order there is. */
  only(): Order
  /** Calls since the last time this was asked. */
  calledSince(): readonly Received[]
}

/** A CCV Shop with ten blue mugs and five red ones. */
export const openCcv = async (
  kind: Omit<ShopOptions, 'now'> = {},
  values: Readonly<Record<string, string>> = {},
): Promise<OpenCcv> => {
  const open = await openOverSimulator(ccvShop, (options) => startCcvShopSimulator({ ...options, ...kind }), { values })
  const { simulator, clock, records, there } = open
  const { shop } = simulator
  await there.addProducts([
    { sku: 'MUG-BLUE', title: 'Blue mug', stock: 10, priceCents: 1290 },
    { sku: 'MUG-RED', title: 'Red mug', stock: 5, priceCents: 1995 },
  ])
  let counted = 0
  return {
    ...open,
    shop,
    reconnect: (other = {}, kept = records, skuSource = 'sku') =>
      connectOffice(ccvShop, {
        ...{ clock, skuSource, records: kept },
        values: { ...simulator.values, ...values, ...other },
      }),
    product(number) {
      const found = [...shop.products.values()].find((one) => one.number === number)
      if (found === undefined) throw new Error(`There is no ${number}`)
      return found
    },
    only() {
      const [order, other] = shop.orders.values()
      if (order === undefined || other !== undefined) throw new Error(`There are ${shop.orders.size} orders`)
      return order
    },
    calledSince() {
      const calls = simulator.wire.received.slice(counted)
      counted = simulator.wire.received.length
      return calls
    },
  }
}

export const bodyOf = ({ body }: Pick<Received, 'body'>): Record<string, unknown> => JSON.parse(String(body))

/** Orders of the shop's own customers, some of which give a reference. */
export const sellThere = (
  shop: Shop,
  orders: number,
  facts: Readonly<Record<string, unknown>> = {},
  reference = '',
) => {
  for (let number = 0; number < orders; number += 1) {
    const address = { country_code: 'NL' }
    const customer = { email: 'jan@example.nl', reference, billingaddress: address, deliveryaddress: address }
    const rows = [{ product_id: 1, count: 1 }]
    const body = Buffer.from(JSON.stringify({ customer, orderrows: rows, ...facts }))
    createOrder(shop, { method: 'POST', url: new URL('http://localhost/'), headers: {}, body })
  }
}
