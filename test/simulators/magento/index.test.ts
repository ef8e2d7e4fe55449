import { randomUUID } from 'node:crypto'
import { describe, expect, it, onTestFinished } from 'vitest'
import { oauth1Header } from '../../../src/main/connectors/http/oauth1.ts'
import { startMagentoSimulator } from './index.ts'

const open = async () => {
  const simulator = await startMagentoSimulator()
  onTestFinished(simulator.close)
  const { consumerKey = '', consumerSecret = '', accessToken = '', accessTokenSecret = '' } = simulator.values
  const sign = (url: URL, method = 'GET', facts: { timestamp?: number; nonce?: string } = {}): string =>
    oauth1Header({
      ...{ method, url, algorithm: 'HMAC-SHA256', consumerKey, consumerSecret },
      ...{ token: { key: accessToken, secret: accessTokenSecret } },
      ...{ timestamp: Math.floor(Date.now() / 1000), nonce: randomUUID() },
      ...facts,
    })
  const at = (path: string): URL => new URL(`rest/all/V1/${path}`, simulator.url)
  const ask = async (url: URL, authorization: string, init: RequestInit = {}) => {
    const answer = await fetch(url, { ...init, headers: { authorization, 'content-type': 'application/json' } })
    return { status: answer.status, body: await answer.json() }
  }
  return { ...simulator, sign, at, ask, accessToken }
}

const ORDERS = `orders?${encodeURIComponent('searchCriteria[pageSize]')}=1`

describe('the simulated shop', () => {
  it('lets nobody in whose signature is not of this very call', async () => {
    const { sign, at, ask, accessToken } = await open()
    const url = at(ORDERS)
    const authorization = sign(url)

    expect(await ask(url, authorization)).toMatchObject({ status: 200, body: { total_count: 0 } })

    const refused = [
      ['', url],
      [`Bearer ${accessToken}`, url],
      [sign(url), at(`${ORDERS}0`)],
      [sign(url, 'POST'), url],
      // The nonce has been seen.
      [authorization, url],
      [sign(url, 'GET', { timestamp: Math.floor(Date.now() / 1000) - 3_600 }), url],
    ] as const
    for (const [header, to] of refused) expect((await ask(to, header)).status).toBe(401)
  })

  it.each([
    ['no total', { entity: { customer_email: 'a@b.fr', grand_total: 1, items: [] } }, 400],
    ['a field that there is not', { entity: { colour: 'red' } }, 400],
    ['nothing', {}, 400],
  ])('refuses an order with %s, as the service does', async (_, body, status) => {
    const { sign, at, ask, hands } = await open()

    const answer = await ask(at('orders'), sign(at('orders'), 'POST'), { method: 'POST', body: JSON.stringify(body) })

    expect(answer.status).toBe(status)
    expect(hands.orders()).toEqual([])
  })

  it('refuses a page of more than 300', async () => {
    const { sign, at, ask } = await open()
    const url = at(`${ORDERS}000`)

    expect(await ask(url, sign(url))).toEqual({
      status: 400,
      body: { message: 'Maximum SearchCriteria pageSize is %1', parameters: ['300'], trace: null },
    })
  })

  it('repeats the last page for whoever asks for one behind it, and answers only the fields that were asked for', async () => {
    const { sign, at, ask, hands } = await open()
    for (const sku of ['A', 'B', 'C']) hands.addProduct({ sku, stock: 1 })
    const query = new URLSearchParams({
      'searchCriteria[pageSize]': '2',
      'searchCriteria[currentPage]': '9',
      'searchCriteria[sortOrders][0][field]': 'sku',
      'searchCriteria[sortOrders][0][direction]': 'ASC',
      fields: 'items[sku],total_count',
    })
    const url = at(`products?${query}`)

    expect((await ask(url, sign(url))).body).toEqual({ items: [{ sku: 'C' }], total_count: 3 })
  })
})

describe('its reservations', () => {
  const address = (type: string) => ({
    ...{ address_type: type, firstname: 'A', lastname: 'B', street: ['1 rue'], city: 'Lyon', postcode: '69002' },
    ...{ country_id: 'FR', telephone: '0', email: 'a@b.fr' },
  })
  const openWithOrder = async () => {
    const shop = await open()
    shop.hands.addProduct({ sku: 'MUG', stock: 10 })
    const entity = {
      ...{ base_grand_total: 30, grand_total: 30, customer_email: 'a@b.fr', billing_address: address('billing') },
      items: [{ sku: 'MUG', qty_ordered: 3, row_total_incl_tax: 30 }],
      payment: { method: 'checkmo' },
    }
    const { body } = await shop.ask(shop.at('orders'), shop.sign(shop.at('orders'), 'POST'), {
      ...{ method: 'POST', body: JSON.stringify({ entity }) },
    })
    const salable = async (): Promise<number> => {
      const url = shop.at('inventory/export-stock-salable-qty/website/base')
      return (await shop.ask(url, shop.sign(url))).body.items[0].qty
    }
    return { ...shop, ref: String(body.entity_id), salable }
  }

  it('are not made for an order from outside, so that its parcel never lowers what can be sold', async () => {
    const { hands, ref, salable } = await openWithOrder()
    expect(await salable()).toBe(10)
    hands.ship(ref)

    expect([await salable(), hands.sourceUnits('MUG'), hands.free('MUG')]).toEqual([10, 7, 7])
    hands.runCompensations()
    expect(await salable()).toBe(7)
  })

  it('are given back by a cancellation though none was made, so that more can be sold than there is', async () => {
    const { hands, ref, salable } = await openWithOrder()
    hands.cancel(ref)

    expect([await salable(), hands.free('MUG')]).toEqual([13, 10])
    hands.runCompensations()
    expect(await salable()).toBe(10)
  })

  it('are right for an order of the shop itself, from buying to shipping', async () => {
    const { hands, salable } = await openWithOrder()
    hands.runCompensations()
    const own = hands.buyInShop('MUG', 2)
    expect(await salable()).toBe(5)

    hands.ship(own)

    expect([await salable(), hands.free('MUG')]).toEqual([5, 5])
  })
})
