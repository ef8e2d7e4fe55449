import { describe, expect, it } from 'vitest'
import { aLightspeed } from './a-lightspeed.ts'

const failedOf = (checks: readonly { name: string; ok: boolean }[]) =>
  checks.filter(({ ok }) => !ok).map(({ name }) => name)

describe('testing the connection', () => {
  it('shows each check by its name', async () => {
    const { backOffice } = await aLightspeed()

    expect((await backOffice.testConnection()).map(({ name }) => name)).toEqual([
      ...['Reachable', 'API key and secret', 'Language', 'Orders', 'Products', 'Customers', 'Settings'],
      ...['Calls', 'Currency', 'Delivery methods', 'Time of this PC'],
    ])
  })

  it.each([
    ['orders', { read: true, write: false }, 'Orders', 'write'],
    ['products', { read: false, write: true }, 'Products', 'read'],
    ['customers', { read: false, write: false }, 'Customers', 'read and write'],
  ] as const)('names the permission that is missing: %s %j', async (area, may, name, words) => {
    const { backOffice, shop } = await aLightspeed()
    shop.permissions[area] = { ...may }

    const checks = await backOffice.testConnection()

    expect(failedOf(checks)).toEqual([name])
    expect(checks.find((check) => check.name === name)?.message).toContain(`${name}: ${words}`)
  })

  it('tells a wrong key from a shop that does not answer', async () => {
    const wrong = await aLightspeed({ values: { apiKey: 'nobody' } })
    const silent = await aLightspeed()
    silent.simulator.wire.spoil('lost-request', () => true, 9)

    expect(failedOf(await wrong.backOffice.testConnection())).toEqual(['API key and secret'])
    expect(failedOf(await silent.backOffice.testConnection())).toEqual(['Reachable', 'API key and secret'])
  })

  it('names the language, the currency and the delivery that are missing', async () => {
    const { backOffice, shop } = await aLightspeed({ habits: { currency: 'usd' } })
    shop.methods.splice(0)
    const silent = await aLightspeed({ habits: { languages: ['pl'] } })

    expect(failedOf(await backOffice.testConnection())).toEqual(['Currency', 'Delivery methods'])
    expect(failedOf(await silent.backOffice.testConnection())).toEqual(['API key and secret', 'Language'])
  })

  it('sees a clock that is wrong, as an aside', async () => {
    const { simulator, reopened, clock } = await aLightspeed()
    const shopTime = simulator.shop.now()
    Object.assign(clock, { now: () => shopTime + 600_000 })

    const checks = await reopened().testConnection()

    expect(checks.at(-1)).toMatchObject({ name: 'Time of this PC', ok: false, aside: true })
  })
})
