import { backOfficeScope } from '../../src/main/accounts/opening.ts'
import { createThisPc } from '../../src/main/connectors/this-pc/index.ts'
import type { Navette } from '../../src/main/navette.ts'
import type { Narrator } from './narrator.ts'
import type { QuickClock } from './quick-clock.ts'
import { type Part, type Shop, UNMAPPED_MODE } from './shop.ts'

interface Stage extends Shop {
  readonly navette: Navette
  readonly clock: QuickClock
  readonly narrator: Narrator
}

/** Where each of the six ends. */
const ENDS: Readonly<Record<Part, string>> = {
  'two-units': 'shipped',
  'relay-point': 'shipped',
  pickup: 'skipped',
  unmapped: 'shipped',
  cancelled: 'cancelled',
  'late-code': 'shipped',
}

/** Plays the six orders to their end. True when each ended where it should. */
export const play = async ({ navette, clock, narrator, rakuten, orders }: Stage): Promise<boolean> => {
  const { engine, repositories } = navette
  const idOf = (part: Part): number => repositories.orders.byReference(orders[part])[0]?.id ?? 0
  const cycle = async (): Promise<void> => {
    await engine.sync()
    await narrator.tellNews()
  }

  narrator.say('Navette: six orders from Rakuten to your shelf and back. Everything here is invented.')
  const officeId = await connect(navette, rakuten)
  const pc = createThisPc(repositories.records.scope(backOfficeScope({ id: officeId })), clock)
  stockShelves(pc, rakuten)
  const ship = (part: Part, carrierName: string | null, trackingNumber: string | null): unknown =>
    pc.orders.ship(`RKT-${orders[part]}`, { carrierName, trackingNumber })

  narrator.chapter('First cycle: orders are read, checked, accepted and placed in This PC')
  await cycle()

  narrator.chapter(`The seller chooses a method for "${UNMAPPED_MODE}"; meanwhile one buyer changes his mind`)
  await engine.act(idOf('unmapped'), {
    action: 'fix',
    kind: 'delivery-mode',
    choice: 'map',
    inputs: { methodId: 'home' },
  })
  rakuten.world.cancelByBuyer(orders.cancelled)
  clock.skip(5)
  await cycle()

  narrator.chapter('Parcels leave; one is closed before its code is known')
  ship('two-units', 'Colissimo', '6A62957360897')
  ship('relay-point', 'Mondial Relay', '12345678')
  ship('unmapped', 'Chronopost', 'XY123456785FR')
  ship('late-code', null, null)
  clock.skip(5)
  await cycle()

  narrator.chapter('Two hours later the last code arrives')
  clock.skip(120)
  ship('late-code', 'Colissimo', '8K00009775862')
  await cycle()

  narrator.table()
  const parts = Object.keys(ENDS) as Part[] // the keys of a literal above
  const astray = parts.filter((part) => repositories.orders.get(idOf(part))?.status !== ENDS[part])
  narrator.say(
    astray.length === 0 ? '\nEvery order ended where it should.' : `\nNot where they should be: ${astray.join(', ')}`,
  )
  return astray.length === 0
}

const connect = async ({ accounts }: Navette, { baseUrl, login, token }: Shop['rakuten']): Promise<number> => {
  const office = await accounts.backOffices.add('this-pc', 'This PC', {})
  await accounts.connections.add({
    marketplace: 'rakuten-france',
    label: 'Rakuten',
    backOfficeId: office.id,
    values: { login, token, baseUrl },
    settings: {},
    paused: false,
  })
  return office.id
}

/** This PC starts from what Rakuten lists. */
const stockShelves = (pc: ReturnType<typeof createThisPc>, { world }: Shop['rakuten']): void => {
  for (const { sku, ean, title, stock, priceCents } of world.inventory())
    pc.products.save({ sku, ean, title, stock, safetyStock: 0, priceCents }, null)
}
