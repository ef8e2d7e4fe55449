import { Fault, isFault } from '../../domain/fault.ts'
import { serverAhead, timeCheck } from '../http/server-clock.ts'
import type { Check } from '../sockets/definition.ts'
import { hasFreeCarrier } from './carriers.ts'
import { OLDEST_VERSION, PERMISSIONS, PERMISSIONS_TO_WITHHOLD } from './facts.ts'
import { oneOf } from './filters.ts'
import type { Office } from './office.ts'
import { type Permissions, readPermissions } from './permissions.ts'
import { Created } from './shapes.ts'
import { isTooOld, mayPatch } from './version.ts'

/** The named checks of *Test connection*, each shown whatever became of the others. */
export const testConnection = async (office: Office): Promise<readonly Check[]> => {
  const root = await tried(() => office.api.root())
  if (root instanceof Fault) return [reachable(root), keyCheck(root)]
  const permissions = readPermissions(root.text)
  if (permissions === null) {
    const message = `${office.api.side} answers with something that is not a list of permissions: is this the address of the shop?`
    return [{ name: 'Reachable', ok: false, message }]
  }
  const missing = missingPermissions(office, permissions)
  return [
    reachable(null),
    keyCheck(null),
    versionCheck(office.api.version()),
    ...(missing.length === 0 ? [ALL_PERMITTED] : missing),
    await currencyCheck(office),
    await statesCheck(office),
    await moduleCheck(office),
    await carrierCheck(office),
    timeCheck(serverAhead(root.headers, office.clock.now()), office.api.side),
  ]
}

const tried = async <T>(ask: () => Promise<T>): Promise<T | Fault> => {
  try {
    return await ask()
  } catch (error) {
    if (isFault(error)) return error
    throw error
  }
}

/** Whoever refuses a key can be reached. */
const reachable = (fault: Fault | null): Check =>
  fault === null || fault.kind === 'credentials'
    ? { name: 'Reachable', ok: true, message: 'The shop answers.' }
    : { name: 'Reachable', ok: false, message: fault.message }

const keyCheck = (fault: Fault | null): Check => ({
  name: 'Key',
  ok: fault === null,
  message: fault === null ? 'The shop knows the key.' : fault.kind === 'credentials' ? fault.message : 'Not checked.',
})

const versionCheck = (version: string | null): Check => {
  const name = 'Version'
  if (version === null) return { name, ok: true, message: 'The shop does not tell its version.' }
  return isTooOld(version)
    ? { name, ok: false, message: `PrestaShop ${version} is too old: ${OLDEST_VERSION} is the least.` }
    : { name, ok: true, message: `PrestaShop ${version}.` }
}

const ALL_PERMITTED: Check = { name: 'Permissions', ok: true, message: 'The key may do all that is needed.' }

const missingPermissions = ({ api, settings }: Office, granted: Permissions): readonly Check[] => {
  const change = mayPatch(api.version()) ? 'patch' : 'put'
  const needed = settings.restocks ? PERMISSIONS : { ...PERMISSIONS, ...PERMISSIONS_TO_WITHHOLD }
  return Object.entries(needed).flatMap(([resource, methods]) =>
    methods
      .map((method) => (method === 'change' ? change : method))
      .filter((method) => !granted.get(resource)?.has(method))
      .map((method) => ({
        name: `Permission ${method.toUpperCase()} ${resource}`,
        ok: false,
        message: `Tick ${method.toUpperCase()} in the line “${resource}” of the key, under Advanced Parameters > Webservice.`,
      })),
  )
}

const fromOutcome = (name: string, outcome: Fault | string): Check =>
  outcome instanceof Fault ? { name, ok: false, message: outcome.message } : { name, ok: true, message: outcome }

const currencyCheck = async ({ shop }: Office): Promise<Check> =>
  fromOutcome(
    'Currency',
    await tried(async () => {
      await shop.euro()
      return 'The shop reckons in euros.'
    }),
  )

const statesCheck = async ({ shop }: Office): Promise<Check> =>
  fromOutcome(
    'Order states',
    await tried(async () => {
      await shop.basics()
      return 'The shop tells which states mean paid, cancelled and failed.'
    }),
  )

/** The webservice does not list modules: one that has a state of its own, or took an order before, is there (2.1 (2)). */
const moduleCheck = async ({ api, shop, settings: { paymentModule } }: Office): Promise<Check> => {
  const name = 'Payment module'
  const filter = { filter: { module: oneOf([paymentModule]) }, display: ['id'], limit: 1 }
  const traces = await tried(async () => {
    const states = await shop.states()
    return (
      states.some(({ module_name }) => module_name === paymentModule) ||
      (await api.list('orders', filter, Created)).length > 0
    )
  })
  if (traces === true) return { name, ok: true, message: `The shop knows ${paymentModule}.` }
  const message =
    traces instanceof Fault
      ? traces.message
      : `The shop shows no trace of a payment module called ${paymentModule}. Without it no order can be created: see Modules > Module Manager, or send a test order.`
  return { name, ok: false, message, aside: true }
}

/** Without one, every order goes through the payment error before it is right (2.2 "Shipping price"). */
const carrierCheck = async ({ shop }: Office): Promise<Check> => {
  const name = 'Free carrier'
  const outcome = await tried(async () => hasFreeCarrier(await shop.carriers()))
  if (outcome === true) return { name, ok: true, message: 'The shop has a carrier that is free.' }
  const message =
    outcome instanceof Fault
      ? outcome.message
      : 'No active carrier of the shop is free. Create one under Shipping > Carriers: “Free shipping” on, all zones and customer groups ticked. Until then each order first falls into “Payment error”; Navette then corrects it and marks it as paid.'
  return { name, ok: false, message, aside: true }
}
