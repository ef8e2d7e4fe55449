import type { Reply } from '../wire.ts'
import { invalidParam } from './errors.ts'
import { idsIn, listReply, momentIn } from './lists.ts'
import { renderOrder } from './render-order.ts'
import type { Order, Shop } from './shop.ts'

/** `GET /orders`: filters that WooCommerce does not know are not there (pitfall 13). */
export const listOrders = (shop: Shop, query: URLSearchParams): Reply => {
  const filters = [
    byStatus(shop, query),
    bySearch(shop, query),
    byIds(query),
    byCreator(shop, query),
    ...(['created', 'modified'] as const).flatMap((what) => byDate(shop, query, what)),
  ]
  const rows = [...shop.orders.values()].filter((order) => filters.every((isIn) => isIn(order)))
  return listReply(shop, query, rows, (order) => renderOrder(shop, order))
}

type Filter = (order: Order) => boolean
const ALL: Filter = () => true

/** `any` and `trash` exclude each other, and `any` wins (2.6). */
const byStatus = (shop: Shop, query: URLSearchParams): Filter => {
  const wanted = (query.get('status') ?? 'any').split(',')
  const unknown = wanted.find(
    (status) => !['any', 'trash', 'auto-draft'].includes(status) && !shop.statuses.has(status),
  )
  if (unknown !== undefined)
    throw invalidParam('status', `status[0] is not one of any, trash, ${[...shop.statuses.keys()].join(', ')}.`)
  return wanted.includes('any') ? ({ status }) => status !== 'trash' : ({ status }) => wanted.includes(status)
}

const byIds = (query: URLSearchParams): Filter => {
  const ids = idsIn(query, 'include')
  return ids === null ? ALL : ({ id }) => ids.has(id)
}

const byCreator = ({ options }: Shop, query: URLSearchParams): Filter => {
  const wanted = query.get('created_via')
  return wanted === null || wanted === '' || options.version === '9.8.1'
    ? ALL
    : ({ createdVia }) => createdVia === wanted
}

const byDate = (shop: Shop, query: URLSearchParams, what: 'created' | 'modified'): readonly Filter[] => {
  const prefix = what === 'created' ? '' : 'modified_'
  const at = (order: Order): number =>
    Math.floor((what === 'created' ? order.createdAt : order.modifiedAt) / 1000) * 1000
  const after = momentIn(shop, query, `${prefix}after`)
  const before = momentIn(shop, query, `${prefix}before`)
  return [
    ...(after === null ? [] : [(order: Order) => at(order) > after]),
    ...(before === null ? [] : [(order: Order) => at(order) < before]),
  ]
}

/** Contains: ids, names of items of every kind, addresses; under HPOS transaction ids too. Whole words alone where the full-text index is on. */
const bySearch = ({ options }: Shop, query: URLSearchParams): Filter => {
  const wanted = (query.get('search') ?? '').toLowerCase()
  if (wanted === '') return ALL
  const isIn = (text: string): boolean =>
    options.fullTextSearch ? text.toLowerCase().split(/\s+/).includes(wanted) : text.toLowerCase().includes(wanted)
  return ({ id, items, billing, shipping, transactionId }) =>
    [
      String(id),
      ...items.map(({ name }) => name),
      ...Object.values(billing),
      ...Object.values(shipping),
      ...(options.storage === 'hpos' && !options.fullTextSearch ? [transactionId] : []),
    ].some(isIn)
}
