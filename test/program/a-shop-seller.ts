import { onTestFinished } from 'vitest'
import type { BackOffice, OfficeOrder } from '../../src/main/connectors/sockets/back-office.ts'
import { type PracticeOptions, startPracticeAccount } from '../../src/main/practice/rakuten-france/index.ts'
import { BLUE_MUG, RED_MUG } from '../batteries/back-office/harness.ts'
import { openDesk } from '../helpers/run-navette.ts'
import { connectOffice } from '../simulators/connect-office.ts'
import { asConfigured, type Shop } from '../simulators/shops.ts'
import type { AnySimulator } from '../simulators/simulator.ts'
import { aConnection, joined, NOW, type Seller } from './a-seller.ts'

export interface ShopSeller extends Seller {
  readonly shop: AnySimulator
  /** The same shop through a connector of the test's own, or as its owner sees it. */
  readonly office: Pick<BackOffice, 'findOrders' | 'readStock'>
  /** What stands in the shop for a purchase: one order, or the test fails. */
  orderOf(reference: string): Promise<OfficeOrder>
  unitsIn(sku: string): Promise<number | null | undefined>
}

const ticking = (): (() => number) => {
  const opened = Date.now()
  return () => Date.parse(NOW) + Date.now() - opened
}

const PRODUCTS = [BLUE_MUG, RED_MUG]

/**
 * A seller with a webshop, ten blue mugs and five red ones in it, and a configuration file whose secrets are in the environment. Account,
 * shop and command line go by one clock, which starts at `NOW` unless told and ticks: a shop may need its moment. Gone when the test ends.
 */
export const aShopSeller = async (
  { definition, start }: Shop,
  options: Pick<PracticeOptions, 'now'> = { now: ticking() },
): Promise<ShopSeller> => {
  const account = await startPracticeAccount({ importDuration: 0, ...options })
  account.world.setInventory(PRODUCTS.map((product) => ({ ...product, stock: 1, ean: '3760000000017' })))
  const { clock } = account.world
  const shop = await start({ now: clock.now })
  await shop.there.addProducts(PRODUCTS)

  const { settings, environment } = asConfigured(definition, shop.values)
  const desk = await openDesk({ RAKUTEN_TOKEN: account.token, ...environment })
  const configuration = {
    backOffices: [{ label: 'Boutique', kind: definition.id, settings }],
    connections: [aConnection(account, { backOffice: 'Boutique' })],
  }
  await desk.write('navette.json', JSON.stringify(configuration))
  const { exitCode, error } = await desk.run(['connections', '--config', 'navette.json'])
  if (exitCode !== 0) throw new Error(error)

  const seller = joined(account, desk)
  onTestFinished(async () => {
    await seller.close()
    await shop.close()
  })
  const nowIso = (): string => new Date(clock.now()).toISOString()
  const office =
    shop.seen ??
    connectOffice(definition, {
      clock: { now: clock.now, nowIso, sleep: async () => undefined },
      values: shop.values,
    })
  return {
    ...{ ...seller, shop, office },
    async sync(minutes) {
      const outcome = await seller.sync(minutes)
      await shop.goOn?.()
      return outcome
    },
    async orderOf(reference) {
      const [order, ...others] = await office.findOrders(`RKT-${reference}`)
      if (order === undefined || others.length > 0) throw new Error(`Not one order for ${reference}`)
      return order
    },
    unitsIn: async (sku) => (await office.readStock()).find((product) => product.sku === sku)?.available,
  }
}
