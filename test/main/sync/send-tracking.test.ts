import { describe, expect, it } from 'vitest'
import type { TrackingOutcome } from '../../../src/main/connectors/sockets/marketplace.ts'
import type { CorridorOptions } from '../../helpers/a-corridor.ts'
import { callsOf, colissimo, itemsOf, messagesOf, mug, onePlaced, told } from './an-open-corridor.ts'

const oneMug = (options: CorridorOptions = {}, mode = 'Suivi') => onePlaced(options, mode, [mug])

/** Rakuten answers the first file about every item like this. */
const answering = (outcome: TrackingOutcome['outcome'], message: string): CorridorOptions => {
  let isFirst = true
  return {
    marketplace: (marketplace) => ({
      ...marketplace,
      sendTracking: async (reference, items) => {
        if (!isFirst) return marketplace.sendTracking(reference, items)
        isFirst = false
        return items.map(({ itemId }) => ({ itemId, outcome, message }))
      },
    }),
  }
}

describe('a shipping file that Rakuten refuses', () => {
  it('because an item was cancelled, is looked into before anything else: the rest is told at once', async () => {
    const corridor = await onePlaced()
    const { rakuten, sync, order, problems, pc, id, ref, itemIds } = corridor
    rakuten.world.cancelByBuyer(id, itemIds[0])
    pc.orders.ship(ref, colissimo)

    await sync()

    expect(callsOf(corridor, 'getiteminfos').map(({ params }) => params['itemid'])).toEqual([itemIds[0]])
    expect(itemsOf(corridor).map(({ state, shipped }) => [state, shipped])).toEqual([
      ['cancelled', false],
      ['accepted', true],
      ['accepted', true],
    ])
    expect([order(id).status, problems(id)]).toEqual(['shipped', ['cancelled-late']])
  })

  it('because of a claim, waits for the claim, and is no refusal', async () => {
    const corridor = await oneMug()
    const { rakuten, sync, pass, order, problems, pc, id, ref, itemIds } = corridor
    rakuten.world.openClaim(itemIds[0] ?? '', 'Rien reçu')
    pc.orders.ship(ref, colissimo)
    await sync()
    expect([order(id).status, problems(id)]).toEqual(['dispatched', ['claim']])

    rakuten.world.closeClaim(itemIds[0] ?? '')
    await pass(35)

    expect([order(id).status, problems(id)]).toEqual(['shipped', []])
  })

  it('though its items are as we took them for, is a problem that quotes Rakuten and waits for the seller', async () => {
    const corridor = await oneMug(answering('refused', 'url de suivi incorrecte'))
    const { sync, pass, order, problems, act, pc, id, ref, itemIds } = corridor
    pc.orders.ship(ref, colissimo)
    await sync()
    await pass(10)
    expect([order(id).status, problems(id), told(corridor)]).toEqual(['dispatched', ['refused'], []])
    expect(messagesOf(corridor, id)).toEqual([
      `Rakuten refused the tracking of item ${itemIds[0]}: "url de suivi incorrecte". Correct the tracking, or try again.`,
    ])

    const result = await act(id, { action: 'retry' })
    await sync()

    expect([result.done, order(id).status, problems(id)]).toEqual([true, 'shipped', []])
  })

  it('because it does not know the number of an item, says so and asks what the item is', async () => {
    const corridor = await oneMug(answering('unknown-item', 'numéro incorrect'))
    corridor.pc.orders.ship(corridor.ref, colissimo)

    await corridor.sync()

    expect(corridor.problems(corridor.id)).toEqual(['refused'])
    expect(callsOf(corridor, 'getiteminfos')).toHaveLength(1)
  })

  it('for its word of the carrier, even the one for another carrier, is a problem and not tried for ever', async () => {
    const corridor = await oneMug()
    const { rakuten, sync, pass, order, problems, pc, id, ref } = corridor
    rakuten.world.withdrawTransporter('Colissimo')
    rakuten.world.withdrawTransporter('Autre')
    pc.orders.ship(ref, colissimo)

    await sync()
    await pass(20)

    expect([order(id).status, problems(id)]).toEqual(['dispatched', ['refused']])
    expect(callsOf(corridor, 'importitemshippingstatus')).toHaveLength(2)
  })

  it('that kept the good items of a half-bad file ends with all of them told', async () => {
    const corridor = await onePlaced()
    corridor.rakuten.faults.add({ kind: 'half-shipping-file' })
    corridor.pc.orders.ship(corridor.ref, colissimo)

    await corridor.sync()
    await corridor.act(corridor.id, { action: 'retry' })
    await corridor.sync()

    expect(itemsOf(corridor).map(({ shipped, shipments }) => [shipped, shipments.length])).toEqual([
      [true, 1],
      [true, 1],
      [true, 1],
    ])
    expect(corridor.order(corridor.id).status).toBe('shipped')
  })
})

describe('a parcel that nobody is told about:', () => {
  it('the seller handles the order, and Rakuten hears nothing from us', async () => {
    const corridor = await oneMug()
    corridor.pc.orders.ship(corridor.ref, colissimo)
    await corridor.act(corridor.id, { action: 'manual' })

    await corridor.pass(60)

    expect([corridor.order(corridor.id).status, told(corridor)]).toEqual(['manual', []])
  })
})

describe('one purchase', () => {
  it('is one file, with every unit under its own number', async () => {
    const corridor = await onePlaced()
    corridor.pc.orders.ship(corridor.ref, colissimo)

    await corridor.sync()

    expect(callsOf(corridor, 'importitemshippingstatus')).toHaveLength(1)
    expect(told(corridor)).toHaveLength(3)
  })
})
