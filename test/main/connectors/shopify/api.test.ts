import { inspect } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import type { CallRecord } from '../../../../src/main/connectors/http/call-record.ts'
import { createHttp } from '../../../../src/main/connectors/http/create-http.ts'
import { shopify } from '../../../../src/main/connectors/shopify/index.ts'
import type { Http, HttpRequest } from '../../../../src/main/connectors/sockets/ports.ts'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import { clockByHand } from '../../../helpers/clock-by-hand.ts'
import { serveOnLoopback } from '../../../helpers/loopback-server.ts'
import { noFolders } from '../../../helpers/no-folders.ts'
import { recordsInMemory } from '../../../helpers/records-in-memory.ts'
import { startShopifySimulator } from '../../../simulators/shopify/index.ts'
import { askedSince, openMugShop, operationOf } from './a-shop.ts'

const HOUR = 3_600_000

describe('the token', () => {
  it('is fetched once and used until a fifth of its day is left', async () => {
    const opened = await openMugShop()

    await opened.backOffice.readStock()
    opened.clock.advance(19 * HOUR)
    await opened.backOffice.readStock()
    opened.clock.advance(HOUR)
    await opened.backOffice.readStock()

    expect(askedSince(opened)).toEqual(['Token', 'Variants', 'Variants', 'Token', 'Variants'])
  })

  it('is fetched anew when it was refused, and what was asked is asked again', async () => {
    const opened = await openMugShop()
    await opened.backOffice.readStock()
    opened.simulator.endTokens()

    expect(await opened.backOffice.readStock()).toHaveLength(2)

    expect(askedSince(opened)).toEqual(['Token', 'Variants', 'Variants', 'Token', 'Variants'])
  })

  it('is shared by all who ask at the same time', async () => {
    const opened = await openMugShop()

    await Promise.all([
      opened.backOffice.readStock(),
      opened.backOffice.readStock(),
      opened.backOffice.listChoices?.('locations'),
    ])

    expect(askedSince(opened).filter((name) => name === 'Token')).toHaveLength(1)
  })

  it('outlives the connection, which is opened anew in every cycle', async () => {
    const opened = await openMugShop()
    const { shopUrl = '', clientId = '', clientSecret = '' } = opened.simulator.values
    const again = await openMugShop({ values: { shopUrl, clientId, clientSecret } })

    await opened.backOffice.readStock()
    await again.backOffice.readStock()

    expect(askedSince(opened)).toEqual(['Token', 'Variants', 'Variants'])
  })

  it('is no proof of another secret', async () => {
    const opened = await openMugShop()
    const { shopUrl = '', clientId = '' } = opened.simulator.values
    const other = await openMugShop({ values: { shopUrl, clientId, clientSecret: 'shpss_wrong' } })
    await opened.backOffice.readStock()

    await expect(other.backOffice.readStock()).rejects.toMatchObject({ kind: 'credentials' })
  })

  it('is not remembered when it could not be had', async () => {
    const opened = await openMugShop()
    opened.simulator.app.isInstalled = false
    await expect(opened.backOffice.readStock()).rejects.toMatchObject({ kind: 'credentials' })
    opened.simulator.app.isInstalled = true

    expect(await opened.backOffice.readStock()).toHaveLength(2)
  })

  it('is kept in no record, no log and no error, and neither is the secret', async () => {
    const calls: CallRecord[] = []
    const requests: HttpRequest[] = []
    const clock = clockByHand()
    const simulator = await startShopifySimulator({ now: clock.now })
    onTestFinished(() => simulator.close())
    const records = recordsInMemory()
    const client = createHttp({ clock, pace: { turn: async () => undefined }, onCall: (call) => calls.push(call) })
    const http: Http = {
      send(request) {
        requests.push(request)
        return client.send(request)
      },
    }
    const { shopUrl = '', clientId = '', clientSecret = '' } = simulator.values
    const backOffice = shopify.connect(
      {
        ...{ shopUrl, clientId, clientSecret, accessToken: '', locations: '', vatTag: 'TVA' },
        ...{ completedStates: 'FULFILLED', cancelledStates: 'CANCELLED', restock: 'yes' },
      },
      { side: 'Boutique', http, clock, records, folders: noFolders, skuSource: 'sku' },
    )

    await backOffice.findOrders('RKT-1')
    simulator.endTokens()
    simulator.app.isInstalled = false
    const fault = await backOffice.readStock().catch((error: unknown) => error)

    const [token = ''] = simulator.wire.received.flatMap(({ headers }) => headers['x-shopify-access-token'] ?? [])
    const told = inspect([calls, fault, records.list('', z.unknown())], { depth: 9 })
    expect(token).toMatch(/^shpat_/)
    expect(told).not.toContain(token)
    expect(told).not.toContain(clientSecret)
    for (const { headers = {}, secrets } of requests)
      expect(secrets).toEqual(expect.arrayContaining([headers['x-shopify-access-token'] ?? clientSecret]))
  })

  it('may be one that was typed in, of an app made in the admin', async () => {
    const opened = await openMugShop()
    const old = await openMugShop({
      values: {
        shopUrl: opened.simulator.url.href,
        clientId: '',
        clientSecret: '',
        accessToken: opened.simulator.addOldToken(),
      },
    })

    expect(await old.backOffice.readStock()).toHaveLength(2)

    expect(askedSince(opened)).toEqual(['Variants'])
    opened.simulator.endTokens()
    await expect(old.backOffice.readStock()).rejects.toMatchObject({ kind: 'credentials', side: 'Shopify' })
  })

  it.each([
    ['nothing', { clientId: '', clientSecret: '' }],
    ['no secret', { clientSecret: '' }],
    ['no client ID', { clientId: '' }],
  ])('needs one of two ways, said in words: %s', async (_, values) => {
    const opened = await openMugShop({ values })

    await expect(opened.backOffice.readStock()).rejects.toMatchObject({
      kind: 'settings',
      message: expect.stringMatching(/client ID and the client secret.* or the access token/),
    })
    expect(askedSince(opened)).toEqual([])
  })

  it.each([
    ['another organisation', { isOurs: false }, 'as the owner of this shop'],
    ['not installed', { isInstalled: false }, 'Install app'],
    ['a wrong secret', { clientSecret: 'shpss_other' }, 'client secret'],
    ['a wrong client ID', { clientId: 'other' }, 'no app with this client ID'],
  ])('is refused in plain words, with the way out: %s', async (_, facts, words) => {
    const opened = await openMugShop()
    Object.assign(opened.simulator.app, facts)

    await expect(opened.backOffice.readStock()).rejects.toMatchObject({
      kind: 'credentials',
      message: expect.stringContaining(words),
    })
  })
})

describe('points', () => {
  it('that somebody else used up are waited for as long as Shopify reckons', async () => {
    const opened = await openMugShop()
    await opened.backOffice.readStock()
    opened.simulator.drain(2_000)

    expect(await opened.backOffice.readStock()).toHaveLength(2)

    // 753 points for a page, at 100 a second.
    expect(opened.clock.slept).toEqual([7_530])
    expect(askedSince(opened)).toEqual(['Token', 'Variants', 'Variants', 'Variants'])
  })

  it('are known from the last answer: what is too dear for now is not even sent', async () => {
    const opened = await openMugShop()
    await opened.backOffice.readStock()
    opened.simulator.drain(1_900)
    await opened.backOffice.checkOrder({ lines: [], delivery: null, relayPoint: null })
    const before = opened.calls()

    await opened.backOffice.readStock()

    expect(opened.calls() - before).toBe(1)
    expect(opened.clock.slept).toHaveLength(1)
  })

  it('that never come are a fault that says when to come back', async () => {
    const opened = await openMugShop()
    await opened.backOffice.readStock()
    opened.simulator.plan.restoreRate = 1
    opened.simulator.drain(2_000)

    await expect(opened.backOffice.readStock()).rejects.toMatchObject({
      kind: 'busy',
      outcome: 'not-done',
      retryAt: expect.stringMatching(/Z$/),
    })
  })

  it('that run out while an order is created leave no doubt: it was not begun', async () => {
    const opened = await openMugShop()
    await opened.backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-1' }))
    const { wire } = opened.simulator
    let drained = false
    // Nothing is spoilt: the points go while the call is on its way.
    wire.spoil('slow', (call) => {
      if (operationOf(call) === 'Create' && !drained) opened.simulator.drain(2_000)
      drained ||= operationOf(call) === 'Create'
      return false
    })

    await opened.backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-2' }))

    expect(askedSince(opened).filter((name) => name === 'Create')).toHaveLength(3)
    expect(opened.simulator.shop.orders).toHaveLength(2)
  })
})

const counted = (inventoryQuantity: number | null): string =>
  JSON.stringify({
    ...{ id: 'gid://shopify/ProductVariant/1', legacyResourceId: '1', sku: 'A', barcode: null, displayName: 'A' },
    ...{ inventoryPolicy: 'DENY', inventoryQuantity, inventoryItem: { tracked: true } },
    product: { status: 'ACTIVE', tags: [] },
  })

describe('an answer of Shopify', () => {
  const shopThatAnswers = async (status: number, body: string, type = 'application/json') => {
    const server = await serveOnLoopback((_, response) => {
      response.writeHead(status, { 'content-type': type }).end(body)
    })
    return openMugShop({
      values: {
        shopUrl: server.url.href,
        clientId: '',
        clientSecret: '',
        accessToken: `shpat_${status}${body.length}`,
      },
    })
  }

  it.each([
    [401, 'credentials', 'access token'],
    [402, 'settings', 'frozen'],
    [403, 'settings', 'permissions'],
    [404, 'settings', 'myshopify.com address'],
    [423, 'settings', 'locked'],
    [429, 'busy', 'fewer calls'],
    [430, 'busy', 'fewer calls'],
    [500, 'unreachable', 'out of order'],
    [503, 'unreachable', 'out of order'],
  ])('with status %i is a fault of %s', async (status, kind, words) => {
    const { backOffice } = await shopThatAnswers(status, '{"errors":"…"}')

    await expect(backOffice.readStock()).rejects.toMatchObject({
      kind,
      message: expect.stringContaining(words),
      side: 'Shopify',
    })
  })

  it.each([401, 403])('that a firewall wrote says nothing about the key: %i', async (status) => {
    const { backOffice } = await shopThatAnswers(status, '<html>Blocked</html>', 'text/html')

    await expect(backOffice.readStock()).rejects.toMatchObject({ kind: 'unreachable' })
  })

  it.each([
    ['ACCESS_DENIED', 'settings', 'permission'],
    ['SHOP_INACTIVE', 'settings', 'asleep|to sleep'],
    ['INTERNAL_SERVER_ERROR', 'unreachable', 'out of order'],
    ['MAX_COST_EXCEEDED', 'refused', 'refused'],
  ])('with the error %s is a fault of %s, though it comes with 200', async (code, kind, words) => {
    const { backOffice } = await shopThatAnswers(
      200,
      JSON.stringify({ data: null, errors: [{ message: 'No.', extensions: { code } }] }),
    )

    await expect(backOffice.readStock()).rejects.toMatchObject({
      kind,
      message: expect.stringMatching(words),
      outcome: 'not-done',
    })
  })

  const page = (nodes: string, pageInfo: object): string =>
    `{"data":{"productVariants":{"nodes":[${nodes}],"pageInfo":${JSON.stringify(pageInfo)}}}}`

  it.each([
    ['no data', '{}'],
    ['no list', '{"data":{}}'],
    ['no word on more pages', '{"data":{"productVariants":{"nodes":[]}}}'],
    ['an empty page before others', page('', { hasNextPage: true, endCursor: 'x' })],
    ['more pages, and not where', page(counted(1), { hasNextPage: true, endCursor: null })],
    ['the same page for ever', page(counted(1), { hasNextPage: true, endCursor: 'x' })],
    ['a counted product without a count', page(counted(null), { hasNextPage: false, endCursor: null })],
  ])('that is half an answer is no stock: %s', async (_, body) => {
    const { backOffice } = await shopThatAnswers(200, body)

    await expect(backOffice.readStock()).rejects.toMatchObject({ kind: 'unreadable' })
  })
})
