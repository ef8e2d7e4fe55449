import { describe, expect, it } from 'vitest'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import { openShop } from './a-shop.ts'

const MODES = ['none', 'basic', 'bearer', 'header', 'query', 'oauth2', 'hmac'] as const

describe('proving who we are', () => {
  it.each(MODES)('gets in everywhere: %s', async (auth) => {
    const { backOffice } = await openShop({ auth })
    const placed = await backOffice.placeOrder(anOrderToPlace())

    expect(await backOffice.readStock()).toHaveLength(2)
    expect((await backOffice.readShipments([placed])).get(placed.backOfficeRef)).toMatchObject({ state: 'open' })
    expect(await backOffice.cancelOrder(placed, 'The buyer’s wish & “more”')).toBe('cancelled')
  })

  it.each(MODES.filter((mode) => mode !== 'none'))(
    'is refused as credentials with a wrong secret: %s',
    async (auth) => {
      const { backOffice } = await openShop({ auth }, (template) => template, { secret: 'an0ther/secret' })

      const refused = expect(backOffice.readStock()).rejects

      await refused.toMatchObject({ kind: 'credentials', side: 'Custom (interface or files)' })
    },
  )

  it.each([
    ['basic', 'login'],
    ['bearer', 'secret'],
    ['oauth2', 'login'],
    ['hmac', 'secret'],
  ] as const)('names the field that the template needs: %s wants %s', async (auth, field) => {
    const { backOffice, calls } = await openShop({ auth }, (template) => template, { [field]: '' })

    await expect(backOffice.readStock()).rejects.toMatchObject({ kind: 'settings', detail: { field } })
    expect((await backOffice.testConnection()).filter(({ ok }) => !ok)).toContainEqual({
      name: 'Login and secret',
      ok: false,
      message: `The template needs: ${field}.`,
    })
    expect(calls()).toBe(0)
  })

  it.each(['with\nbreak', ' blank', 'clé'])('names a secret that no header can hold: %j', async (secret) => {
    const { backOffice, calls } = await openShop({ auth: 'header' }, (template) => template, { secret })

    await expect(backOffice.placeOrder(anOrderToPlace())).rejects.toMatchObject({
      ...{ kind: 'settings', outcome: 'not-done', detail: { field: 'secret' } },
    })
    expect(calls()).toBe(0)
  })

  it('names the address of the interface when it is missing', async () => {
    const { backOffice, calls } = await openShop({}, (template) => template, { baseUrl: '' })

    await expect(backOffice.readStock()).rejects.toMatchObject({ kind: 'settings', detail: { field: 'baseUrl' } })
    expect((await backOffice.testConnection())[0]).toMatchObject({ name: 'Address of the interface', ok: false })
    expect(calls()).toBe(0)
  })
})

describe('a redirect', () => {
  const moved = (auth: 'bearer' | 'hmac') =>
    openShop({ auth, stock: 'csv' }, (template) => ({
      ...template,
      readStock: { ...template.readStock, path: '/voorraad' },
    }))

  it('within the host is followed by a reading', async () => {
    const { backOffice } = await moved('bearer')

    expect(await backOffice.readStock()).toHaveLength(2)
  })

  it('is never followed with a signature, which is for one address', async () => {
    const { backOffice, wire } = await moved('hmac')

    await expect(backOffice.readStock()).rejects.toMatchObject({ detail: { code: 'REDIRECTED' } })
    expect(wire?.received).toHaveLength(1)
  })
})

describe('a token of OAuth 2', () => {
  const tokensAsked = (received: readonly { readonly url: URL }[]): number =>
    received.filter(({ url }) => url.pathname === '/api/token').length

  it('is asked for once, and again before it ends', async () => {
    const { backOffice, wire, clock } = await openShop({ auth: 'oauth2' })

    await backOffice.readStock()
    await backOffice.readStock()
    expect(tokensAsked(wire?.received ?? [])).toBe(1)
    clock.advance(3_300_000)
    await backOffice.readStock()

    expect(tokensAsked(wire?.received ?? [])).toBe(2)
  })

  it('that was withdrawn is replaced, and what was refused with it is done', async () => {
    const { backOffice, simulator } = await openShop({ auth: 'oauth2' })
    await backOffice.readStock()
    simulator.shop.tokens.clear()

    await backOffice.placeOrder(anOrderToPlace())

    expect(simulator.shop.orders.size).toBe(1)
  })

  it('that a system refuses with a 400 is refused as credentials', async () => {
    const { backOffice } = await openShop({ auth: 'oauth2' }, (template) => ({
      ...template,
      interface: { ...template.interface, auth: { mode: 'oauth2', tokenPath: '/token?as=another' } },
    }))
    const refused = await openShop({ auth: 'oauth2' }, (template) => ({
      ...template,
      interface: { ...template.interface, auth: { mode: 'oauth2', tokenPath: '/orders', scope: 'orders stock' } },
    }))

    await expect(backOffice.readStock()).rejects.toMatchObject({ kind: 'credentials', detail: { status: '400' } })
    await expect(refused.backOffice.readStock()).rejects.toMatchObject({ kind: 'credentials' })
  })

  it('never shows in a message', async () => {
    const { backOffice, wire, simulator } = await openShop({ auth: 'oauth2' })
    await backOffice.readStock()
    wire?.spoil('truncated', () => true, 5)

    const fault = await backOffice.readStock().catch((error: unknown) => error)

    for (const token of simulator.shop.tokens.keys()) expect(JSON.stringify(fault)).not.toContain(token)
  })
})
