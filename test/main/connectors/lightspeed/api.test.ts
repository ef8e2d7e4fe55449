import { describe, expect, it } from 'vitest'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import { aLightspeed } from './a-lightspeed.ts'

describe('the language of a shop', () => {
  it('is found by trial once, and kept', async () => {
    const { backOffice, reopened, wire } = await aLightspeed({ habits: { languages: ['de'] } })
    await backOffice.readStock()
    const tried = wire?.received.map(({ url }) => url.pathname.slice(1, 3))
    const before = wire?.received.length ?? 0

    await reopened().readStock()

    expect(tried).toEqual(['nl', 'en', 'fr', 'de', 'de'])
    expect(wire?.received.slice(before).map(({ url }) => url.pathname.slice(1, 3))).toEqual(['de', 'de'])
  })

  it('is found anew when it was switched off, for a change as well', async () => {
    const { backOffice, shop, only } = await aLightspeed({ habits: { languages: ['fr'] } })
    await backOffice.readStock()
    shop.habits.languages = ['us']

    await backOffice.placeOrder(anOrderToPlace())

    expect(only().paymentStatus).toBe('paid')
  })

  it('that none of ours is, is the seller’s to set right', async () => {
    const { backOffice } = await aLightspeed({ habits: { languages: ['pl'] } })

    await expect(backOffice.readStock()).rejects.toMatchObject({
      ...{ kind: 'settings', message: expect.stringContaining('languages') },
    })
  })
})

describe('a refusal', () => {
  it('of the key names the key and the cluster', async () => {
    const { backOffice } = await aLightspeed({ values: { apiSecret: 'wrong' } })

    await expect(backOffice.readStock()).rejects.toMatchObject({
      kind: 'credentials',
      message: expect.stringMatching(/API key.*“Access denied.”.*cluster/),
    })
  })

  it('of a permission names what was to be done', async () => {
    const { backOffice, shop } = await aLightspeed()
    shop.permissions['products'] = { read: false, write: false }

    await expect(backOffice.readStock()).rejects.toMatchObject({
      ...{ kind: 'credentials', message: expect.stringContaining('GET variants/count') },
    })
  })

  it('holds no secret', async () => {
    const { backOffice, simulator } = await aLightspeed()
    simulator.wire.spoil('lost-request', () => true, 9)

    const error = await backOffice.readStock().catch((fault: unknown) => fault)

    const { apiKey = '-', apiSecret = '-' } = simulator.values
    expect(JSON.stringify(error)).not.toContain(apiSecret)
    expect(JSON.stringify(error)).not.toContain(apiKey)
    expect(JSON.stringify(error)).not.toContain(btoa(`${apiKey}:${apiSecret}`))
  })
})
