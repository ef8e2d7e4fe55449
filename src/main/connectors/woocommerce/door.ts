import { z } from 'zod'
import { Fault, isFault } from '../../domain/fault.ts'
import type { JsonCalls } from '../http/json-calls.ts'
import { READ_TIMEOUT_MS } from './facts.ts'
import { WAYS, type Way } from './ways.ts'

/** woocommerce.md 1.2: the second works where the web server does not rewrite addresses. */
const BASES = ['wp-json/', 'index.php/wp-json/'] as const

/** Where the API of a shop answers and how it wants the key; kept, so that it is looked for once. */
export const Door = z.object({ shopUrl: z.string(), base: z.enum(BASES), way: z.enum(WAYS) })
export type Door = z.infer<typeof Door>

interface Search {
  readonly shopUrl: string
  readonly side: string
  readonly callsBy: (way: Way) => JsonCalls
}

const Root = z.object({ namespaces: z.array(z.string()) })

/** Tries the addresses and the ways of 1.2 and 1.3 until WooCommerce lets us in; a fault says what keeps us out. */
export const findDoor = async (search: Search): Promise<Door> => {
  const base = await findBase(search)
  return { shopUrl: search.shopUrl, base, way: await findWay(search, base) }
}

export const addressIn = (shopUrl: string, path: string): URL => new URL(path, `${shopUrl.replace(/\/+$/, '')}/`)

const findBase = async (search: Search): Promise<Door['base']> => {
  const { shopUrl, side } = search
  for (const base of BASES) {
    const namespaces = await readRoot(search, base)
    if (namespaces === null) continue
    if (namespaces.includes('wc/v3')) return base
    throw new Fault('settings', `WordPress answers at ${shopUrl}, but WooCommerce is not active there.`, { side })
  }
  throw new Fault(
    'unreachable',
    `${shopUrl} answers with web pages only. In the WordPress admin, Settings → Permalinks must not be “Plain”; is it the address of the shop?`,
    { side },
  )
}

/** Null where a page answers, whatever its status: with plain permalinks it is 200 (1.1). */
const readRoot = async ({ shopUrl, side, callsBy }: Search, base: string): Promise<readonly string[] | null> => {
  const url = addressIn(shopUrl, base)
  url.searchParams.set('_fields', 'namespaces')
  try {
    return (await callsBy('basic').call({ name: `GET ${base}`, url, timeoutMs: READ_TIMEOUT_MS }, Root)).namespaces
  } catch (error) {
    if (!isFault(error)) throw error
    if (error.detail['code'] === 'REDIRECTED' && error.detail['origin'] !== url.origin) {
      const message = `${error.message} Enter the address that your browser shows when the shop is open.`
      throw new Fault('settings', message, { side, detail: error.detail, cause: error })
    }
    if (error.kind === 'unreadable' || error.detail['status'] === '404') return null
    throw error
  }
}

const findWay = async ({ shopUrl, side, callsBy }: Search, base: string): Promise<Way> => {
  let reason: Fault | null = null
  for (const way of WAYS) {
    const url = addressIn(shopUrl, `${base}wc/v3/orders`)
    url.searchParams.set('per_page', '1')
    url.searchParams.set('_fields', 'id')
    try {
      await callsBy(way).call({ name: `GET orders (${way})`, url, timeoutMs: READ_TIMEOUT_MS }, z.array(z.unknown()))
      return way
    } catch (error) {
      if (!isFault(error, 'credentials')) throw error
      const { status, code = '' } = error.detail
      // Without the rights, but known: it is the right way.
      if (status === '403' && code.startsWith('woocommerce_')) return way
      const isMismatch = /does not match/i.test(error.message)
      if (code === 'woocommerce_rest_authentication_error' && !isMismatch) throw error
      // Not seen, or taken by another plugin for a key of its own: the next way may lead past that.
      reason = error
    }
  }
  if (reason !== null && /does not match/i.test(reason.message)) {
    const message = `${side} knows the consumer key, but not this consumer secret, or its own address is not ${shopUrl}.`
    throw new Fault('credentials', message, { side, detail: reason.detail })
  }
  throw reason ?? new Fault('credentials', `${side} does not know the consumer key.`, { side })
}
