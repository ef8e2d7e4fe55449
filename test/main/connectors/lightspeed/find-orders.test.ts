import { describe, expect, it } from 'vitest'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import { aLightspeed } from './a-lightspeed.ts'

const A_DAY = 86_400_000

describe('looking an order up without records of our own', () => {
  it.each([
    ['the note alone', { comment: '', email: 'someone@example.fr' }],
    ['the comment alone', { memo: '', email: 'someone@example.fr' }],
    ['the stand-in address alone', { memo: '', comment: '' }],
    ['a note that people wrote around', { memo: 'Fragile!\r\nrakuten:RKT-2\r\ncall first', comment: '', email: '' }],
  ])('finds it by %s', async (_, facts) => {
    const { backOffice, only, forgetful } = await aLightspeed()
    const placed = await backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-2' }))
    Object.assign(only(), facts)

    expect(await forgetful().findOrders('RKT-2')).toMatchObject([{ backOfficeRef: placed.backOfficeRef }])
    expect(await forgetful().findOrders('RKT-21')).toEqual([])
    expect(await forgetful().findOrders('RKT-')).toEqual([])
  })

  it.each([
    { memo: 'rakuten:RKT-21', comment: '', email: '' },
    { memo: 'see rakuten:RKT-2 for more', comment: '', email: '' },
    { memo: '', comment: 'Rakuten RKT-2 ', email: '' },
    { memo: '', comment: '', email: 'xrkt-2@orders.invalid' },
  ])('takes nothing for it that only looks alike: %j', async (facts) => {
    const { backOffice, only, forgetful } = await aLightspeed()
    await backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-9' }))
    Object.assign(only(), facts)

    expect(await forgetful().findOrders('RKT-2')).toEqual([])
  })

  it('goes through the shop’s orders once, and asks for newer ones alone from then on', async () => {
    const { backOffice, shop, forgetful, callsSince, clock } = await aLightspeed()
    for (let number = 1; number <= 3; number += 1)
      await backOffice.placeOrder(anOrderToPlace({ reference: `RKT-${number}` }))
    const [template] = shop.orders.values()
    if (template === undefined) expect.fail('Three orders were placed')
    for (let number = 0; number < 600; number += 1) {
      const id = shop.nextId()
      shop.orders.set(id, { ...template, id, memo: '', comment: '', email: '' })
    }
    const office = forgetful()
    clock.advance(A_DAY)
    const before = callsSince(0).length
    expect(await office.findOrders('RKT-2')).toHaveLength(1)
    const first = callsSince(before).filter((call) => call === 'GET orders').length
    // Newer ones move the line that the next look-up begins at.
    await backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-4' }))
    await office.findOrders('RKT-2')
    const between = callsSince(0).length

    const found = await office.findOrders('RKT-4')

    expect([first, found.length]).toEqual([3, 1])
    expect(callsSince(between).filter((call) => call === 'GET orders')).toHaveLength(1)
  })

  it('is a fault while the list is not whole, never “not found”', async () => {
    const { backOffice, shop, forgetful } = await aLightspeed()
    await backOffice.placeOrder(anOrderToPlace())
    shop.habits.dropsRows = true

    await expect(forgetful().findOrders('RKT-214001')).rejects.toMatchObject({ kind: 'unreadable' })
  })

  it('does not bring back what was deleted there', async () => {
    const { backOffice, simulator } = await aLightspeed()
    await simulator.there.remove(await backOffice.placeOrder(anOrderToPlace()))

    expect(await backOffice.findOrders('RKT-214001')).toEqual([])
  })
})
