import { randomBytes } from 'node:crypto'
import type { Simulator, SimulatorOptions } from '../simulator.ts'
import { type Received, type Reply, simulate } from '../wire.ts'
import { createOauth, type Integration } from './oauth.ts'
import { json, Refusal } from './refusal.ts'
import { type Criteria, search, view } from './search.ts'
import { createShop, type Entity, isEntity, type Row, type Shop } from './state.ts'
import { createHands, type Hands } from './there.ts'
import { isMoving, transition } from './transitions.ts'
import { changeOrder, createOrder } from './write-order.ts'

export interface ShopwareSimulator extends Simulator {
  /** The shop itself, to be looked at and changed. */
  readonly shop: Shop
  readonly integration: Integration
  /** What people and plugins do there beyond what every shop knows. */
  readonly hands: Hands
  endTokens(): void
}

/** Shopware 6 on loopback: tables, searches, transitions and its published contract (shopware.md 10). */
export const startShopwareSimulator = async ({ now = Date.now }: SimulatorOptions = {}): Promise<ShopwareSimulator> => {
  const shop = createShop(now)
  const integration: Integration = {
    // Its own for each: what is remembered about one must not pass from one simulator to the next.
    accessKeyId: `SWIA${randomBytes(11).toString('hex').toUpperCase()}`,
    secretAccessKey: randomBytes(24).toString('hex'),
    ...{ tokenLife: 600, isThere: true },
  }
  const oauth = createOauth(integration, now)

  const routed = (call: Received): Reply => {
    const { method, url, headers } = call
    const [api, ...path] = url.pathname.slice(1).split('/')
    if (api !== 'api')
      return { status: 404, headers: { 'content-type': 'text/html' }, body: '<!DOCTYPE html><html></html>' }
    if (`${method} ${path.join('/')}` === 'POST oauth/token') return oauth.answer(call)
    oauth.check(call)
    if (`${method} ${path.join('/')}` === 'GET _info/version') return json(200, { version: shop.version })
    const [first = '', second = ''] = path
    if (method === 'POST' && first === 'search' && path.length === 2) return found(call, second.replaceAll('-', '_'))
    const answer = written(call, path)
    if (answer === null) throw new Refusal(404, { code: '0', detail: `No route found for "${method} ${url.pathname}"` })
    return isJson(headers.accept) ? answer : asJsonApi(answer)
  }

  const found = ({ body, headers }: Received, entity: string): Reply => {
    if (!isEntity(entity)) throw new Refusal(404, { code: 'FRAMEWORK__DEFINITION_NOT_FOUND', detail: `No ${entity}` })
    const criteria: Criteria = JSON.parse(body.toString())
    const { total, rows } = search(shop, entity, criteria)
    const inherits = headers['sw-inheritance'] === '1'
    const data = rows.map((row) => view(shop, entity, row, { ...criteria, inherits }))
    const answer = json(200, { total, data, aggregations: [] })
    return isJson(headers.accept) ? answer : asJsonApi(answer)
  }

  const written = ({ method, url, headers, body }: Received, path: readonly string[]): Reply | null => {
    const [first = '', second = '', third = '', , action = ''] = path
    const given = (): Readonly<Record<string, unknown>> => JSON.parse(body.toString() || '{}')
    if (method === 'POST' && path.join('/') === 'order') return saved('order', createOrder(shop, given()), url)
    if (method === 'PATCH' && first === 'order' && path.length === 2)
      return saved('order', changeOrder(shop, second, given()), url)
    if (method !== 'POST' || first !== '_action' || !isMoving(second) || path[3] !== 'state') return null
    const telling = {
      sendMail: given()['sendMail'],
      skipsFlows: headers['sw-skip-trigger-flow'] === '1',
      isOurs: true,
    } as const
    return json(200, view(shop, 'state_machine_state', transition(shop, second, third, action, telling), {}))
  }

  /** Says nothing unless it is asked to (1). */
  const saved = (entity: Entity, row: Row, url: URL): Reply =>
    url.searchParams.has('_response')
      ? json(200, { data: view(shop, entity, row, {}) })
      : { status: 204, headers: { location: new URL(`/api/${entity}/${row.id}`, url).href }, body: '' }

  const answer = (call: Received): Reply => {
    try {
      return routed(call)
    } catch (error) {
      if (error instanceof Refusal) return error.reply
      throw error
    }
  }

  const simulation = await simulate(answer, { now })
  const { there, hands } = createHands(shop, () => {
    integration.isThere = false
  })
  return {
    ...simulation,
    ...{ shop, integration, hands, there, endTokens: oauth.endTokens },
    values: {
      shopUrl: simulation.url.href,
      accessKeyId: integration.accessKeyId,
      secretAccessKey: integration.secretAccessKey,
    },
    isCreation: ({ method, url }) => method === 'POST' && url.pathname === '/api/order',
  }
}

const isJson = (accept: string | undefined): boolean => accept === 'application/json'

/** 1: what comes without `Accept: application/json` has other shapes. */
const asJsonApi = ({ status, body }: Reply): Reply => {
  const { data = [], ...rest } = JSON.parse(body.toString() || '{}')
  const rows: readonly Row[] = Array.isArray(data) ? data : [data]
  const wrapped = rows.map(({ id, ...attributes }) => ({ id, type: 'entity', attributes, relationships: {} }))
  return {
    status,
    headers: { 'content-type': 'application/vnd.api+json' },
    body: JSON.stringify({ ...rest, data: wrapped, included: [] }),
  }
}
