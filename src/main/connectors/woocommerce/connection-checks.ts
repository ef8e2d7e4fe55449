import { z } from 'zod'
import { isFault } from '../../domain/fault.ts'
import { serverAhead, timeCheck } from '../http/server-clock.ts'
import { type Tried, tried } from '../http/tried.ts'
import type { Check } from '../sockets/definition.ts'
import type { Door } from './door.ts'
import { NO_ORDER } from './facts.ts'
import type { Shop } from './shop.ts'
import type { Way } from './ways.ts'

const NOT_CHECKED = 'Not checked.'

/** The named checks of *Test connection*, each shown whatever became of the others. The way in is looked for anew. */
export const testConnection = async (shop: Shop): Promise<readonly Check[]> => {
  const door = await tried(() => shop.api.findDoor())
  const first = [reachable(door), key(door)]
  if ('fault' in door) return first
  const orders = await tried(() => mayRead(shop, 'orders'))
  return [
    ...first,
    check('Orders', orders, 'The key may read orders.'),
    check('Writing', await tried(() => mayWrite(shop)), 'The key may create and change orders.'),
    check('Products', await tried(() => mayRead(shop, 'products')), 'The key may read products and their stock.'),
    check('Settings', await tried(() => readSettings(shop)), 'The key may read taxes and delivery methods.'),
    ...(await shopItself(shop)),
    version(await tried(() => readVersion(shop))),
    timeCheck('value' in orders ? serverAhead(orders.value.headers, shop.api.ports.clock.now()) : null, shop.side),
  ]
}

const check = (name: string, result: Tried<unknown>, good: string): Check =>
  'fault' in result ? { name, ok: false, message: result.fault.message } : { name, ok: true, message: good }

/** Whoever refuses a key can be reached. */
const reachable = (door: Tried<Door>): Check => {
  const isThere = !('fault' in door) || isFault(door.fault, 'credentials', 'clock')
  return check('Reachable', isThere ? { value: null } : door, 'The shop answers, and WooCommerce with it.')
}

const WAY: Readonly<Record<Way, string>> = {
  basic: 'The shop knows the key.',
  query: 'The shop knows the key. Its server takes the usual header away, so the key travels in the address.',
  oauth: 'The shop knows the key. Every call is signed, because WordPress sees no other form of it.',
  'oauth-http': 'The shop knows the key. WordPress does not see that it is called over https, so every call is signed.',
}

const key = (door: Tried<Door>): Check => {
  const name = 'Consumer key and secret'
  if ('value' in door) return { name, ok: true, message: WAY[door.value.way] }
  return { name, ok: false, message: isFault(door.fault, 'credentials', 'clock') ? door.fault.message : NOT_CHECKED }
}

const mayRead = ({ api }: Shop, path: string) =>
  api.getReply(path, { per_page: '1', _fields: 'id' }, z.array(z.unknown()))

/** A change of an order that no shop has: a key that may not write is refused before the order is looked for (woocommerce.md 1.3, 6). */
const mayWrite = async ({ api }: Shop): Promise<void> => {
  try {
    await api.post(`orders/${NO_ORDER}`, {}, z.unknown())
  } catch (error) {
    if (!isFault(error, 'refused') || !(error.detail['code'] ?? '').endsWith('_invalid_id')) throw error
  }
}

const readSettings = async (shop: Shop): Promise<void> => {
  await shop.settings()
  await shop.taxTable()
  await shop.methods()
}

const shopItself = async (shop: Shop): Promise<readonly Check[]> => {
  const result = await tried(() => shop.settings())
  if ('fault' in result) return []
  const { currency, decimals } = result.value
  const isRight = currency === 'EUR' && decimals >= 2
  const message =
    currency === 'EUR'
      ? `Prices have ${decimals} decimals; Rakuten’s have 2. WooCommerce → Settings → General → Number of decimals.`
      : `The shop reckons in ${currency || 'no currency'}, Rakuten France in EUR.`
  return [{ name: 'Currency', ok: isRight, message: isRight ? 'The shop reckons in euros and cents.' : message }]
}

const Status = z.object({ environment: z.object({ version: z.string() }) })

const readVersion = async ({ api }: Shop): Promise<string> =>
  (await api.get('system_status', { _fields: 'environment' }, Status)).environment.version

const version = (result: Tried<string>): Check => {
  const name = 'Version'
  // Nothing else rests on it, and not every role may read the system status.
  if ('fault' in result) return { name, ok: true, message: `Not checked: ${result.fault.message}` }
  const [major = 0, minor = 0] = result.value.split('.').map(Number)
  const isKnown = major > 3 || (major === 3 && minor >= 5)
  const said = `WooCommerce ${result.value}`
  return { name, ok: isKnown, message: isKnown ? `${said}.` : `${said} is too old: 3.5 or later is needed.` }
}
