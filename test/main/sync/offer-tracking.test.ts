import { describe, expect, it } from 'vitest'
import { callsOf, colissimo, fix, messagesOf, mug, onePlaced, otherNumber } from './an-open-corridor.ts'

const track = (trackingNumber: string) =>
  ({ action: 'track', carrier: 'Colissimo', trackingNumber, trackingUrl: null }) as const

/** An order whose tracking Rakuten has taken, but does not show yet; and a shop that says another code afterwards. */
const sentNotShown = async (trackingChange: 'accepted' | 'refused') => {
  let number = colissimo.trackingNumber
  const corridor = await onePlaced(
    {
      trackingChange,
      office: (backOffice) => ({
        ...backOffice,
        readShipments: async (orders) => {
          const parcel = { ...colissimo, carrierCode: null, trackingNumber: number, contents: [] }
          return new Map(
            orders.map(({ backOfficeRef }) => [
              backOfficeRef,
              { state: isShipped ? 'completed' : 'open', parcels: isShipped ? [parcel] : [], lines: null },
            ]),
          )
        },
      }),
    },
    'Suivi',
    [mug],
  )
  let isShipped = false
  const states = () =>
    corridor.repositories.shipments
      .of(corridor.order(corridor.id).id)
      .map(({ parcel, state }) => [parcel.trackingNumber, state])
  return {
    ...{ ...corridor, states },
    ship: async () => {
      isShipped = true
      await corridor.sync()
    },
    change: (other: string) => {
      number = other
    },
  }
}

describe('a code that changes after it was sent', () => {
  it('is kept beside the one that was sent, and the seller is asked', async () => {
    const corridor = await sentNotShown('accepted')
    const { ship, change, sync, problems, id, states, order } = corridor
    await ship()
    change(otherNumber)

    await sync()

    expect([order(id).status, order(id).shippedBy, problems(id)]).toEqual(['shipped', 'navette', ['tracking-changed']])
    expect(states()).toEqual([
      [colissimo.trackingNumber, 'recorded'],
      [otherNumber, 'known'],
    ])
    expect(messagesOf(corridor, id)[0]).toContain(`${otherNumber} instead of ${colissimo.trackingNumber}`)
    expect(callsOf(corridor, 'settrackingpackageinfos')).toEqual([])
  })

  it('is sent by us all the same when it changes before Rakuten shows it', async () => {
    const corridor = await sentNotShown('accepted')
    const { ship, change, sync, rakuten, id, order } = corridor
    rakuten.faults.add({ kind: 'outage', action: 'getcurrentsales', times: 4 })
    await ship()
    expect(order(id).status).toBe('dispatched')
    change(otherNumber)
    await sync()

    await sync()

    expect(order(id)).toMatchObject({ status: 'shipped', shippedBy: 'navette' })
  })

  it('goes to Rakuten on the seller’s word, once', async () => {
    const corridor = await sentNotShown('accepted')
    const { ship, change, sync, act, problems, id, states } = corridor
    await ship()
    change(otherNumber)
    await sync()

    const result = await act(id, fix('offer'))
    await sync()

    expect([result.done, problems(id), callsOf(corridor, 'settrackingpackageinfos').length]).toEqual([true, [], 1])
    expect(states()).toEqual([
      [colissimo.trackingNumber, 'recorded'],
      [otherNumber, 'offered'],
    ])
  })

  it('that Rakuten does not take is said in Rakuten’s words, and kept', async () => {
    const corridor = await sentNotShown('refused')
    const { ship, change, sync, act, problems, id, states } = corridor
    await ship()
    change(otherNumber)
    await sync()

    const result = await act(id, fix('offer'))

    expect(result).toMatchObject({ done: false, message: expect.stringContaining('a déjà été expédié') })
    expect([problems(id), states().at(-1)]).toEqual([[], [otherNumber, 'declined']])
  })

  it('stays as it was when the seller leaves it, and is not asked about again', async () => {
    const corridor = await sentNotShown('accepted')
    const { ship, change, sync, pass, act, problems, id } = corridor
    await ship()
    change(otherNumber)
    await sync()

    await act(id, fix('leave'))
    await pass(30)

    expect([problems(id), callsOf(corridor, 'settrackingpackageinfos')]).toEqual([[], []])
  })
})

describe('a code the seller types', () => {
  it('for an order that was told already, is offered as a change', async () => {
    const corridor = await sentNotShown('accepted')
    const { ship, rakuten, act, id, states, order } = corridor
    rakuten.faults.add({ kind: 'outage', action: 'getcurrentsales', times: 4 })
    await ship()
    expect(order(id).status).toBe('dispatched')

    const result = await act(id, track(otherNumber))

    expect([result.done, callsOf(corridor, 'settrackingpackageinfos').length]).toEqual([true, 1])
    expect(states()).toEqual([
      [colissimo.trackingNumber, 'sent'],
      [otherNumber, 'offered'],
    ])
  })

  it('while another one waits to be sent, is the one that is sent', async () => {
    const corridor = await onePlaced({}, 'Suivi', [mug])
    const { sync, act, pc, rakuten, id, ref, order, problems } = corridor
    pc.orders.ship(ref, { carrierName: 'Coursier du Lac', trackingNumber: 'LAC-00042' })
    await sync()
    expect(problems(id)).toEqual(['carrier'])

    const result = await act(id, track(otherNumber))
    await sync()

    expect(result.done).toBe(true)
    expect(Object.values(rakuten.ledger().items)[0]?.shipments).toMatchObject([{ trackingNumber: otherNumber }])
    expect([order(id).status, problems(id)]).toEqual(['shipped', []])
  })

  it('that is none is refused in words, and nothing is kept', async () => {
    const corridor = await onePlaced({}, 'Suivi', [mug])

    const result = await corridor.act(corridor.id, track('12'))

    expect(result).toMatchObject({ done: false, message: expect.stringContaining('"12" is no tracking number') })
    expect(corridor.repositories.shipments.of(corridor.order(corridor.id).id)).toEqual([])
  })

  it('is sent when the claim that froze the order is over', async () => {
    const corridor = await onePlaced({}, 'Suivi', [mug])
    const { rakuten, pass, act, order, id, itemIds } = corridor
    rakuten.world.openClaim(itemIds[0] ?? '', 'Rien reçu')
    await pass(60)
    const result = await act(id, track(otherNumber))
    expect([result.done, order(id).status]).toEqual([false, 'dispatched'])
    rakuten.world.closeClaim(itemIds[0] ?? '')

    await pass(60)

    expect(order(id).status).toBe('shipped')
  })
})
