import { randomBytes } from 'node:crypto'
import type { Received, Reply } from '../wire.ts'
import { renderParcel, renderProduct } from './render.ts'
import { addParcel, type CubynAccount, type CubynParcel, setStatus } from './state.ts'
import { toWanted } from './validate-parcel.ts'

const json = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
})
const refused = (status: number, message: string): Reply => json(status, { message })

const TOKEN_LIFE_MS = 3_600_000

export const answer = (account: CubynAccount, call: Received): Reply => {
  const { method, url, headers } = call
  const path = url.pathname.replace(/\/$/, '')
  const isKnown = account.key !== null && headers['x-application'] === account.key
  if (method === 'GET' && path === '/v2') return about(account, isKnown)
  if (!isKnown) return refused(401, 'Unauthorized')
  if (method === 'POST' && path === '/v2/tokens') return giveToken(account, call)
  if (method === 'GET' && path === '/v2/search/parcel') return search(account, url.searchParams)
  if (method === 'GET' && path === '/v2/parcels') return listParcels(account, url.searchParams)
  if (method === 'POST' && path === '/v2/parcels') return createParcel(account, call)
  if (method === 'GET' && path === '/v2/product-catalog/products') return listProducts(account, url.searchParams)
  const [, id = '', act] = /^\/v2\/parcels\/([^/]+)(\/cancel)?$/.exec(path) ?? []
  const parcel = account.parcels.find((one) => String(one.id) === id)
  if (id !== '' && parcel === undefined) return refused(404, 'Parcel not found')
  if (parcel !== undefined && method === 'GET' && act === undefined)
    return json(200, renderParcel(parcel, account, false))
  if (parcel !== undefined && method === 'PUT' && act !== undefined) return cancel(account, parcel)
  return refused(404, 'Not found')
}

/** Strangers are answered too, without being told who they are (cubyn.md 1). */
const about = ({ userId }: CubynAccount, isKnown: boolean): Reply => {
  const application = { name: 'Navette', createdAt: '2026-01-01T08:00:00.000Z', updatedAt: '2026-01-01T08:00:00.000Z' }
  const user = { id: userId, firstName: 'Ana', lastName: 'Petit', email: 'shop@example.test' }
  const auth = isKnown ? { auth: { application, user } } : {}
  return json(200, { version: '0.0.3', name: 'cubyn.api', description: 'Cubyn API', ...auth })
}

const giveToken = (account: CubynAccount, call: Received): Reply => {
  const body = bodyOf(call)
  if (body?.['type'] !== 'short' || body['userId'] !== account.userId)
    return refused(422, 'type and userId are required')
  const token = randomBytes(24).toString('hex')
  account.tokens.set(token, account.now() + TOKEN_LIFE_MS)
  return json(200, { token, ttl: TOKEN_LIFE_MS })
}

/** Fuzzy: what contains the words, is contained in them, or differs from them by a letter. */
const search = (account: CubynAccount, query: URLSearchParams): Reply => {
  if ((account.tokens.get(query.get('st') ?? '') ?? 0) <= account.now()) return refused(401, 'Invalid token')
  const words = (query.get('q') ?? '').toLowerCase()
  const found = account.parcels.filter(
    ({ orderRef, createdAt }) =>
      account.now() - createdAt >= account.searchLagMs && orderRef !== null && isLike(orderRef.toLowerCase(), words),
  )
  return page(account, found.toReversed(), query, (parcel) => renderParcel(parcel, account, true))
}

const isLike = (one: string, other: string): boolean => {
  if (one.includes(other) || other.includes(one)) return true
  return one.length === other.length && [...one].filter((letter, at) => letter !== other[at]).length === 1
}

const listParcels = (account: CubynAccount, query: URLSearchParams): Reply => {
  const wanted = account.honoursFilter ? query.get('filters[orderRef]') : null
  const found = account.parcels.filter(({ orderRef }) => wanted === null || orderRef === wanted)
  const sorted = query.get('sort[id]') === 'DESC' ? found.toReversed() : found
  return page(account, sorted, query, (parcel) => renderParcel(parcel, account, true))
}

const createParcel = (account: CubynAccount, call: Received): Reply => {
  const wanted = toWanted(bodyOf(call), account)
  if ('message' in wanted) return refused(422, wanted.message)
  const { id, status, orderRef } = addParcel(account, { ...wanted, type: 'SHIPMENT' })
  return json(200, { id, status, orderRef })
}

const cancel = (account: CubynAccount, parcel: CubynParcel): Reply => {
  if (parcel.status !== 'CREATED') return refused(409, `A parcel with status ${parcel.status} cannot be canceled`)
  setStatus(account, parcel, account.spelling.cancelled)
  return json(200, {})
}

const listProducts = (account: CubynAccount, query: URLSearchParams): Reply => {
  const words = (query.get('query') ?? '').trim().toLowerCase()
  const found = account.products
    .filter(({ sku, name }) => words === '' || isLike(sku.toLowerCase(), words) || name.toLowerCase().includes(words))
    .toSorted((one, other) => (one.sku < other.sku ? -1 : 1))
  const reply = page(account, found, query, (product) => renderProduct(product, account))
  if (!account.dropsProducts) return reply
  const rows: unknown = JSON.parse(String(reply.body))
  return { ...reply, body: JSON.stringify(Array.isArray(rows) ? rows.slice(1) : rows) }
}

const page = <T>(
  account: CubynAccount,
  rows: readonly T[],
  query: URLSearchParams,
  render: (row: T) => object,
): Reply => {
  const [offset, limit] = ['offset', 'limit'].map((name) => Number(query.get(name) ?? (name === 'limit' ? 20 : 0)))
  const isRight = (number: number | undefined, least: number): number is number =>
    number !== undefined && Number.isInteger(number) && number >= least
  if (!isRight(offset, 0) || !isRight(limit, 1) || limit > 100) return refused(400, 'offset and limit are not valid')
  const list = rows.slice(offset, offset + limit).map(render)
  const value = account.spelling.list === null ? list : { [account.spelling.list]: list }
  return json(200, value, account.hidesTotals ? {} : { 'x-total-count': String(rows.length) })
}

const bodyOf = ({ headers, body }: Received): Record<string, unknown> | null => {
  if (!(headers['content-type'] ?? '').includes('application/json')) return null
  try {
    const value: unknown = JSON.parse(body.toString())
    return typeof value === 'object' && value !== null ? { ...value } : null
  } catch {
    return null
  }
}
