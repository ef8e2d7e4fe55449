import { z } from 'zod'
import { isFault } from '../../domain/fault.ts'
import { serverAhead, timeCheck } from '../http/server-clock.ts'
import { type Tried, tried } from '../http/tried.ts'
import type { Check } from '../sockets/definition.ts'
import type { Desk } from './desk.ts'
import { PERMISSIONS } from './facts.ts'
import { readPage } from './lists.ts'
import { DeliveryMethodRow } from './schemas.ts'
import { Flag, Text } from './values.ts'

/** The named checks of *Test connection*, each shown whatever became of the others. */
export const testConnection = async (desk: Desk): Promise<readonly Check[]> => {
  const account = await tried(() => desk.api.reply({ path: 'account' }, z.object({ account: z.object({}) })))
  const first = [reachable(account), key(account), ...language(desk, account)]
  if ('fault' in account) return first
  return [
    ...first,
    ...(await permissions(desk)),
    await allowance(desk),
    await currency(desk),
    await delivery(desk),
    timeCheck(serverAhead(account.value.headers, desk.ports.clock.now()), desk.api.side),
  ]
}

const check = <T>(name: string, result: Tried<T>, good: (value: T) => string | { readonly wrong: string }): Check => {
  if ('fault' in result) return { name, ok: false, message: result.fault.message }
  const said = good(result.value)
  return typeof said === 'string' ? { name, ok: true, message: said } : { name, ok: false, message: said.wrong }
}

/** Whoever refuses a key, or a language, can be reached. */
const reachable = (account: Tried<unknown>): Check => {
  const isThere = !('fault' in account) || isFault(account.fault, 'credentials', 'settings', 'busy', 'quota')
  return check('Reachable', isThere ? { value: null } : account, () => 'Lightspeed answers.')
}

const key = (account: Tried<unknown>): Check => {
  const name = 'API key and secret'
  if ('value' in account) return { name, ok: true, message: 'The shop knows the key.' }
  return { name, ok: false, message: isFault(account.fault, 'credentials') ? account.fault.message : 'Not checked.' }
}

const language = ({ api }: Desk, account: Tried<unknown>): readonly Check[] => {
  const name = 'Language'
  if ('value' in account) return [{ name, ok: true, message: `Navette speaks “${api.language() ?? ''}” to the shop.` }]
  return isFault(account.fault, 'settings') ? [{ name, ok: false, message: account.fault.message }] : []
}

const Permission = z.object({ read: Flag, write: Flag }).optional()
const Permissions = z.object({ products: Permission, orders: Permission, customers: Permission, settings: Permission })

const permissions = async ({ api }: Desk): Promise<readonly Check[]> => {
  const may = await tried(() => api.one('accountPermissions', { path: 'account/permissions' }, Permissions))
  if ('fault' in may) return [{ name: 'Permissions', ok: false, message: may.fault.message }]
  return PERMISSIONS.map(([area, name, wanted, good]) => {
    const missing = wanted.filter((right) => may.value[area]?.[right] !== true)
    const message = `The key lacks “${name}: ${missing.join(' and ')}”: tick it under Settings > Developers.`
    return { name, ok: missing.length === 0, message: missing.length === 0 ? good : message }
  })
}

const Limit = z.object({ limit: z.number(), remaining: z.number() })
const Limits = z.object({ limit5Min: Limit, limitHour: Limit, limitDay: Limit })

const allowance = async ({ api }: Desk): Promise<Check> => {
  const limits = await tried(() => api.one('accountRatelimit', { path: 'account/ratelimit' }, Limits))
  return check(
    'Calls',
    limits,
    ({ limitDay: { limit, remaining } }) => `${remaining} of ${limit} calls are left today.`,
  )
}

const Shop = z.object({ currency: z.object({ shortcode: Text }) })

const currency = async ({ api }: Desk): Promise<Check> => {
  const shop = await tried(() => api.one('shop', { path: 'shop' }, Shop))
  return check('Currency', shop, ({ currency: { shortcode } }) =>
    shortcode.toUpperCase() === 'EUR'
      ? 'The shop reckons in euros.'
      : { wrong: `The shop reckons in ${shortcode.toUpperCase() || 'no currency'}, Rakuten France in EUR.` },
  )
}

const delivery = async ({ api }: Desk): Promise<Check> => {
  const list = { path: 'shippingmethods', key: 'shippingmethods', row: DeliveryMethodRow }
  return check('Delivery methods', await tried(() => readPage(api, list, 1)), (methods) =>
    methods.length > 0
      ? `The shop delivers in ${methods.length === 1 ? 'one way' : `${methods.length} ways`}.`
      : { wrong: 'The shop has no delivery method, so that no order can be entered: Settings > Shipping methods.' },
  )
}
