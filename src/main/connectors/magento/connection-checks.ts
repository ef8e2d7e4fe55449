import { type Fault, isFault } from '../../domain/fault.ts'
import { serverAhead, timeCheck } from '../http/server-clock.ts'
import type { Check } from '../sockets/definition.ts'
import { MSI_MODULE } from './facts.ts'
import { NO_RIGHT } from './judge.ts'
import { reservationsCheck } from './reservations.ts'
import { Anything, rightChecks, tried } from './right-checks.ts'
import type { Desk } from './settings.ts'
import type { Shop } from './shop.ts'

/** The named checks of *Test connection*, each shown whatever became of the others. */
export const testConnection = async (desk: Desk, shop: Shop): Promise<readonly Check[]> => {
  shop.forget()
  let ahead: number | null = null
  const first = await tried(async () => {
    const { headers } = await desk.calls.reply({ path: 'modules' }, Anything)
    ahead = serverAhead(headers, desk.ports.clock.now())
  })
  const isIn = first === null || isMissingRight(first)
  return [
    reachable(first),
    keys(first, isIn),
    ...(isIn ? await checksInside(desk, shop) : []),
    timeOfThisPc(first, ahead, desk.ports.side),
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

const timeOfThisPc = (first: Fault | null, ahead: number | null, side: string): Check =>
  isFault(first, 'clock')
    ? { name: 'Time of this PC', ok: false, message: first.message, aside: true }
    : timeCheck(ahead, side)
