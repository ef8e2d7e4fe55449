import { describe, expect, it } from 'vitest'
import { colissimo, mug, onePlaced, otherNumber, told } from './an-open-corridor.ts'

describe('several numbers in one field', () => {
  it('are several parcels: the first is told, all are kept', async () => {
    const corridor = await onePlaced({}, 'Suivi', [mug])
    const { sync, order, problems, pc, id, ref, repositories } = corridor
    pc.orders.ship(ref, { carrierName: 'Colissimo', trackingNumber: `${colissimo.trackingNumber}; ${otherNumber}` })

    await sync()
    await sync()

    expect(told(corridor).map(({ trackingNumber }) => trackingNumber)).toEqual([colissimo.trackingNumber])
    expect(repositories.shipments.of(order(id).id).map(({ parcel, state }) => [parcel.trackingNumber, state])).toEqual([
      [colissimo.trackingNumber, 'recorded'],
      [otherNumber, 'known'],
    ])
    expect([order(id).status, problems(id)]).toEqual(['shipped', []])
  })

  it('are so too when the seller types them', async () => {
    const corridor = await onePlaced({}, 'Suivi', [mug])
    const { act, id } = corridor

    const result = await act(id, {
      action: 'track',
      ...{ carrier: 'Colissimo', trackingNumber: `${colissimo.trackingNumber}, ${otherNumber}`, trackingUrl: null },
    })

    expect(result.done).toBe(true)
    expect(
      corridor.repositories.shipments.of(corridor.order(id).id).map(({ parcel }) => parcel.trackingNumber),
    ).toEqual([colissimo.trackingNumber, otherNumber])
  })
})
