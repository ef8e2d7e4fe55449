import { randomBytes } from 'node:crypto'
import type { Simulator, SimulatorOptions } from '../simulator.ts'
import { type Received, type Reply, simulate } from '../wire.ts'
import { createGraphqlAddress, json, type Plan } from './graphql-address.ts'
import { createRoot } from './root.ts'
import { createShop, type Shop, settleJobs } from './state.ts'
import { createThere } from './there.ts'
import { type App, createTokenAddress } from './token-address.ts'

export interface ShopifySimulator extends Simulator {
  /** The shop itself, to be looked at and changed. */
  readonly shop: Shop
  /** The seller's app in the Dev Dashboard. */
  readonly app: App
  /** Bucket and pace of the shop's plan. */
  readonly plan: Plan
  /** Another program of the same app uses points up. */
  drain(points: number): void
  /** Ends every token that was given; the app may ask for others. */
  endTokens(): void
  /** A token as apps made in the admin before 2026 have it. */
  addOldToken(): string
}

const SCOPES = ['write_orders', 'read_products', 'read_inventory', 'read_locations']

/** Shopify on loopback: its own published schema over a small shop (shopify.md 10). */
export const startShopifySimulator = async ({ now = Date.now }: SimulatorOptions = {}): Promise<ShopifySimulator> => {
  const shop = createShop(now)
  const app: App = {
    // Its own for each: what is remembered about an app must not pass from one simulator to the next.
    clientId: randomBytes(16).toString('hex'),
    clientSecret: `shpss_${randomBytes(16).toString('hex')}`,
    scopes: SCOPES,
    isInstalled: true,
    isOurs: true,
  }
  const plan: Plan = { maximumAvailable: 2_000, restoreRate: 100 }
  const scopes = (): readonly string[] => app.scopes
  const tokens = createTokenAddress(app, now)
  const graphql = createGraphqlAddress(createRoot(shop, scopes), { now, plan, scopes })

  const answer = async ({ method, url, headers, body }: Received): Promise<Reply> => {
    settleJobs(shop)
    const type = headers['content-type'] ?? ''
    if (method !== 'POST') return json(404, { errors: 'Not Found' })
    if (url.pathname === '/admin/oauth/access_token') return tokens.answer(body.toString(), type)
    if (!/^\/admin\/api\/\d{4}-\d\d\/graphql\.json$/.test(url.pathname)) return json(404, { errors: 'Not Found' })
    const token = headers['x-shopify-access-token']
    if (typeof token !== 'string' || !tokens.knows(token))
      return json(401, { errors: '[API] Invalid API key or access token (unrecognized login or wrong password)' })
    if (!type.includes('application/json')) return json(400, { errors: 'Bad Request' })
    return graphql.answer(JSON.parse(body.toString()))
  }

  const simulation = await simulate(answer, { now })
  return {
    ...simulation,
    ...{ shop, app, plan, drain: graphql.drain, endTokens: tokens.revoke },
    addOldToken() {
      const token = `shpat_${randomBytes(16).toString('hex')}`
      tokens.add(token)
      return token
    },
    values: { shopUrl: simulation.url.href, clientId: app.clientId, clientSecret: app.clientSecret },
    there: createThere(shop, () => {
      app.isInstalled = false
      tokens.revoke()
    }),
    isCreation: ({ body }) => body.includes('orderCreate('),
  }
}
