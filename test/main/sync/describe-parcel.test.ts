import { describe, expect, it } from 'vitest'
import { choicesFor } from '../../../src/main/domain/problem.ts'
import { colissimo, fix, mug, onePlaced, open } from './an-open-corridor.ts'

describe('a carrier nobody knew', () => {
  it('is known to all orders that waited for it once one of them says who it is', async () => {
    const corridor = await open()
    const { rakuten, sync, order, problems, act, pc } = corridor
    const [first = '', second = ''] = [1, 2].map(() => rakuten.world.buy({ items: [mug] }))
    await sync()
    for (const id of [first, second])
      pc.orders.ship(`RKT-${id}`, { carrierName: 'Coursier du Lac', trackingNumber: `LAC-${id}` })
    await sync()
    expect([problems(first), problems(second)]).toEqual([['carrier'], ['carrier']])

    await act(first, fix('add-template', { template: 'https://lac.example/{trackingNumber}' }))
    await sync()

    expect([order(first).status, order(second).status]).toEqual(['shipped', 'shipped'])
    expect(problems(second)).toEqual([])
  })

  it('is remembered for numbers like this one when the shop named nobody', async () => {
    const corridor = await open({ settings: { carriersUsed: ['dhl', 'dpd-france', 'gls-france', 'colis-prive'] } })
    const { rakuten, sync, problems, act, pc, repositories, order } = corridor
    const [first = '', second = ''] = [1, 2].map(() => rakuten.world.buy({ items: [mug] }))
    await sync()
    pc.orders.ship(`RKT-${first}`, { carrierName: null, trackingNumber: 'QQ12345678' })
    await sync()
    expect(problems(first)).toEqual(['carrier'])

    const chosen = await act(first, fix('choose', { carrier: 'colissimo' }))
    pc.orders.ship(`RKT-${second}`, { carrierName: null, trackingNumber: 'QQ87654321' })
    await sync()

    expect(chosen.done).toBe(true)
    expect(repositories.shipments.of(order(second).id)).toMatchObject([{ tracking: { carrier: 'Colissimo' } }])
  })

  it('cannot be chosen for a number that is none: the right number is asked for, and sent', async () => {
    const { sync, order, problems, act, pc, repositories, id } = await onePlaced({}, 'Suivi', [mug])
    pc.orders.ship(`RKT-${id}`, { carrierName: 'Colissimo', trackingNumber: 'C-42' })
    await sync()
    const [problem] = repositories.problems.of({ orderId: order(id).id })
    expect(problem && choicesFor(problem)).toEqual(['track', 'manual'])

    await act(id, fix('track', { carrier: 'Colissimo', trackingNumber: '6A62957360897' }))
    await sync()

    expect([order(id).status, problems(id)]).toEqual(['shipped', []])
  })

  it('is no problem of a further parcel, which nobody is told about', async () => {
    const corridor = await onePlaced({}, 'Suivi', [mug])
    const { sync, order, problems, pc, id, ref, repositories } = corridor
    pc.orders.ship(ref, colissimo)
    await sync()
    pc.orders.ship(ref, { carrierName: 'Coursier du Lac', trackingNumber: 'LAC-00042' })

    await sync()

    expect([order(id).status, problems(id)]).toEqual(['shipped', []])
    expect(repositories.shipments.of(order(id).id).map(({ state }) => state)).toEqual(['recorded', 'known'])
  })
})
