import { Fault, isFault } from '../../domain/fault.ts'
import { serverAhead, timeCheck } from '../http/server-clock.ts'
import type { Check } from '../sockets/definition.ts'
import type { Clock } from '../sockets/ports.ts'
import type { Answer, Api } from './api.ts'
import { API_VERSION, SCOPES } from './facts.ts'
import { readShop, scopesOf } from './shop-question.ts'

/** The named checks of *Test connection* (product.md sections 3 and 14), each shown whatever became of the others. */
export const testConnection = async (api: Api, side: string, clock: Clock): Promise<readonly Check[]> => {
  const answer = await tried(() => api.withHeaders(readShop))
  if (answer instanceof Fault) return [reachable(answer, side), keyCheck(answer)]
  const { shop } = answer.value
  const granted = scopesOf(answer.value)
  return [
    { name: 'Reachable', ok: true, message: `${shop.name} answers.` },
    { name: 'App', ok: true, message: `${shop.name} knows the app.` },
    ...Object.entries(SCOPES).map(([scope, what]) => permission(scope, what, granted)),
    currency(shop.currencyCode),
    version(answer.headers),
    timeCheck(serverAhead(answer.headers, clock.now()), side),
  ]
}

const tried = async <T>(call: () => Promise<Answer<T>>): Promise<Answer<T> | Fault> => {
  try {
    return await call()
  } catch (error) {
    if (isFault(error)) return error
    throw error
  }
}

/** Whoever refuses a key, or misses one, is not out of reach. */
const reachable = ({ kind, message, detail }: Fault, side: string): Check => {
  const name = 'Reachable'
  if (kind === 'settings' && detail['field'] !== undefined) return { name, ok: false, message: 'Not checked.' }
  if (kind === 'credentials' || (kind === 'settings' && detail['status'] !== '404'))
    return { name, ok: true, message: `${side} answers.` }
  return { name, ok: false, message }
}

const keyCheck = ({ kind, message, detail }: Fault): Check => {
  const speaksOfKey = kind === 'credentials' || (kind === 'settings' && detail['status'] !== '404')
  return { name: 'App', ok: false, message: speaksOfKey ? message : 'Not checked.' }
}

/** Who may write may read as well: Shopify then leaves the smaller permission out of its list. */
const permission = (scope: string, what: string, granted: readonly string[]): Check => {
  const ok = granted.includes(scope) || granted.includes(scope.replace(/^read_/, 'write_'))
  const message = ok ? 'Granted.' : `Add ${scope} to the scopes of the app, release a new version and install it again.`
  return { name: `${what} (${scope})`, ok, message }
}

const currency = (code: string): Check =>
  code === 'EUR'
    ? { name: 'Currency', ok: true, message: 'The shop reckons in euros.' }
    : { name: 'Currency', ok: false, message: `The shop reckons in ${code}; orders from Rakuten are in euros.` }

const version = (headers: Headers): Check => {
  const name = 'API version'
  const used = headers.get('x-shopify-api-version') ?? API_VERSION
  return used === API_VERSION
    ? { name, ok: true, message: `Shopify answers in version ${used}.` }
    : {
        name,
        ok: false,
        message: `Shopify answers in version ${used} instead of ${API_VERSION}: look for a newer Navette.`,
        aside: true,
      }
}
