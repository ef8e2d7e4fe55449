import { Fault, isFault } from '../../domain/fault.ts'
import { serverAhead, timeCheck } from '../http/server-clock.ts'
import type { Check } from '../sockets/definition.ts'
import { PRIVILEGES } from './error-answers.ts'
import { CODES, LIVE_STOCK_FROM, MACHINES, OLDEST_VERSION, OPEN, PAID } from './facts.ts'
import { readSample } from './orders.ts'
import { sampleProducts } from './products.ts'
import type { Desk } from './settings.ts'
import { nameOf } from './shapes.ts'
import { salesChannelOf, stateIdOf } from './shop.ts'
import { isAtLeast } from './version.ts'

/** The named checks of *Test connection*, each shown whatever became of the others. */
export const testConnection = async (desk: Desk): Promise<readonly Check[]> => {
  const { api, shop, settings, ports } = desk
  const { side, clock } = ports
  shop.forget()
  const answer = await tried(() => api.version())
  if (answer instanceof Fault) return [reachable(answer, side), keyCheck(answer, side)]
  const { version, headers } = answer
  const reads = await Promise.all(Object.entries(readings(desk)).map(([name, read]) => readCheck(name, read)))
  return [
    reachable(null, side),
    keyCheck(null, side),
    versionCheck(version),
    ...unique(reads.flat()),
    {
      name: 'Create and change orders',
      ok: true,
      message: 'Not tested: Shopware tells only when an order is written. Send a test order.',
    },
    await said('Sales channel', async () => {
      const channel = salesChannelOf(await shop.salesChannels(), settings.salesChannel, side)
      return `Orders are booked in ${nameOf(channel)}.`
    }),
    await said('Currency', async () => {
      await shop.euro()
      return 'The shop reckons in euros.'
    }),
    await said('States', async () => {
      const states = await shop.states()
      for (const machine of Object.values(MACHINES)) stateIdOf(states, machine, OPEN, side)
      stateIdOf(states, MACHINES.transaction, PAID, side)
      return 'The shop has the states that orders are created in.'
    }),
    ...restockCheck(desk, version),
    timeCheck(serverAhead(headers, clock.now()), side),
  ]
}

/** One call for each thing that is read; together they need every right to read. */
const readings = (desk: Desk): Readonly<Record<string, () => Promise<unknown>>> => ({
  'Read orders': () => readSample(desk),
  'Read products': () => sampleProducts(desk),
  'Read sales channels and countries': () => Promise.all([desk.shop.salesChannels(), desk.shop.countries()]),
  'Read currencies': () => desk.shop.euro(),
  'Read taxes': () => desk.shop.taxes(),
  'Read shipping methods': () => desk.shop.shippingMethods(),
  'Read payment methods': () => desk.shop.paymentMethods(),
  'Read salutations': () => desk.shop.salutations(),
  'Read states': () => desk.shop.states(),
})

/** One check for each privilege that is missing: each is another box to tick. */
const readCheck = async (name: string, read: () => Promise<unknown>): Promise<readonly Check[]> => {
  const outcome = await tried(read)
  if (!(outcome instanceof Fault)) return [{ name, ok: true, message: 'Granted.' }]
  // Said by a check of its own.
  if (name === 'Read currencies' && outcome.detail['code'] !== CODES.privilege) return []
  const privileges = outcome.detail[PRIVILEGES]?.split(',') ?? []
  if (privileges.length === 0) return [{ name, ok: false, message: outcome.message }]
  return privileges.map((privilege) => ({
    name: `Privilege ${privilege}`,
    ok: false,
    message: `The role of the integration lacks ${privilege}: Settings → System → Users & permissions → Roles.`,
  }))
}

const unique = (checks: readonly Check[]): readonly Check[] => [
  ...new Map(checks.map((check) => [check.name, check])).values(),
]

const tried = async <T>(ask: () => Promise<T>): Promise<T | Fault> => {
  try {
    return await ask()
  } catch (error) {
    if (isFault(error)) return error
    throw error
  }
}

const said = async (name: string, ask: () => Promise<string>): Promise<Check> => {
  const outcome = await tried(ask)
  return outcome instanceof Fault ? { name, ok: false, message: outcome.message } : { name, ok: true, message: outcome }
}

/** Whoever refuses a key can be reached. */
const reachable = (fault: Fault | null, side: string): Check =>
  fault === null || fault.kind === 'credentials'
    ? { name: 'Reachable', ok: true, message: `${side} answers.` }
    : { name: 'Reachable', ok: false, message: fault.message }

const keyCheck = (fault: Fault | null, side: string): Check => ({
  name: 'Integration',
  ok: fault === null,
  message:
    fault === null ? `${side} knows the integration.` : fault.kind === 'credentials' ? fault.message : 'Not checked.',
})

const versionCheck = (version: string): Check =>
  isAtLeast(version, OLDEST_VERSION)
    ? { name: 'Version', ok: true, message: `Shopware ${version}.` }
    : { name: 'Version', ok: false, message: `Shopware ${version} is too old: ${OLDEST_VERSION} is the least.` }

const restockCheck = ({ settings }: Desk, version: string): readonly Check[] => {
  if (settings.restocks || isAtLeast(version, LIVE_STOCK_FROM)) return []
  const message = `Shopware ${version} gives cancelled units back in any case: choose “Goes back to the shelf”, or update the shop to ${LIVE_STOCK_FROM}.`
  return [{ name: 'Stock of cancelled units', ok: false, message }]
}
