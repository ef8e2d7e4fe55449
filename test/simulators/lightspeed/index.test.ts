import { describe, expect, it, onTestFinished } from 'vitest'
import { BLUE_MUG } from '../../batteries/back-office/harness.ts'
import { startLightspeedSimulator } from './index.ts'
import type { Habits } from './shop.ts'

const open = async (habits: Partial<Habits> = {}) => {
  const simulator = await startLightspeedSimulator({ habits })
  onTestFinished(() => simulator.close())
  await simulator.there.addProducts([BLUE_MUG])
  const { apiKey, apiSecret } = simulator.values
  const ask = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(new URL(`/fr/${path}`, simulator.url), {
      method,
      headers: { authorization: `Basic ${btoa(`${apiKey}:${apiSecret}`)}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: answer.status, headers: answer.headers, said: await answer.json() }
  }
  return { ...simulator, ask }
}

describe('the simulator of Lightspeed', () => {
  it.each([
    ['GET', 'orders/9.json', undefined, 404],
    ['GET', 'orders.json?created_at_min=2026-01-01 00:00:00', undefined, 400],
    ['GET', 'orders.json?memo=rakuten:RKT-1', undefined, 400],
    ['POST', 'orders.json', { order: {} }, 404],
    ['POST', 'checkouts.json', { reference: 'RKT-1' }, 400],
    ['GET', 'checkouts/9/validate.json', undefined, 404],
  ])('refuses %s %s as the shop would', async (method, path, body, status) => {
    const { ask } = await open()

    expect(await ask(method, path, body)).toMatchObject({ status, said: { error: { code: status, method } } })
  })

  it('offers no payment before a shipment is chosen, and no order before all is said', async () => {
    const { ask, shop } = await open()
    const [variant] = shop.variants.values()
    const { said: checkout } = await ask('POST', 'checkouts.json', { mode: 'guest' })
    await ask('POST', `checkouts/${checkout.id}/products.json`, { variant_id: variant?.id, quantity: 1 })

    const { said: payments } = await ask('GET', `checkouts/${checkout.id}/payment_methods.json`)
    const { said: validation } = await ask('GET', `checkouts/${checkout.id}/validate.json`)
    const { status } = await ask('POST', `checkouts/${checkout.id}/order.json`, {})

    expect([payments, validation.validated, status, shop.orders.size]).toEqual([[], false, 422, 0])
    expect(validation.errors).toHaveProperty(['shipping_address.zipcode.required'])
  })

  it('counts calls in three windows, and refuses what is too much', async () => {
    const { ask } = await open({ limits: [1, 3_000, 12_000] })

    const first = await ask('GET', 'account.json')
    const second = await ask('GET', 'account.json')

    expect([first.status, first.headers.get('x-ratelimit-remaining')]).toEqual([200, '0/2999/11999'])
    expect([second.status, second.headers.get('x-ratelimit-reset')]).toEqual([
      429,
      expect.stringMatching(/^\d+\/\d+\/\d+$/),
    ])
  })

  it('wants a change in its envelope', async () => {
    const { ask, shop } = await open()
    shop.orders.set(7, { ...Object.create(null), id: 7, lines: [] })

    expect(await ask('PUT', 'orders/7.json', { status: 'cancelled' })).toMatchObject({ status: 400 })
  })
})
