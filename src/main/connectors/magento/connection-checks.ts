import { z } from 'zod'
import { Fault, isFault } from '../../domain/fault.ts'
import type { Check } from '../sockets/definition.ts'
import type { Call } from './calls.ts'
import { toQuery } from './criteria.ts'
import { MSI_MODULE } from './facts.ts'
import { clockAhead, clockError, isClockWrong, NO_RIGHT, NOT_FOUND } from './judge.ts'
import { reservationsCheck } from './reservations.ts'
import type { Desk } from './settings.ts'
import type { Shop } from './shop.ts'

/** The named checks of *Test connection*, each shown whatever became of the others. */
export const testConnection = async (desk: Desk, shop: Shop): Promise<readonly Check[]> => {
  let ahead: number | null = null
  const first = await tried(async () => {
    const { headers } = await desk.calls.reply({ path: 'modules' }, Anything)
    ahead = clockAhead(headers, desk.ports)
  })
  const isIn = first === null || isMissingRight(first)
  return [
    reachable(first),
    keys(first, isIn),
    ...(isIn ? await checksInside(desk, shop) : []),
    timeOfThisPc(first, ahead),
  ]
}

const checksInside = async (desk: Desk, shop: Shop): Promise<readonly Check[]> => {
  const hasMsi = await known(() => shop.hasMsi())
  const website = (await known(() => shop.store()))?.website ?? MAIN_WEBSITE
  return [
    await storeView(shop),
    ...(await rightChecks(desk, hasMsi === false ? null : website)),
    {
      name: 'Inventory',
      ok: true,
      message:
        hasMsi === false
          ? `${MSI_MODULE} is off: one stock per product. Navette lowers it for each order.`
          : 'Stock is kept in sources.',
    },
    ...(hasMsi === false ? [] : [reservationsCheck(desk)]),
  ]
}

/** What the website is called that every shop begins with. */
const MAIN_WEBSITE = 'base'

const Anything = z.unknown()

const tried = async (call: () => Promise<unknown>): Promise<Fault | null> => {
  try {
    await call()
    return null
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
}

const known = async <T>(ask: () => Promise<T>): Promise<T | null> => {
  try {
    return await ask()
  } catch (error) {
    if (isFault(error)) return null
    throw error
  }
}

const isMissingRight = (fault: Fault): boolean => fault.detail['code'] === NO_RIGHT

/** Faults in the shop's own words. */
const SPOKEN: ReadonlySet<Fault['kind']> = new Set(['credentials', 'clock', 'refused'])

/** Whoever refuses a key, or says that the clock is wrong, can be reached. */
const reachable = (fault: Fault | null): Check => {
  const isReached = fault === null || isMissingRight(fault) || SPOKEN.has(fault.kind)
  return { name: 'Reachable', ok: isReached, message: isReached ? 'The shop answers.' : fault.message }
}

const keys = (fault: Fault | null, isIn: boolean): Check => {
  const name = 'Keys of the integration'
  if (isIn) return { name, ok: true, message: 'The shop knows the integration.' }
  return { name, ok: false, message: fault !== null && SPOKEN.has(fault.kind) ? fault.message : 'Not checked.' }
}

const storeView = async (shop: Shop): Promise<Check> => {
  const name = 'Store view and currency'
  try {
    const { baseCurrency, currency, website } = await shop.store()
    const isEuro = baseCurrency === 'EUR' && currency === 'EUR'
    return {
      name,
      ok: isEuro,
      message: isEuro
        ? `It sells in EUR, from the stock of the website "${website}".`
        : `It sells in ${currency} (base ${baseCurrency}); orders of Rakuten France are in EUR.`,
    }
  } catch (error) {
    if (isFault(error)) return { name, ok: false, message: error.message }
    throw error
  }
}

const one = toQuery({ groups: [], pageSize: 1, fields: 'total_count' })

interface Probe {
  readonly name: string
  readonly call: Call
  /** Does nothing but show whether it would be allowed: there is no order 0, and an order of nothing is refused. */
  readonly isAct?: true
  /** A shop may be without it (5). */
  readonly isOptional?: true
}

const nothing = (path: string): Probe['call'] => ({ path, method: 'POST', body: {} })

const PROBES: readonly Probe[] = [
  { name: 'Right to see orders', call: { path: 'orders', query: one } },
  { name: 'Right to see shipments', call: { path: 'shipments', query: one } },
  { name: 'Right to create orders', call: nothing('orders'), isAct: true },
  { name: 'Right to invoice orders', call: nothing('order/0/invoice'), isAct: true },
  { name: 'Right to cancel orders', call: nothing('orders/0/cancel'), isAct: true },
  { name: 'Right to refund orders', call: nothing('order/0/refund'), isAct: true },
  { name: 'Right to see products', call: { path: 'products', query: one } },
]

const sourceProbes = (website: string): readonly Probe[] => [
  { name: 'Right to see stock sources', call: { path: 'inventory/source-items', query: one } },
  { name: 'Right to see stocks', call: { path: 'inventory/stock-source-links', query: one } },
  {
    name: 'Right to see the stock of the website',
    call: { path: `inventory/stock-resolver/website/${encodeURIComponent(website)}` },
  },
  {
    name: 'Right to see salable quantities',
    call: { path: `inventory/export-stock-salable-qty/website/${encodeURIComponent(website)}`, query: one },
    isOptional: true,
  },
]

const LEGACY_PROBES: readonly Probe[] = [
  {
    name: 'Right to see and change stock',
    call: { path: 'stockItems/lowStock/', query: 'scopeId=0&qty=0&pageSize=1' },
  },
]

const TAXES: Probe = { name: 'Right to see taxes', call: { path: 'taxRules/search', query: one } }

const rightChecks = async (desk: Desk, website: string | null): Promise<readonly Check[]> => {
  const checks: Check[] = []
  for (const probe of [...PROBES, ...(website === null ? LEGACY_PROBES : sourceProbes(website))])
    checks.push(await rightCheck(desk, probe))
  const taxes = await rightCheck(desk, TAXES)
  // Without it orders are booked all the same, with the standard rates.
  return [
    ...checks,
    taxes.ok ? taxes : { ...taxes, ok: true, message: `Not given: VAT is booked at the standard rates.` },
  ]
}

const rightCheck = async ({ calls }: Desk, { name, call, isAct, isOptional }: Probe): Promise<Check> => {
  const fault = await tried(() => calls.call(call, Anything))
  const isMissing = isOptional === true && fault?.detail['code'] === NOT_FOUND
  const isAllowed = fault === null || isMissing || (isAct === true && isFault(fault, 'refused'))
  return { name, ok: isAllowed, message: isAllowed ? 'Given.' : fault.message }
}

const timeOfThisPc = (first: Fault | null, ahead: number | null): Check => {
  const name = 'Time of this PC'
  if (isFault(first, 'clock')) return { name, ok: false, message: first.message, aside: true }
  if (!isClockWrong(ahead)) return { name, ok: true, message: 'The clock of this PC is right.' }
  return { name, ok: false, message: `The clock of this PC is ${clockError(ahead)}: set it right.`, aside: true }
}
