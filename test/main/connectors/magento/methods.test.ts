import { describe, expect, it } from 'vitest'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import { openMagento } from './open-magento.ts'

describe('the methods', () => {
  it('are one for each role, and those that the latest orders of the shop went by', async () => {
    const { backOffice } = await openMagento()
    await backOffice.placeOrder(anOrderToPlace({ methodId: 'mondialrelay_point' }))

    const methods = await backOffice.listMethods()

    expect(methods.map(({ serves }) => serves).slice(0, 4)).toEqual([['standard'], ['signed'], ['express'], ['relay']])
    expect(methods).toContainEqual(expect.objectContaining({ id: 'mondialrelay_point' }))
  })
})
