import { createHmac } from 'node:crypto'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startCcvShopSimulator } from './index.ts'
import type { ShopOptions } from './state.ts'
import { addCombination, addProduct } from './there.ts'

const NOW = Date.parse('2026-01-12T09:00:00Z')
const ADDRESS = { country_code: 'FR', address_line_1: '1 rue Haute' }
const CUSTOMER = { email: 'ana@example.test', billingaddress: ADDRESS, deliveryaddress: ADDRESS }
const ROW = { product_id: 1, count: 2, price: 12, tax: 20 }
const ORDER = { total_shipping: 4.9, customer: CUSTOMER, orderrows: [ROW] }

interface Asked {
  readonly body?: unknown
  readonly date?: string
  readonly secret?: string
}

const open = async (options: ShopOptions = {}) => {
  const simulator = await startCcvShopSimulator({ now: () => NOW, ...options })
  onTestFinished(() => simulator.close())
  const { shop, url, values } = simulator
  const mug = addProduct(shop, { sku: 'MUG', title: 'Mug', stock: 10, priceCents: 1500 })
  const ask = async (method: string, uri: string, { body, date = '2026-01-12T09:00:00Z', secret }: Asked = {}) => {
    const text = body === undefined ? '' : JSON.stringify(body)
    const message = [values['publicKey'], method, uri, text, date].join('|')
    const hash = createHmac('sha512', secret ?? values['secretKey'] ?? '')
      .update(message)
      .digest('hex')
    const answer = await fetch(new URL(uri, url), {
      method,
      headers: { 'x-public': values['publicKey'] ?? '', 'x-date': date, 'x-hash': hash },
      ...(body === undefined ? {} : { body: text }),
    })
    const said = await answer.text()
    return { status: answer.status, headers: answer.headers, json: said === '' ? null : JSON.parse(said) }
  }
  return { ...simulator, mug, ask }
}

const ORDERS = '/api/rest/v1/orders/'

describe('the stand-in for CCV Shop', () => {
  it.each([
    ['another secret', { secret: 'sk-other' }, 401],
    ['a time six minutes off', { date: '2026-01-12T09:06:00Z' }, 401],
    ['milliseconds', { date: '2026-01-12T09:00:00.000Z' }, 401],
    ['a time four minutes off', { date: '2026-01-12T08:56:00Z' }, 200],
  ])('looks at who calls: %s', async (_, asked, status) => {
    const { ask } = await open()

    expect((await ask('GET', ORDERS, asked)).status).toBe(status)
  })

  it('signs what it answers over the same call', async () => {
    const { ask, values } = await open()

    const { headers, json } = await ask('GET', `${ORDERS}?size=1`)

    const message = [values['publicKey'], 'GET', `${ORDERS}?size=1`, JSON.stringify(json), headers.get('x-date')]
    const hash = createHmac('sha512', values['secretKey'] ?? '')
      .update(message.join('|'))
      .digest('hex')
    expect(headers.get('x-hash')).toBe(hash)
  })

  it('answers with a slash at the end and without', async () => {
    const { ask } = await open()

    expect([(await ask('GET', ORDERS)).status, (await ask('GET', '/api/rest/v1/orders')).status]).toEqual([200, 200])
  })

  it.each([
    ['no customer', { ...ORDER, customer: undefined }, 400],
    ['no rows', { ...ORDER, orderrows: [] }, 400],
    ['a row without a count', { ...ORDER, orderrows: [{ product_id: 1 }] }, 400],
    ['a product that is not there', { ...ORDER, orderrows: [{ ...ROW, product_id: 99 }] }, 404],
    ['neither product nor package', { ...ORDER, orderrows: [{ product_name: 'A', count: 1, price: 1, tax: 0 }] }, 400],
    [
      'a house number in words',
      { ...ORDER, customer: { ...CUSTOMER, billingaddress: { ...ADDRESS, housenumber: '18 bis' } } },
      400,
    ],
    [
      'a country by its name',
      { ...ORDER, customer: { ...CUSTOMER, deliveryaddress: { country_code: 'France' } } },
      400,
    ],
    ['an amount as text', { ...ORDER, total_shipping: '4.90' }, 400],
    ['a field it does not have', { ...ORDER, payment_method: 'rakuten' }, 400],
    ['a language that is not active', { ...ORDER, orderedinlng: 'es' }, 400],
  ])('takes no order with %s', async (_, body, status) => {
    const { ask, shop } = await open()

    expect((await ask('POST', ORDERS, { body })).status).toBe(status)
    expect(shop.orders.size).toBe(0)
  })

  it.each([
    ['its own shipping where none is given', { ...ORDER, total_shipping: undefined }, 24 - 2 + 6.95 + 1],
    ['no shipping where it is nothing', { ...ORDER, total_shipping: 0 }, 24 - 2 + 1],
    [
      'price, discount and deposit of the product',
      { ...ORDER, orderrows: [{ product_id: 1, count: 1 }] },
      15 - 1 + 4.9 + 0.5,
    ],
    [
      'no deposit and no discount where it is told so',
      { ...ORDER, orderrows: [{ ...ROW, discount: 0, auto_create_deposit_rows: false }] },
      24 + 4.9,
    ],
  ])('reckons %s', async (_, body, total) => {
    const { ask, mug } = await open()
    Object.assign(mug, { discountCents: 100, depositCents: 50 })

    const { json } = await ask('POST', ORDERS, { body })

    expect(json.total_price).toBeCloseTo(total, 9)
  })

  it('charges no tax for a sale of a platform', async () => {
    const { ask } = await open()

    const { json } = await ask('POST', ORDERS, { body: { ...ORDER, is_platform_sale: true } })

    expect(json.total_tax).toBe(0)
  })

  it('writes to the buyer of an order, and of a change if it is told to', async () => {
    const { ask, shop, there } = await open()
    const { json } = await ask('POST', ORDERS, { body: ORDER })

    await ask('PATCH', `${ORDERS}${json.id}/`, { body: { status: 2, mail: false } })
    await ask('PATCH', `${ORDERS}${json.id}/`, { body: { status: 5, mail: true } })

    expect(shop.mails.map(({ about }) => about)).toEqual(['confirmation', 'status'])
    expect(there.mailsToBuyers?.()).toBe(2)
  })

  it('refuses a status that stands there already, and moves stock with the others', async () => {
    const { ask, mug } = await open()
    const { json } = await ask('POST', ORDERS, { body: ORDER })
    const stock = [mug.stock]
    const change = () => ask('PATCH', `${ORDERS}${json.id}/`, { body: { status: 8 } })

    const answers = [await change(), await change()]

    expect(answers.map(({ status, json: said }) => [status, said?.code])).toEqual([
      [204, undefined],
      [500, '500.50'],
    ])
    expect([...stock, mug.stock]).toEqual([8, 10])
  })

  it('counts a product or its combinations, and sells the latter by name only', async () => {
    const { ask, shop } = await open()
    const shirt = addProduct(
      shop,
      { sku: 'SHIRT', title: 'Shirt', stock: 0, priceCents: 100 },
      { stockType: 'attribute combination' },
    )
    const large = addCombination(shop, shirt, { productNumber: 'SHIRT-L', stock: 3 })
    const row = { product_id: shirt.id, count: 1 }

    const without = await ask('POST', ORDERS, { body: { ...ORDER, orderrows: [row] } })
    await ask('POST', ORDERS, { body: { ...ORDER, orderrows: [{ ...row, attribute_combination_id: large.id }] } })

    expect([without.status, large.stock, shirt.stock]).toEqual([400, 2, 0])
  })

  it('gives 250 rows at most, says where they go on, and knows no "changed since"', async () => {
    const { ask, shop, url } = await open()
    for (let number = 0; number < 300; number += 1)
      addProduct(shop, { sku: `P${number}`, title: 'One', stock: 1, priceCents: 1 })

    const first = await ask('GET', '/api/rest/v1/products/?size=1000')
    const next = new URL(first.json.next)
    const second = await ask('GET', `${next.pathname}${next.search}`)

    expect([first.json.items.length, second.json.items.length, second.json.next]).toEqual([250, 51, null])
    expect(next.origin).toBe(url.origin)
    expect((await ask('GET', `${ORDERS}?modified_since=2026-01-01`)).status).toBe(400)
    expect((await ask('GET', '/api/rest/v1/invoices/')).json.code).toBe('404.20')
  })
})
