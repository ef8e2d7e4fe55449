import { randomBytes } from 'node:crypto'
import type { Received, Reply } from '../wire.ts'
import { refuseKey } from './access.ts'
import { RESOURCES } from './columns.ts'
import { moveState, type OrderWorld } from './order-states.ts'
import { validateOrder } from './orders.ts'
import { permissionList, tickedByDefault } from './permissions.ts'
import { echoed, read } from './reading.ts'
import { EMPTY_500, errorReply, plainReply, xmlReply } from './replies.ts'
import type { Row, Tables } from './tables.ts'
import { isReply, readBody, type Written } from './writing.ts'

/** What goes wrong in real shops, to be switched on. */
export interface Misbehaviour {
  version: string
  keyIsActive: boolean
  webserviceIsOff: boolean
  /** PHP as CGI without the option: the Authorization header never arrives. */
  dropsHeader: boolean
  /** Stock is answered in part. */
  halvesStock: boolean
  /** A host that lets no more rows through than this. */
  pageSize: number
  /** The product of this id is left out of pages, though it is there. */
  hidesProduct: number | null
  /** The next order is made, and a hook that dies afterwards turns the answer into a 500. */
  diesAfterInsert: boolean
  /** A warning of PHP turns the answers to writing into a 500, although the work was done. */
  warns: boolean
  /** Products are kept apart: one cart becomes several orders of one reference. */
  splitsCarts: boolean
}

/** Where PrestaShop sends everybody who comes under another host or asks for an unknown shop (prestashop.md 1.2). */
const AWAY: Reply = { status: 302, headers: { location: '/?url=orders', 'content-type': 'text/html' }, body: '' }

/** `StockAvailable::postSave`: what a product has is the sum of its combinations. */
const sumUp = (tables: Tables, saved: Row): void => {
  if (saved['id_product_attribute'] === 0) return
  const rows = tables
    .all('stock_availables')
    .filter((row) => row['id_product'] === saved['id_product'] && row['id_shop'] === saved['id_shop'])
  const total = rows.find((row) => row['id_product_attribute'] === 0)
  if (total === undefined) return
  total['quantity'] = rows.reduce((sum, row) => (row === total ? sum : sum + Number(row['quantity'])), 0)
}

export const answerer = (world: OrderWorld, key: string) => {
  const { tables } = world
  const ticked = tickedByDefault()
  const misbehaviour: Misbehaviour = {
    ...{ version: '8.1.2', keyIsActive: true, webserviceIsOff: false, dropsHeader: false, halvesStock: false },
    ...{ pageSize: Number.POSITIVE_INFINITY, hidesProduct: null },
    ...{ diesAfterInsert: false, warns: false, splitsCarts: false },
  }

  const answer = (call: Received, host: string): Reply => {
    const { url, method: sent } = call
    const isJson = url.searchParams.get('output_format') === 'JSON' || url.searchParams.get('io_format') === 'JSON'
    const shop = url.searchParams.get('id_shop')
    if (url.host !== host || (shop !== null && tables.get('shops', Number(shop)) === undefined)) return AWAY
    const path = url.pathname.endsWith('/webservice/dispatcher.php')
      ? `/api/${url.searchParams.get('url')}`
      : url.pathname
    const [, resource = '', idText] = /^\/api\/(\w*)(?:\/(\d+))?\/?$/.exec(path) ?? []
    if (!path.startsWith('/api/')) return plainReply(404, '<!DOCTYPE html><html><body>404</body></html>')
    if (misbehaviour.webserviceIsOff) return errorReply(503, isJson, [22, 'The PrestaShop webservice is disabled.'])
    const { keyIsActive: isActive, dropsHeader } = misbehaviour
    const refused = refuseKey(call, { key, isActive, dropsHeader, isJson })
    if (refused !== null) return refused
    const method = sent === 'POST' ? (url.searchParams.get('ps_method') ?? sent) : sent
    const reply = authenticated(method, resource, idText === undefined ? null : Number(idText), call, isJson)
    return { ...reply, headers: { ...reply.headers, 'psws-version': misbehaviour.version } }
  }

  const hasPatch = (): boolean => Number.parseInt(misbehaviour.version, 10) >= 8

  const authenticated = (
    method: string,
    resource: string,
    id: number | null,
    call: Received,
    isJson: boolean,
  ): Reply => {
    // The list of permissions is a fatal error in JSON on PHP 8.
    if (resource === '') return isJson ? EMPTY_500 : xmlReply(permissionList(ticked, hasPatch()))
    if (RESOURCES[resource] === undefined)
      return errorReply(400, isJson, [27, `Resource of type "${resource}" does not exists.`])
    if (method === 'PATCH' && !hasPatch()) return errorReply(405, isJson, [23, 'Method PATCH is not valid'])
    const methods = ticked.get(resource)
    if (methods === undefined)
      return errorReply(401, isJson, [26, `Resource of type "${resource}" is not allowed with this authentication key`])
    if (!methods.has(method))
      return errorReply(405, isJson, [
        25,
        `Method ${method} not allowed for the resource ${resource} with this authentication key`,
      ])
    if (method === 'GET') return readRows(resource, id, call)
    if (method === 'DELETE') return remove(resource, id)
    if (method !== 'POST' && method !== 'PUT' && method !== 'PATCH')
      return errorReply(405, isJson, [23, `Method ${method} is not valid`])
    const written = readBody(tables, method, resource, id, call.body.toString())
    if (isReply(written)) return written
    const reply = method === 'POST' ? create(resource, written) : change(resource, written)
    return misbehaviour.warns && reply.status < 300
      ? errorReply(500, isJson, [
          3,
          '[PHP Warning #2] Undefined array key (/var/www/shop/modules/stats/hook.php, line 88)',
        ])
      : reply
  }

  const readRows = (resource: string, id: number | null, { url }: Received): Reply => {
    const reply = read(tables, resource, id, url.searchParams)
    if (url.searchParams.get('limit') === null || reply.status !== 200) return reply
    const { halvesStock, hidesProduct, pageSize } = misbehaviour
    const { [resource]: whole = [] } = JSON.parse(String(reply.body)) as Readonly<Record<string, readonly Row[]>> // its own answer
    const rows = whole
      .filter(
        (row) =>
          !(resource === 'stock_availables' && halvesStock && row.id % 2 === 0) &&
          !(resource === 'products' && row.id === hidesProduct),
      )
      .slice(0, pageSize)
    return { ...reply, body: JSON.stringify(rows.length === 0 ? [] : { [resource]: rows }) }
  }

  const remove = (resource: string, id: number | null): Reply => {
    tables.remove(resource, (row) => row.id === id)
    return { status: 200, body: '' }
  }

  const create = (resource: string, { values, cartRows }: Written): Reply => {
    if (resource === 'orders') return createOrder(values)
    if (resource === 'order_histories') return createHistory(values, false)
    const { email, is_guest } = values
    if (resource === 'customers' && is_guest !== '1' && tables.all('customers').some((row) => row['email'] === email))
      return errorReply(
        500,
        true,
        [140, 'The email is already used, please choose another one'],
        [46, 'Unable to save resource'],
      )
    const row = tables.insert(resource, values)
    if (resource === 'customers') row['secure_key'] = randomBytes(16).toString('hex')
    if (resource === 'carts') tables.cartRows.set(row.id, cartRows ?? [])
    return echoed(resource, row)
  }

  const createOrder = (values: Written['values']): Reply => {
    const made = validateOrder(world, {
      ...{ cartId: Number(values['id_cart']), module: String(values['module']), payment: String(values['payment']) },
      paid: Number(values['total_paid']),
    })
    if (made === 'died') return EMPTY_500
    if ('text' in made) return plainReply(500, made.text)
    if (misbehaviour.splitsCarts) tables.insert('orders', { ...made.order, id: made.order.id + 1 })
    if (misbehaviour.diesAfterInsert) {
      misbehaviour.diesAfterInsert = false
      return EMPTY_500
    }
    // The echo of what was sent, without the state and the reference it got (2.2).
    return echoed('orders', { ...values, id: made.order.id })
  }

  const createHistory = ({ id_order, id_order_state, ...values }: Written['values'], isMailed: boolean): Reply => {
    const order = tables.get('orders', Number(id_order))
    if (order === undefined || tables.get('order_states', Number(id_order_state)) === undefined) return EMPTY_500
    moveState(world, order, Number(id_order_state), isMailed ? 'mailed' : 'quietly')
    const { id } = tables.all('order_histories').at(-1) ?? { id: 0 }
    return echoed('order_histories', { ...values, id, id_order: order.id, id_order_state: Number(id_order_state) })
  }

  const change = (resource: string, { values, cartRows }: Written): Reply => {
    const row = tables.need(resource, Number(values['id']))
    const { current_state: state, shipping_number: number, ...others } = values
    // These two have setters: a state moves the order and mails, a number is written to the first parcel.
    if (resource === 'orders' && state !== undefined && state !== row['current_state'])
      moveState(world, row, Number(state), 'mailed')
    if (resource === 'orders' && number !== undefined) {
      const parcel = tables.all('order_carriers').find((one) => one['id_order'] === row.id)
      if (parcel !== undefined) parcel['tracking_number'] = number
    }
    Object.assign(row, others)
    if (cartRows !== null) tables.cartRows.set(row.id, cartRows)
    if (resource === 'orders') row['date_upd'] = world.now()
    if (resource === 'stock_availables') sumUp(tables, row)
    return { ...echoed(resource, row), status: 200 }
  }

  return { answer, ticked, misbehaviour }
}
