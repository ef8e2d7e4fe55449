import { describe, expect, it } from 'vitest'
import { aCorridor, type CorridorOptions } from '../../helpers/a-corridor.ts'
import { aProduct } from '../connectors/this-pc/a-shelf.ts'

const mug = { sku: 'MUG', priceCents: 1490 }
const number = '6A62957360897'

const placed = async (deliveryMode: string, options: CorridorOptions = {}) => {
  const corridor = await aCorridor(options)
  corridor.pc.products.save(aProduct({ sku: 'MUG', stock: 20 }), null)
  const id = corridor.rakuten.world.buy({ items: [mug], deliveryMode })
  await corridor.sync()
  expect(corridor.order(id).status).toBe('placed')
  const told = () => Object.values(corridor.rakuten.ledger().items).flatMap(({ shipments }) => shipments)
  return {
    ...corridor,
    id,
    ref: `RKT-${id}`,
    told,
    ship: (parcel: object) => corridor.pc.orders.ship(`RKT-${id}`, parcel),
  }
}

describe('an order completed without a code', () => {
  it('waits three hours, then leaves without one when its mode may', async () => {
    const { ship, pass, order, id, told } = await placed('Normal')
    ship({})
    await pass(175)
    expect(order(id).status).toBe('waiting')

    await pass(20)

    expect(order(id).status).toBe('shipped')
    expect(told()).toMatchObject([{ transporter: '', trackingNumber: 'Oui', trackingUrl: '' }])
  })

  it('keeps waiting under To do when its mode wants a code, until the seller types it', async () => {
    const { ship, pass, order, problems, act, id, told } = await placed('Suivi')
    ship({})
    await pass(600)
    expect([order(id).status, problems(id), told()]).toEqual(['waiting', ['tracking-required'], []])

    const result = await act(id, { action: 'track', carrier: 'Colissimo', trackingNumber: number, trackingUrl: null })

    expect(result.done).toBe(true)
    expect(told()).toMatchObject([{ transporter: 'Colissimo', trackingNumber: number }])
  })

  it('leaves without one when Rakuten prints the label itself', async () => {
    const { ship, pass, order, id, told } = await placed('So Colissimo', {
      settings: { deliveryModes: { 'So Colissimo': 'home' } },
    })
    ship({})

    await pass(195)

    expect(order(id).status).toBe('shipped')
    expect(told()).toMatchObject([{ trackingNumber: 'Oui' }])
  })

  it('leaves as soon as the code comes, read before the wait is ended', async () => {
    const { ship, pass, order, id, told } = await placed('Normal')
    ship({})
    await pass(175)
    ship({ carrierName: 'Colissimo', trackingNumber: number, trackingUrl: null })

    await pass(10)

    expect(order(id).status).toBe('shipped')
    expect(told()).toMatchObject([{ trackingNumber: number }])
  })
})

describe('telling Rakuten how an order left', () => {
  it('always sends a link with a number', async () => {
    const { ship, sync, told } = await placed('Suivi')
    ship({ carrierName: 'Colissimo', trackingNumber: number, trackingUrl: null })

    await sync()

    expect(told()).toMatchObject([
      { transporter: 'Colissimo', trackingUrl: `https://www.laposte.fr/outils/suivre-vos-envois?code=${number}` },
    ])
  })

  it('sends a carrier that Rakuten does not list as another one, with its link', async () => {
    const { ship, sync, told } = await placed('Suivi')
    ship({ carrierName: 'Relais Colis', trackingNumber: '1234567890', trackingUrl: null })

    await sync()

    expect(told()[0]?.transporter).toBe('Autre')
    expect(told()[0]?.trackingUrl).toMatch(/^https:\/\//)
  })

  it('sends a carrier whose word Rakuten refuses once more, as another one', async () => {
    const { ship, sync, told, rakuten, order, id } = await placed('Suivi')
    rakuten.world.withdrawTransporter('Colissimo')
    ship({ carrierName: 'Colissimo', trackingNumber: number, trackingUrl: null })

    await sync()

    expect(order(id).status).toBe('shipped')
    expect(told()).toMatchObject([{ transporter: 'Autre', trackingNumber: number }])
  })

  it('stays with its problem when nobody knows the carrier, and goes on when the seller adds a link template', async () => {
    const { ship, sync, order, problems, act, told, id, repositories } = await placed('Suivi')
    ship({ carrierName: 'Coursier du Lac', trackingNumber: 'LAC-00042', trackingUrl: null })
    await sync()
    expect([order(id).status, problems(id)]).toEqual(['dispatched', ['carrier']])

    const result = await act(id, {
      action: 'fix',
      kind: 'carrier',
      choice: 'add-template',
      inputs: { carrier: 'Coursier du Lac', template: 'https://lac.example/{trackingNumber}' },
    })

    expect(result).toMatchObject({ done: true })
    expect(told()).toMatchObject([
      { transporter: 'Autre', trackingNumber: 'LAC00042', trackingUrl: 'https://lac.example/LAC00042' },
    ])
    expect(repositories.connections.list()[0]?.settings.ownCarriers).toHaveLength(1)
  })

  it('takes "has been shipped already" as the answer to an earlier try', async () => {
    const { ship, sync, order, rakuten, id, told } = await placed('Suivi')
    ship({ carrierName: 'Colissimo', trackingNumber: number, trackingUrl: null })
    rakuten.faults.add({ kind: 'drop-after', action: 'importitemshippingstatus', times: 1 })

    await sync()
    expect(order(id).status).toBe('dispatched')
    await sync()

    expect(order(id).status).toBe('shipped')
    expect(told()).toHaveLength(1)
  })

  it('also sends the link as a message when the seller wants that, once', async () => {
    const { ship, sync, rakuten } = await placed('Suivi', { settings: { messageBuyer: true } })
    ship({ carrierName: 'Colissimo', trackingNumber: number, trackingUrl: null })

    await sync()
    await sync()

    const [item] = Object.values(rakuten.ledger().items)
    expect(item?.messagesFromSeller).toHaveLength(1)
    expect(item?.messagesFromSeller[0]).toContain(number)
  })

  it('sends again what Rakuten does not show as shipped after half an hour, three times, then says so', async () => {
    const { ship, sync, pass, rakuten, order, problems, id, repositories } = await placed('Suivi')
    ship({ carrierName: 'Colissimo', trackingNumber: number, trackingUrl: null })
    rakuten.faults.add({ kind: 'outage', action: 'importitemshippingstatus', times: 'always' })
    await sync()
    const [shipment] = repositories.shipments.of(order(id).id)
    if (shipment === undefined) throw new Error('no shipment')
    repositories.shipments.save({ ...shipment, state: 'sent', sentAt: '2026-01-12T08:00:00.000Z', attempts: 4 })

    await pass(40)

    expect([order(id).status, problems(id)]).toEqual(['dispatched', ['not-recorded']])
  })
})
