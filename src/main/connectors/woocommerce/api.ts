import type { z } from 'zod'
import { Fault } from '../../domain/fault.ts'
import { createJsonCalls, type JsonCalls, type JsonReply } from '../http/json-calls.ts'
import type { Ports } from '../sockets/ports.ts'
import { addressIn, Door, findDoor } from './door.ts'
import { judgeAnswers } from './error-answers.ts'
import { PAGE_SIZE, READ_TIMEOUT_MS, WRITE_TIMEOUT_MS } from './facts.ts'
import { withoutNotices } from './php-notices.ts'
import { type Keys, signBy, type Way } from './ways.ts'

/** Values that are empty are no filter to WooCommerce: everything comes back (pitfall 13). They are a mistake of ours. */
export type Query = Readonly<Record<string, string>>

interface Row {
  readonly id: number
}

export interface Api {
  readonly ports: Ports
  /** Looks for the shop's door anew. */
  findDoor(): Promise<Door>
  get<T>(path: string, query: Query, schema: z.ZodType<T>): Promise<T>
  getReply<T>(path: string, query: Query, schema: z.ZodType<T>): Promise<JsonReply<T>>
  /**
   * A list page by page, checked against the total that the shop tells: one that is not whole is a fault. For those whose filter older shops
   * ignore, and answer with everything (pitfall 13): whoever sees that need not read on.
   */
  pages<T extends Row>(path: string, query: Query, schema: z.ZodType<readonly T[]>): AsyncIterable<readonly T[]>
  /** All pages of a list. */
  list<T extends Row>(path: string, query: Query, schema: z.ZodType<readonly T[]>): Promise<readonly T[]>
  /** Creates or changes: to WooCommerce a PUT and a POST on one order are the same (6), and firewalls let the latter through. */
  post<T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<T>
  /** Deletes for good. */
  remove<T>(path: string, schema: z.ZodType<T>): Promise<T>
}

export const createApi = (shopUrl: string, keys: Keys, ports: Ports): Api => {
  const { side, records, clock } = ports
  const callsBy = (way: Way): JsonCalls =>
    createJsonCalls({
      ports: { ...ports, http: withoutNotices(ports.http) },
      secrets: [keys.consumerSecret, keys.consumerKey],
      atOnce: 1,
      // A creation would lose its body on such a way, so the address must be the last one (woocommerce.md 1.2).
      follow: false,
      sign: signBy(way, keys, clock),
      judge: judgeAnswers(side),
    })

  const search = async (): Promise<Door> => {
    const door = await findDoor({ shopUrl, side, callsBy })
    records.save(DOOR, door)
    return door
  }
  const knownDoor = (): Door | null => {
    const door = records.read(DOOR, Door)
    return door?.shopUrl === shopUrl ? door : null
  }
  const open = async (path: string, query: Query): Promise<{ readonly url: URL; readonly calls: JsonCalls }> => {
    const { base, way } = knownDoor() ?? (await search())
    const url = addressIn(shopUrl, `${base}wc/v3/${path}`)
    for (const [name, value] of Object.entries(query)) {
      if (value === '') throw new Error(`${name} of ${path} is empty: WooCommerce would take it for no filter`)
      url.searchParams.set(name, value)
    }
    return { url, calls: callsBy(way) }
  }

  const getReply = async <T>(path: string, query: Query, schema: z.ZodType<T>): Promise<JsonReply<T>> => {
    const { url, calls } = await open(path, query)
    return calls.withReply({ name: `GET ${path}`, url, timeoutMs: READ_TIMEOUT_MS }, schema)
  }

  async function* pages<T extends Row>(
    path: string,
    query: Query,
    schema: z.ZodType<readonly T[]>,
  ): AsyncGenerator<readonly T[]> {
    const whole = { ...query, per_page: String(PAGE_SIZE), orderby: 'id', order: 'asc' }
    const ids = new Set<number>()
    let total = 0
    for (let page = 1; page === 1 || ids.size < total; page++) {
      const { value, headers } = await getReply(path, { ...whole, page: String(page) }, schema)
      const told = totalIn(headers)
      for (const { id } of value) ids.add(id)
      const isShort = ids.size < Math.min(told, page * PAGE_SIZE)
      if ((page > 1 && told !== total) || isShort || ids.size > told) throw notWhole(side, path, ids.size, told)
      total = told
      yield value
    }
  }

  return {
    ports,
    findDoor: search,
    getReply,
    get: async (path, query, schema) => (await getReply(path, query, schema)).value,

    pages,
    async list(path, query, schema) {
      const rows: z.infer<typeof schema>[number][] = []
      for await (const page of pages(path, query, schema)) rows.push(...page)
      return rows
    },

    async post(path, body, schema) {
      const { url, calls } = await open(path, {})
      return calls.call({ name: `POST ${path}`, method: 'POST', url, body, timeoutMs: WRITE_TIMEOUT_MS }, schema)
    },

    async remove(path, schema) {
      // 6: firewalls answer 501 to DELETE itself.
      const { url, calls } = await open(path, { force: 'true', _method: 'DELETE' })
      return calls.call({ name: `DELETE ${path}`, method: 'POST', url, timeoutMs: WRITE_TIMEOUT_MS }, schema)
    },
  }
}

const DOOR = 'door'

/** -1: not told, which no list agrees with. */
const totalIn = (headers: Headers): number => {
  const text = headers.get('x-wp-total') ?? ''
  return /^\d+$/.test(text) ? Number(text) : -1
}

const notWhole = (side: string, path: string, came: number, told: number): Fault =>
  new Fault(
    'unreadable',
    told < 0
      ? `${side} did not tell how long its list of ${path} is: something between it and Navette takes the header X-WP-Total away.`
      : `The list of ${path} changed while it was read from ${side}, or is not whole: ${came} of ${told}.`,
    { side, detail: { path } },
  )
