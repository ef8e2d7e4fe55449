import { describe, expect, it, onTestFinished } from 'vitest'
import { type ShopifySimulator, startShopifySimulator } from './index.ts'
import { newVariant } from './there.ts'

const HOUR = 3_600_000

interface Answered {
  readonly status: number
  readonly body: unknown
}

const open = async () => {
  let now = Date.parse('2026-11-20T10:00:00Z')
  const simulator = await startShopifySimulator({ now: () => now })
  onTestFinished(() => simulator.close())
  const token = simulator.addOldToken()
  simulator.shop.variants.push(newVariant(simulator.shop, { productTitle: 'Blue mug', sku: 'MUG-BLUE' }, 5))
  const ask = async (query: string, variables: object = {}): Promise<Answered> => {
    const response = await fetch(new URL('/admin/api/2026-10/graphql.json', simulator.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-shopify-access-token': token },
      body: JSON.stringify({ query, variables }),
    })
    return { status: response.status, body: await response.json() }
  }
  const advance = (milliseconds: number): void => {
    now += milliseconds
  }
  return { simulator, ask, advance }
}

const CREATE = `mutation M($order: OrderCreateOrderInput!, $options: OrderCreateOptionsInput) {
  orderCreate(order: $order, options: $options) { order { id displayFulfillmentStatus displayFinancialStatus } userErrors { code field message } } }`
const VARIANTS = '{ productVariants(first: 250) { nodes { id inventoryItem { id } product { id } } } }'

const lineOf = ({ shop }: ShopifySimulator, more: object = {}) => ({
  variantId: `gid://shopify/ProductVariant/${shop.variants[0]?.number}`,
  quantity: 2,
  ...more,
})

describe('the Shopify simulator', () => {
  it('leaves stock alone, ships nothing and is owed money where the order does not say otherwise', async () => {
    const { simulator, ask } = await open()

    const { body } = await ask(CREATE, { order: { lineItems: [lineOf(simulator)] } })

    expect(body).toMatchObject({
      data: {
        orderCreate: {
          order: { displayFulfillmentStatus: 'FULFILLMENT_NOT_REQUIRED', displayFinancialStatus: 'PENDING' },
        },
      },
    })
    expect([...(simulator.shop.variants[0]?.levels.values() ?? [])]).toEqual([5])
  })

  it('claims no more than there is where the policy is to be obeyed', async () => {
    const { simulator, ask } = await open()
    const order = { lineItems: [lineOf(simulator, { quantity: 6 })] }

    const { body } = await ask(CREATE, { order, options: { inventoryBehaviour: 'DECREMENT_OBEYING_POLICY' } })

    expect(body).toMatchObject({
      data: { orderCreate: { order: null, userErrors: [{ code: 'INVENTORY_CLAIM_FAILED' }] } },
    })
  })

  it.each([
    ['an unknown field', CREATE, { order: { customerNote: 'x' } }, 'customerNote'],
    ['an unknown country', CREATE, { order: { shippingAddress: { countryCode: 'XX' } } }, 'CountryCode'],
    [
      'an amount that is no decimal',
      CREATE,
      { order: { lineItems: [{ quantity: 1, taxLines: [{ title: 'T', rate: 0.2 }] }] } },
      'Decimal',
    ],
    ['a field that is not there', '{ shop { colour } }', {}, 'colour'],
    ['a connection without a size', '{ locations { nodes { id } } }', {}, 'first or last'],
    ['a page that is too wide', '{ locations(first: 251) { nodes { id } } }', {}, '250'],
    ['two hundred and fifty-one entries', '{ nodes(ids: $ids) { id } }', {}, 'ids'],
    ['an id of another kind', 'query Q { nodes(ids: ["17"]) { id } }', {}, 'Invalid global id'],
  ])('refuses %s', async (_, query, variables, words) => {
    const { ask } = await open()

    const { body } = await ask(query, variables)

    expect(body).toMatchObject({ errors: [{ message: expect.stringContaining(words) }] })
  })

  it('gives one value of the unique field to one order', async () => {
    const { simulator, ask } = await open()
    await ask(
      'mutation D($d: MetafieldDefinitionInput!) { metafieldDefinitionCreate(definition: $d) { userErrors { code } } }',
      { d: { name: 'Id', namespace: 'marketplace', key: 'rakuten_order_id', ownerType: 'ORDER', type: 'id' } },
    )
    const order = {
      lineItems: [lineOf(simulator)],
      metafields: [{ namespace: 'marketplace', key: 'rakuten_order_id', value: 'RKT-1' }],
    }

    await ask(CREATE, { order })
    const { body } = await ask(CREATE, { order })

    expect(body).toMatchObject({
      data: { orderCreate: { order: null, userErrors: [{ field: ['order', 'metafields', '0', 'value'] }] } },
    })
  })

  it('throttles a question that its points do not reach, and says how many are there', async () => {
    const { simulator, ask, advance } = await open()
    simulator.drain(1_900)

    const { body } = await ask(VARIANTS)
    expect(body).toMatchObject({
      errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
      extensions: {
        cost: { requestedQueryCost: 752, actualQueryCost: null, throttleStatus: { currentlyAvailable: 100 } },
      },
    })
    expect(body).not.toHaveProperty('data')

    advance(6_520)
    expect((await ask(VARIANTS)).body).toMatchObject({ extensions: { cost: { actualQueryCost: 4 } } })
  })

  it('refuses a question that is dearer than any may be', async () => {
    const { ask } = await open()

    const { body } = await ask('{ orders(first: 250) { nodes { lineItems(first: 10) { nodes { id } } } } }')

    expect(body).toMatchObject({ errors: [{ extensions: { code: 'MAX_COST_EXCEEDED' } }] })
  })

  it.each([
    ['read_products', '{ orders(first: 1) { nodes { id } } }', 'read_orders'],
    ['read_orders', '{ productVariants(first: 1) { nodes { id } } }', 'read_products'],
    ['read_inventory', '{ locations(first: 1) { nodes { name } } }', 'read_locations'],
    [
      'read_orders',
      'mutation { orderCancel(orderId: "gid://shopify/Order/1", reason: OTHER, restock: true) { job { id } } }',
      'write_orders',
    ],
  ])('keeps from an app with %s what it may not see', async (scope, query, missing) => {
    const { simulator, ask } = await open()
    simulator.app.scopes = [scope]

    const { body } = await ask(query)

    expect(body).toMatchObject({
      errors: [{ extensions: { code: 'ACCESS_DENIED' }, message: expect.stringContaining(missing) }],
    })
  })

  it('gives a token that lives a day', async () => {
    const { simulator, advance } = await open()
    const { clientId = '', clientSecret = '' } = simulator.values
    const grant = await fetch(new URL('/admin/oauth/access_token', simulator.url), {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }),
    })
    const { access_token: token, expires_in: life } = (await grant.json()) as {
      access_token: string
      expires_in: number
    }
    const status = async () =>
      (
        await fetch(new URL('/admin/api/2026-10/graphql.json', simulator.url), {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-shopify-access-token': token },
          body: '{"query":"{ shop { name } }"}',
        })
      ).status

    expect(life).toBe(86_399)
    expect(await status()).toBe(200)
    advance(24 * HOUR)
    expect(await status()).toBe(401)
  })
})
