import { z } from 'zod'
import { type Fault, isFault } from '../../domain/fault.ts'
import { serverAhead, timeCheck } from '../http/server-clock.ts'
import { type Tried, tried } from '../http/tried.ts'
import type { Check } from '../sockets/definition.ts'
import { NO_ORDER } from './facts.ts'
import { NO_RIGHT, NOT_FOUND, SAME_VALUE } from './judge.ts'
import type { Shop } from './shop.ts'
import { stockCheck } from './watch-stock.ts'

/** The named checks of *Test connection*, each shown whatever became of the others. */
export const testConnection = async (shop: Shop): Promise<readonly Check[]> => {
  const { api, side } = shop
  const first = await tried(() => api.reply('webshops/', {}, Anything))
  const isIn = isKnown(first)
  return [
    reachable(first),
    key(first),
    ...(isIn ? await checksInside(shop) : []),
    timeCheck('value' in first ? serverAhead(first.value.headers, api.ports.clock.now()) : aheadIn(first.fault), side),
  ]
}

const Anything = z.unknown()

/** It may miss a right, but the shop let it in. */
const isKnown = (first: Tried<unknown>): boolean => 'value' in first || first.fault.detail['code'] === NO_RIGHT

const isRefused = (first: Tried<unknown>): first is { readonly fault: Fault } =>
  'fault' in first && isFault(first.fault, 'credentials', 'clock')

const aheadIn = ({ detail }: Fault): number | null => (detail['ahead'] === undefined ? null : Number(detail['ahead']))

const checksInside = async (shop: Shop): Promise<readonly Check[]> => {
  const { api } = shop
  const one = { size: '1' }
  return [
    right('Orders', await tried(() => api.get('orders/', one, Anything)), 'The key may read orders.'),
    right('Writing orders', await tried(() => mayPatch(shop, `orders/${NO_ORDER}/`)), 'The key may change orders.'),
    right('Order rows', await tried(() => mayReadRows(shop)), 'The key may read the rows of orders.'),
    right('Products', await tried(() => api.get('products/', one, Anything)), 'The key may read products.'),
    right('Search', await tried(() => mayFind(shop)), 'The key may look products up by their number.'),
    ...(shop.stockFollows === 'yes' && shop.restocks
      ? []
      : [right('Writing stock', await tried(() => mayPatch(shop, `products/${NO_ORDER}/`)), 'The key may set stock.')]),
    right('Packages', await tried(() => api.get('packages/', one, Anything)), 'The key may read packages.'),
    currency(await tried(() => shop.settings())),
    await countries(shop),
    stockCheck(shop),
  ]
}

const right = (name: string, result: Tried<unknown>, good: string): Check =>
  'fault' in result ? { name, ok: false, message: result.fault.message } : { name, ok: true, message: good }

/** Whoever refuses a key, or says what it may not, can be reached. */
const reachable = (first: Tried<unknown>): Check =>
  right('Reachable', isKnown(first) || isRefused(first) ? { value: null } : first, 'The shop answers.')

const key = (first: Tried<unknown>): Check => {
  const name = 'Public key and secret'
  if (isKnown(first)) return { name, ok: true, message: 'The shop knows the key.' }
  return { name, ok: false, message: isRefused(first) ? first.fault.message : 'Not checked.' }
}

/** A change of what no shop has: a key that may not write is refused before that is looked for [C]. */
const mayPatch = async ({ api }: Shop, path: string): Promise<void> => {
  const change = path.startsWith('orders/') ? { mail: false } : { stock: 0 }
  await unlessMissing(() => api.patch(path, change))
}

const mayReadRows = ({ api }: Shop): Promise<void> =>
  unlessMissing(() => api.get(`orders/${NO_ORDER}/orderrows/`, {}, Anything))

const mayFind = ({ api }: Shop): Promise<unknown> => api.get('productqueries/', { productnumber: 'navette' }, Anything)

const unlessMissing = async (ask: () => Promise<unknown>): Promise<void> => {
  try {
    await ask()
  } catch (error) {
    if (!isFault(error) || ![NOT_FOUND, SAME_VALUE].includes(error.detail['code'] ?? '')) throw error
  }
}

const currency = (settings: Tried<{ readonly currency: string }>): Check => {
  const name = 'Currency'
  if ('fault' in settings) return { name, ok: false, message: settings.fault.message }
  const isEuro = settings.value.currency === 'EUR'
  const other = settings.value.currency || 'no currency'
  return {
    name,
    ok: isEuro,
    message: isEuro ? 'The shop reckons in euros.' : `The shop reckons in ${other}, Rakuten France in EUR.`,
  }
}

const countries = async (shop: Shop): Promise<Check> => {
  const name = 'Delivery to France'
  const table = await tried(() => shop.taxTable())
  if ('fault' in table) return { name, ok: false, message: table.fault.message }
  if (table.value === null)
    return { name, ok: true, message: 'Not checked: the shop does not show its zones. VAT is that of each product.' }
  return table.value.has('FR')
    ? { name, ok: true, message: `The shop delivers to France, among ${table.value.size} countries.` }
    : { name, ok: false, message: 'France is in no zone of the shop: add it, or orders to France are held.' }
}
