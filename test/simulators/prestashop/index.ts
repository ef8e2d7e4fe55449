import type { Simulator, SimulatorOptions } from '../simulator.ts'
import { type Received, simulate } from '../wire.ts'
import { answerer, type Misbehaviour } from './answering.ts'
import { fillWithDefaults } from './default-data.ts'
import { type Mail, Mailbox } from './mailbox.ts'
import type { OrderWorld } from './order-states.ts'
import type { Ticked } from './permissions.ts'
import { Tables } from './tables.ts'
import { handsOf } from './there.ts'

export interface PrestaShopSimulator extends Simulator {
  readonly tables: Tables
  /** Mails sent so far, to whomever. */
  readonly mails: readonly Mail[]
  /** What the key may do, to be ticked off and on. */
  readonly ticked: Ticked
  readonly misbehaviour: Misbehaviour
  readonly world: OrderWorld
}

const KEY = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A PrestaShop 8.1.2 behind its webservice, as prestashop.md describes it. */
export const startPrestaShopSimulator = async ({
  now = Date.now,
}: SimulatorOptions = {}): Promise<PrestaShopSimulator> => {
  const tables = new Tables()
  fillWithDefaults(tables)
  const mailbox = new Mailbox()
  const world: OrderWorld = {
    ...{ tables, mailbox, checksTotal: true },
    paymentModules: new Map([['ps_wirepayment', 'Wire payment']]),
    now: () => new Date(now()).toISOString().slice(0, 19).replace('T', ' '),
  }
  const { answer, ticked, misbehaviour } = answerer(world, KEY)
  const simulation = await simulate((call) => answer(call, simulation.url.host), { now })
  return {
    ...simulation,
    ...{ tables, ticked, misbehaviour, world, mails: mailbox.sent },
    values: { shopUrl: simulation.url.href, key: KEY },
    isCreation: ({ method, url }: Received) => method === 'POST' && url.pathname === '/api/orders',
    there: handsOf(world, misbehaviour),
  }
}
