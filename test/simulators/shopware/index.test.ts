import { describe, expect, it, onTestFinished } from 'vitest'
import { violationsOf } from './contract.ts'
import { startShopwareSimulator } from './index.ts'
import { rowsWhere, stateId } from './state.ts'

interface Answered {
  readonly status: number
  readonly type: string | null
  readonly body: { readonly [field: string]: unknown; readonly errors?: readonly { readonly code: string }[] } | null
}

const id = (digit: string): string => digit.repeat(32)

const open = async (version = '6.6.10.3') => {
  let now = Date.parse('2026-11-20T10:00:00Z')
  const simulator = await startShopwareSimulator({ now: () => now })
  onTestFinished(() => simulator.close())
  const { shop, integration, hands } = simulator
  shop.version = version
  const mug = hands.addProduct({ productNumber: 'MUG', stock: 10 })
  const send = async (
    method: string,
    path: string,
    body?: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answered> => {
    const response = await fetch(new URL(`/api/${path}`, simulator.url), {
      method,
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      body: text === '' ? null : JSON.parse(text),
    }
  }
  const token = async (secret = integration.secretAccessKey): Promise<Answered> =>
    send('POST', 'oauth/token', {
      ...{ grant_type: 'client_credentials', client_id: integration.accessKeyId, client_secret: secret },
    })
  const bearer = { authorization: `Bearer ${(await token()).body?.['access_token']}` }
  const ask = (method: string, path: string, body?: object, headers = {}) =>
    send(method, path, body, { ...bearer, ...headers })
  const move = (action: string, body: object = { sendMail: false }) =>
    ask('POST', `_action/order/${id('a')}/state/${action}`, body)
  const advance = (milliseconds: number): void => {
    now += milliseconds
  }
  return { simulator, shop, mug, token, ask, move, advance }
}
type Opened = Awaited<ReturnType<typeof open>>

const orderOf = ({ shop, mug }: Opened, more: object = {}, lineMore: object = {}) => {
  const of = (name: keyof typeof shop.tables): string => shop.tables[name][0]?.id ?? ''
  const rounding = { decimals: 2, interval: 0.01, roundForNet: true }
  const taxes = { calculatedTaxes: [{ tax: 4, taxRate: 20, price: 24 }], taxRules: [{ taxRate: 20, percentage: 100 }] }
  const price = { unitPrice: 12, totalPrice: 24, quantity: 2, ...taxes }
  const address = {
    salutationId: of('salutation'),
    firstName: 'Ana',
    lastName: 'Petit',
    street: '1 rue Haute',
    city: 'Paris',
    countryId: of('country'),
  }
  return {
    ...{
      id: id('a'),
      orderNumber: 'RK-1',
      salesChannelId: of('sales_channel'),
      languageId: id('b'),
      currencyId: of('currency'),
    },
    ...{
      currencyFactor: 1,
      stateId: stateId(shop, 'order.state', 'open'),
      orderDateTime: '2026-03-04T09:00:00.000+00:00',
    },
    ...{
      billingAddressId: id('c'),
      itemRounding: rounding,
      totalRounding: rounding,
      shippingCosts: { ...price, quantity: 1 },
    },
    price: { netPrice: 20, totalPrice: 24, positionPrice: 24, rawTotal: 24, taxStatus: 'gross', ...taxes },
    orderCustomer: { id: id('1'), email: 'ana@example.test', firstName: 'Ana', lastName: 'Petit' },
    addresses: [{ id: id('c'), ...address }],
    lineItems: [
      {
        ...{ id: id('d'), identifier: 'x', productId: mug.id, referencedId: mug.id, type: 'product', label: 'Mug' },
        ...{ quantity: 2, position: 1, payload: { productNumber: 'MUG' }, price, ...lineMore },
      },
    ],
    deliveries: [
      {
        ...{ id: id('e'), shippingMethodId: of('shipping_method'), shippingOrderAddressId: id('c'), trackingCodes: [] },
        ...{ stateId: stateId(shop, 'order_delivery.state', 'open'), shippingCosts: { ...price, quantity: 1 } },
        ...{
          shippingDateEarliest: '2026-03-05T00:00:00.000+00:00',
          shippingDateLatest: '2026-03-07T00:00:00.000+00:00',
        },
        positions: [{ id: id('f'), orderLineItemId: id('d'), price }],
      },
    ],
    transactions: [
      {
        id: id('2'),
        paymentMethodId: of('payment_method'),
        stateId: stateId(shop, 'order_transaction.state', 'paid'),
        amount: price,
      },
    ],
    ...more,
  }
}

/** The rows of a search; every row there is an object. */
const rowsIn = ({ body }: Answered) => (body?.['data'] ?? []) as readonly Readonly<Record<string, unknown>>[]

const codesOf = ({ status, body }: Answered) => [status, ...new Set(body?.errors?.map(({ code }) => code) ?? [])]

describe('the simulated Shopware', () => {
  it('takes the worked example of an order, and says nothing unless asked', async () => {
    const opened = await open()

    expect(await opened.ask('POST', 'order', orderOf(opened))).toMatchObject({ status: 204, body: null })

    expect(opened.mug['stock']).toBe(8)
    expect(await opened.ask('POST', 'order?_response=basic', orderOf(opened))).toMatchObject({ status: 400 })
  })

  it.each([
    ['an id that is there', {}, [400, 'FRAMEWORK__WRITE_TYPE_INTEND_ERROR']],
    ['no delivery', { id: id('9'), deliveries: undefined }, [400, 'c1051bb4-d103-4f74-8988-acbcafc7fdc3']],
    ['an id in capitals', { id: 'A'.repeat(32) }, [400, 'FRAMEWORK__WRITE_MALFORMED_INPUT']],
    ['a field that is read-only', { id: id('9'), amountTotal: 1 }, [400, 'FRAMEWORK__WRITE_MALFORMED_INPUT']],
    ['a date without a time', { id: id('9'), orderDateTime: '2026-03-04' }, [400, 'FRAMEWORK__WRITE_MALFORMED_INPUT']],
    ['what only 6.7 has', { id: id('9'), primaryOrderDeliveryId: id('e') }, [400, 'FRAMEWORK__WRITE_MALFORMED_INPUT']],
    [
      'a currency it does not have',
      { id: id('9'), currencyId: id('9') },
      [400, 'FRAMEWORK__WRITE_CONSTRAINT_VIOLATION'],
    ],
  ])('refuses an order with %s, and keeps nothing of it', async (_, more, expected) => {
    const opened = await open()
    await opened.ask('POST', 'order', orderOf(opened))
    const { deliveries } = orderOf(opened)
    const apart = 'id' in more ? { deliveries: deliveries.map((one) => ({ ...one, id: id('8') })) } : {}

    const refused = await opened.ask('POST', 'order', orderOf(opened, { ...apart, ...more }))

    expect(codesOf(refused)).toEqual(expected)
    expect(opened.shop.tables.order).toHaveLength(1)
  })

  it.each([
    ['another product than it refers to', { referencedId: id('7') }],
    ['no number of its product', { payload: {} }],
  ])('refuses a line of a product with %s', async (_, line) => {
    const opened = await open()

    expect(codesOf(await opened.ask('POST', 'order', orderOf(opened, {}, line)))).toEqual([
      400,
      'PRODUCT__LINE_ITEM_INCONSISTENT',
    ])
  })

  it.each([
    ['6.5.8.14', [10, 8]],
    ['6.6.10.3', [8, 8]],
  ])('takes units as version %s does: stock and available stock %j', async (version, expected) => {
    const opened = await open(version)
    await opened.ask('POST', 'order', orderOf(opened))

    const found = await opened.ask('POST', 'search/product', { ids: [opened.mug.id] })

    expect(rowsIn(found).map((row) => [row['stock'], row['availableStock']])).toEqual([expected])
  })

  it('takes the units once more when an order is cancelled twice, before 6.7', async () => {
    const opened = await open('6.6.10.3')
    await opened.ask('POST', 'order', orderOf(opened))

    await opened.move('cancel')
    expect(opened.mug['stock']).toBe(10)
    await opened.move('cancel')

    expect(opened.mug['stock']).toBe(8)
  })

  it('cancels only from where its machine says, from 6.7 on; a second time is nothing', async () => {
    const opened = await open('6.7.2.0')
    await opened.ask('POST', 'order', orderOf(opened))
    await opened.move('process')
    await opened.move('complete')
    expect(codesOf(await opened.move('cancel'))).toEqual([400, 'SYSTEM__ILLEGAL_STATE_TRANSITION'])
    await opened.move('reopen')
    await opened.move('cancel')

    await opened.move('cancel')

    expect(opened.mug['stock']).toBe(10)
  })

  it('writes to the buyer unless the boolean no is said, or flows are skipped', async () => {
    const opened = await open()
    await opened.ask('POST', 'order', orderOf(opened))

    await opened.move('process', { sendMail: false })
    expect(opened.shop.mails).toEqual([])
    await opened.move('cancel', { sendMail: 'false' })
    await opened.ask('POST', `_action/order/${id('a')}/state/reopen`, {}, { 'sw-skip-trigger-flow': '1' })

    expect(opened.shop.mails).toEqual(['ana@example.test: order cancelled'])
  })

  it('changes no state but by a transition', async () => {
    const opened = await open()
    await opened.ask('POST', 'order', orderOf(opened))

    const refused = await opened.ask('PATCH', `order/${id('a')}`, {
      stateId: stateId(opened.shop, 'order.state', 'cancelled'),
    })

    expect(refused.status).toBe(403)
    expect(rowsWhere(opened.shop, 'order', 'stateId', stateId(opened.shop, 'order.state', 'open'))).toHaveLength(1)
  })

  it.each([
    ['6.5.8.14', 'open'],
    ['6.6.10.3', null],
  ])('tells states unasked before 6.6 only: %s', async (version, expected) => {
    const opened = await open(version)
    await opened.ask('POST', 'order', orderOf(opened))

    const found = await opened.ask('POST', 'search/order', { ids: [id('a')] })

    expect(rowsIn(found)).toMatchObject([{ stateMachineState: expected && { technicalName: expected } }])
  })

  it('refuses pages that are too long, and counts all only where asked', async () => {
    const opened = await open()
    opened.simulator.hands.addProduct({ productNumber: 'CUP' })

    expect(codesOf(await opened.ask('POST', 'search/product', { limit: 501 }))).toEqual([
      400,
      'FRAMEWORK__QUERY_LIMIT_EXCEEDED',
    ])
    expect((await opened.ask('POST', 'search/product', { limit: 1 })).body?.['total']).toBe(1)
    expect((await opened.ask('POST', 'search/product', { limit: 1, 'total-count-mode': 1 })).body?.['total']).toBe(2)
  })

  it('answers in another shape where plain JSON is not asked for', async () => {
    const opened = await open()

    const answer = await opened.ask('POST', 'search/product', { limit: 1 }, { accept: '*/*' })

    expect(answer.type).toBe('application/vnd.api+json')
    expect(answer.body?.['data']).toMatchObject([{ attributes: { productNumber: 'MUG' } }])
  })

  it('ends tokens in their time, and makes wait who fails ten times', async () => {
    const opened = await open()
    opened.advance(601_000)
    expect(codesOf(await opened.ask('GET', '_info/version'))).toEqual([401, '9'])

    for (let tries = 0; tries < 10; tries += 1) expect(codesOf(await opened.token('wrong'))).toEqual([401, '4'])
    expect(codesOf(await opened.token())).toEqual([429, 'FRAMEWORK__AUTH_THROTTLED'])
    opened.advance(10_000)

    expect((await opened.token()).status).toBe(200)
  })

  it('names what a role lacks', async () => {
    const opened = await open()
    opened.shop.role = ['order:read']

    const refused = await opened.ask('POST', 'search/order', { associations: { lineItems: {} }, filter: [] })

    expect(refused).toMatchObject({
      status: 403,
      body: { errors: [{ detail: expect.stringContaining('order_line_item:read') }] },
    })
  })

  it('has a contract that refuses what it does not know', () => {
    expect(violationsOf('Order', {}).filter(({ isMissing }) => isMissing).length).toBeGreaterThan(9)
  })
})
