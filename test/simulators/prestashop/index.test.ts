import { describe, expect, it, onTestFinished } from 'vitest'
import { startPrestaShopSimulator } from './index.ts'

const open = async () => {
  const shop = await startPrestaShopSimulator()
  onTestFinished(() => shop.close())
  const { key = '' } = shop.values
  const ask = async (method: string, path: string, body?: string) => {
    const answer = await fetch(new URL(`/api/${path}`, shop.url), {
      ...{ method, redirect: 'manual', headers: { authorization: `Basic ${btoa(`${key}:`)}` } },
      ...(body === undefined ? {} : { body: `<prestashop>${body}</prestashop>` }),
    })
    return { status: answer.status, text: await answer.text() }
  }
  const json = async (path: string) => JSON.parse((await ask('GET', `${path}&output_format=JSON`)).text)
  await shop.there.addProducts([{ sku: 'MUG', title: 'Mug', stock: 10, priceCents: 1200 }])
  return { ...shop, ask, json }
}
type Shop = Awaited<ReturnType<typeof open>>

const CUSTOMER =
  '<customer><lastname>Doe</lastname><firstname>Ann</firstname><email>a@b.invalid</email><passwd>x</passwd><is_guest>1</is_guest></customer>'
const ADDRESS =
  '<address><id_customer>1</id_customer><id_country>8</id_country><alias>A</alias><lastname>Doe</lastname><firstname>Ann</firstname><address1>1 rue</address1><city>Lille</city></address>'
const cart = (option: string): string =>
  `<cart><id_currency>1</id_currency><id_lang>1</id_lang><id_customer>1</id_customer><id_address_delivery>1</id_address_delivery><id_carrier>3</id_carrier>${option}<associations><cart_rows><cart_row><id_product>1</id_product><quantity>1</quantity></cart_row></cart_rows></associations></cart>`
const OPTION = '<delivery_option><![CDATA[{"1":"3,"}]]></delivery_option>'
const order = (paid: string, module = 'ps_wirepayment'): string =>
  `<order><id_address_delivery>1</id_address_delivery><id_address_invoice>1</id_address_invoice><id_cart>1</id_cart><id_currency>1</id_currency><id_lang>1</id_lang><id_customer>1</id_customer><id_carrier>3</id_carrier><module>${module}</module><payment>P</payment><total_paid>${paid}</total_paid><total_paid_real>${paid}</total_paid_real><total_products>1</total_products><total_products_wt>1</total_products_wt><conversion_rate>1</conversion_rate></order>`

const withCart = async (shop: Shop, option = OPTION): Promise<void> => {
  await shop.ask('POST', 'customers', CUSTOMER)
  await shop.ask('POST', 'addresses', ADDRESS)
  await shop.ask('POST', 'carts', cart(option))
}

describe('the stand-in for PrestaShop', () => {
  it('answers 201 to an order that fell into the payment error by a cent, and echoes what was sent', async () => {
    const shop = await open()
    await withCart(shop)

    const { status, text } = await shop.ask('POST', 'orders?output_format=JSON', order('11.99'))

    expect(status).toBe(201)
    expect(JSON.parse(text)).toEqual({ order: expect.not.objectContaining({ reference: expect.anything() }) })
    expect(shop.tables.need('orders', 1)).toMatchObject({
      current_state: 8,
      total_paid: '12.000000',
      total_paid_real: '11.990000',
    })
    expect(shop.tables.need('stock_availables', 1)).toMatchObject({ quantity: 10 })
    expect(shop.mails).toEqual([{ to: 'a@b.invalid', template: 'payment_error' }])
  })

  it.each(['', OPTION.replace(',"}', '"}')])(
    'takes the default carrier with its price for the option %j',
    async (option) => {
      const shop = await open()
      await withCart(shop, option)

      await shop.ask('POST', 'orders', order('12.00'))

      expect(shop.tables.need('orders', 1)).toMatchObject({ id_carrier: 2, current_state: 8, total_paid: '20.400000' })
    },
  )

  it('orders a cart once', async () => {
    const shop = await open()
    await withCart(shop)
    await shop.ask('POST', 'orders', order('12.00'))

    expect(await shop.ask('POST', 'orders', order('12.00'))).toEqual({
      ...{ status: 500, text: expect.stringContaining('already been placed using this cart') },
    })
    expect(shop.tables.all('orders')).toHaveLength(1)
  })

  it('dies without a word over a module that is not there, and leaves the cart as it was', async () => {
    const shop = await open()
    await withCart(shop)

    expect(await shop.ask('POST', 'orders', order('12.00', 'paypal'))).toEqual({ status: 500, text: '' })
    expect((await shop.ask('POST', 'orders', order('12.00'))).status).toBe(201)
  })

  it('books a second payment when an order leaves the payment error, and lowers the stock then', async () => {
    const shop = await open()
    await withCart(shop)
    await shop.ask('POST', 'orders', order('11.99'))

    await shop.ask(
      'POST',
      'order_histories',
      '<order_history><id_order>1</id_order><id_order_state>11</id_order_state></order_history>',
    )

    expect(shop.tables.all('order_payments').map(({ amount, payment_method }) => [amount, payment_method])).toEqual([
      ['11.990000', 'P'],
      ['12.000000', 'Wire payment'],
    ])
    expect(shop.tables.need('orders', 1)).toMatchObject({ total_paid_real: '23.990000' })
    expect(shop.tables.need('stock_availables', 1)).toMatchObject({ quantity: 9 })
  })

  it.each([
    ['a digit in a name', 'customers', CUSTOMER.replace('Doe', 'Doe 2'), 400, '85'],
    ['a missing field', 'customers', CUSTOMER.replace('<passwd>x</passwd>', ''), 400, '41'],
    ['a phone of letters', 'addresses', ADDRESS.replace('</city>', '</city><phone>abc</phone>'), 400, '85'],
    ['a street that is too long', 'addresses', ADDRESS.replace('1 rue', 'x'.repeat(129)), 400, '85'],
    ['an id of our own', 'customers', CUSTOMER.replace('<lastname>', '<id>7</id><lastname>'), 400, '91'],
    ['broken XML', 'customers', '<customer>', 500, '127'],
    ['a resource nobody knows', 'teapots', '<teapot/>', 400, '27'],
    ['a resource that is not ticked for that', 'products', '<product/>', 405, '25'],
    [
      'a state nobody knows',
      'order_histories',
      '<order_history><id_order>1</id_order><id_order_state>99</id_order_state></order_history>',
      500,
      '',
    ],
  ])('refuses %s', async (_, resource, body, status, code) => {
    const shop = await open()

    expect(await shop.ask('POST', resource, body)).toEqual({ status, text: expect.stringContaining(code) })
  })

  it('empties with PUT what is left out, and keeps the rows of a cart nobody spoke of', async () => {
    const shop = await open()
    await withCart(shop)

    await shop.ask('PUT', 'carts/1', '<cart><id>1</id><id_currency>1</id_currency><id_lang>1</id_lang></cart>')

    expect(shop.tables.need('carts', 1)).toMatchObject({ id_carrier: 0, delivery_option: '', id_customer: 0 })
    expect(shop.tables.cartRows.get(1)).toHaveLength(1)
  })

  it('shows rows as the webservice does: nothing as [], without zeros when alone, only ids unless asked', async () => {
    const { json } = await open()

    expect(await json('products?filter[id]=[99]&display=full')).toEqual([])
    expect(await json('products?x=1')).toEqual({ products: [{ id: 1 }] })
    expect((await json('products/1?x=1')).product).not.toHaveProperty('quantity')
    expect((await json('products/1?display=full')).products[0]).toMatchObject({
      ...{
        id: 1,
        active: '1',
        price: '10.000000',
        quantity: 0,
        name: [
          { id: '1', value: 'Mug' },
          { id: '2', value: 'Mug' },
        ],
      },
    })
  })

  it.each([
    ['[mug|x]', 1],
    ['[M]%', 1],
    ['%[U]%', 1],
    ['[MUG ]', 1],
    ['[MU]', 0],
    ['>=[0]', 1],
  ])('filters by %s as the webservice does', async (filter, count) => {
    const { json } = await open()

    const found = await json(`products?display=[id]&filter[reference]=${encodeURIComponent(filter)}`)

    expect(Array.isArray(found) ? 0 : found.products.length).toBe(count)
  })

  it.each([
    ['orders?filter[teapot]=[1]', 500, '32'],
    ['orders?filter[date_upd]=[1]', 500, '32'],
    ['orders?filter[shipping_number]=[1]', 500, '34'],
    ['orders?display=[teapot]', 500, '35'],
    ['orders?sort=[date_upd_ASC]', 500, '38'],
    ['orders/7', 404, ''],
    ['?output_format=JSON', 500, ''],
  ])('answers %s with %i', async (path, status, code) => {
    const { ask } = await open()

    expect(await ask('GET', path)).toEqual({ status, text: expect.stringContaining(code) })
  })

  it('sends whoever comes under another host or asks for an unknown shop away', async () => {
    const shop = await open()

    expect((await shop.ask('GET', 'orders?id_shop=9')).status).toBe(302)
    const elsewhere = await fetch(`http://localhost:${shop.url.port}/api/orders`, { redirect: 'manual' })
    expect(elsewhere.status).toBe(302)
  })
})
