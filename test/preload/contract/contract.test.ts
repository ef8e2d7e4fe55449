import { describe, expect, expectTypeOf, it } from 'vitest'
import { ConnectionView, SettingsChange } from '../../../src/preload/contract/connection-views.ts'
import { channelOf, type Handlers } from '../../../src/preload/contract/endpoint.ts'
import { type Api, contract } from '../../../src/preload/contract/index.ts'
import type { ordersContract } from '../../../src/preload/contract/orders.ts'
import { Act } from '../../../src/preload/contract/orders.ts'

describe('the contract', () => {
  it('gives every question a channel of its own', () => {
    const channels = Object.entries(contract).flatMap(([area, endpoints]) =>
      Object.keys(endpoints).map((name) => channelOf(area, name)),
    )

    expect(new Set(channels).size).toBe(channels.length)
  })

  it('derives handler and window from one endpoint', () => {
    expectTypeOf<Parameters<Handlers<typeof ordersContract>['get']>>().toEqualTypeOf<[{ readonly id: number }]>()
    expectTypeOf<Parameters<Api['orders']['counts']>>().toEqualTypeOf<[]>()
    expectTypeOf<Parameters<Api['orders']['get']>[0]>().toEqualTypeOf<{ readonly id: number }>()
  })

  it('has no field of a connection that could hold a secret', () => {
    const fields = Object.keys(ConnectionView.shape)

    expect(fields.filter((field) => /token|secret|password|key/i.test(field))).toEqual(['secretsSet'])
  })
})

describe('an act', () => {
  it.each([
    { action: 'accept' },
    { action: 'track', carrier: 'Colissimo', trackingNumber: '8G1', trackingUrl: null },
    { action: 'fix', kind: 'delivery-mode', choice: 'map', inputs: { methodId: null } },
    { action: 'fix', kind: null, choice: 'retry', inputs: {} },
  ])('may be %j', (act) => {
    expect(Act.safeParse(act).success).toBe(true)
  })

  it.each([
    { action: 'explode' },
    { action: 'track', carrier: 'Colissimo', trackingNumber: ' ', trackingUrl: null },
    { action: 'fix', kind: 'boredom', choice: 'retry', inputs: {} },
    { action: 'fix', kind: null, choice: 'map', inputs: { methodId: undefined } },
  ])('may not be %j', (act) => {
    expect(Act.safeParse(act).success).toBe(false)
  })

  it('trims what was pasted', () => {
    const act = Act.parse({ action: 'track', carrier: ' La Poste ', trackingNumber: '8G1\n', trackingUrl: null })

    expect(act).toMatchObject({ carrier: 'La Poste', trackingNumber: '8G1' })
  })
})

describe('a change of settings', () => {
  it('holds only what changes', () => {
    expect(SettingsChange.parse({ safetyStock: 2 })).toEqual({ safetyStock: 2 })
  })

  it.each([{ safetyStock: -1 }, { importFrom: '2026-02-30' }, { cancelComment: 'x'.repeat(401) }])(
    'refuses %j',
    (change) => {
      expect(SettingsChange.safeParse(change).success).toBe(false)
    },
  )
})
