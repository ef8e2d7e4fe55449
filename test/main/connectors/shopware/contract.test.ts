import { describe, expect, it } from 'vitest'
import { anOrderToPlace, aRelayPoint } from '../../../helpers/an-order-to-place.ts'
import { contractName, fieldsOf, violationsOf } from '../../../simulators/shopware/contract.ts'
import { bodiesOf, callOf, openShopware } from './open-shopware.ts'

/** Older than the published contract, or not an entity's own. */
const BEYOND = ['taxFree']

const namesIn = (criteria: unknown): readonly (readonly [entity: string, field: string])[] => {
  const { includes = {} } = criteria as { readonly includes?: Readonly<Record<string, readonly string[]>> }
  return Object.entries(includes).flatMap(([entity, fields]) => fields.map((field) => [entity, field] as const))
}

describe('what is asked of Shopware', () => {
  it('are fields that its published contract has', async () => {
    const opened = await openShopware()
    const placed = await opened.backOffice.placeOrder(anOrderToPlace())
    await opened.backOffice.readShipments([placed])
    await opened.backOffice.testConnection()

    const searches = opened.simulator.wire.received.filter(({ url }) => url.pathname.startsWith('/api/search/'))
    const fields = searches.flatMap(({ body }) => namesIn(JSON.parse(body.toString())))

    expect(fields.length).toBeGreaterThan(50)
    expect(
      fields.filter(([entity, field]) => !BEYOND.includes(field) && !fieldsOf(contractName(entity)).has(field)),
    ).toEqual([])
    expect(new Set(searches.map(callOf)).size).toBe(10)
  })

  it.each(['6.6.10.3', '6.7.10.1'])('to create fits its published contract: %s', async (version) => {
    const opened = await openShopware({ version })

    await opened.backOffice.placeOrder(anOrderToPlace())
    await opened.backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-2', relayPoint: aRelayPoint(), billing: null }))
    await opened.backOffice.placeOrder(anOrderToPlace({ reference: 'TEST-1' }))

    const bodies = bodiesOf(opened, 'POST order')
    expect(bodies).toHaveLength(3)
    for (const body of bodies) expect(violationsOf('Order', body)).toEqual([])
  })
})
