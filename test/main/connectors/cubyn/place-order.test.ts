import { describe, expect, it } from 'vitest'
import type { OfficeOrder } from '../../../../src/main/connectors/sockets/back-office.ts'
import { isFault } from '../../../../src/main/domain/fault.ts'
import { anAddress } from '../../../helpers/an-order.ts'
import { anOrderToPlace, aPlacedLine, aRelayPoint } from '../../../helpers/an-order-to-place.ts'
import type { Spoiling } from '../../../simulators/wire.ts'
import { aForeignParcel, type OpenWarehouse, openWarehouse } from './open-warehouse.ts'

/** The body of the only parcel that was asked for. */
const sentBody = ({ simulator }: OpenWarehouse): unknown => {
  const [creation, ...others] = simulator.wire.received.filter(simulator.isCreation)
  if (creation === undefined || others.length > 0) throw new Error('Not one parcel was asked for')
  return JSON.parse(creation.body.toString())
}

describe('a parcel at Cubyn', () => {
  it('is asked for with our reference, the goods by SKU and the address, and says nothing else', async () => {
    const opened = await openWarehouse()
    const lines = [aPlacedLine(), aPlacedLine({ sku: 'MUG-RED' }), aPlacedLine({ priceCents: 1099, quantity: 2 })]

    await opened.backOffice.placeOrder(anOrderToPlace({ lines }))

    expect(sentBody(opened)).toEqual({
      ...{ firstName: 'Élodie', lastName: 'Lefebvre', phone: '0612345678', orderRef: 'RKT-214001', objectCount: 4 },
      address: { line1: '12 rue des Tilleuls', zip: '59800', city: 'Lille', country: 'FR' },
      items: [
        { sku: 'MUG-BLUE', quantity: 3 },
        { sku: 'MUG-RED', quantity: 1 },
      ],
      deliveryMode: 'STANDARD',
    })
  })

  it.each([
    ['standard', { deliveryMode: 'STANDARD' }],
    ['signed', { deliveryMode: 'STANDARD', signature: true }],
    ['express', { deliveryMode: 'EXPRESS' }],
  ])('leaves by the method that was chosen: %s', async (methodId, sent) => {
    const opened = await openWarehouse()

    await opened.backOffice.placeOrder(anOrderToPlace({ methodId }))

    expect(sentBody(opened)).toMatchObject(sent)
  })

  it('goes to the relay point the buyer chose', async () => {
    const opened = await openWarehouse()

    await opened.backOffice.placeOrder(anOrderToPlace({ relayPoint: aRelayPoint(), methodId: 'relay' }))

    expect(sentBody(opened)).toMatchObject({ deliveryMode: 'RELAY', relayPickupRef: 'FR-012345' })
  })

  it.each([
    ['relay', { methodId: 'relay' }, 'Cubyn Relay needs the number of a pick-up point'],
    ['home', { methodId: 'standard', relayPoint: aRelayPoint() }, 'delivers to none'],
    ['unknown', { methodId: 'drone' }, 'no delivery mode “drone”'],
    ['express without phone', { methodId: 'express', delivery: anAddress({ mobile: '' }) }, 'needs a phone number'],
    ['to Switzerland', { delivery: anAddress({ countryCode: 'CH', country: 'Suisse' }) }, 'customs papers'],
  ])('is refused in words before anything is asked: %s', async (_, facts, words) => {
    const { backOffice, calls } = await openWarehouse()

    await expect(backOffice.placeOrder(anOrderToPlace(facts))).rejects.toMatchObject({
      ...{ kind: 'refused', outcome: 'not-done', message: expect.stringContaining(words) },
    })
    expect(calls()).toBe(0)
  })

  it.each([
    ['no', undefined],
    ['yes', 'elodie.lefebvre@example.fr'],
  ])('bears the buyer’s e-mail address only if the seller wants it: %s', async (buyerEmail, email) => {
    const opened = await openWarehouse({ buyerEmail })

    await opened.backOffice.placeOrder(anOrderToPlace())

    expect((sentBody(opened) as { readonly email?: string }).email).toBe(email)
  })

  it('that Cubyn refuses is refused in its own words', async () => {
    const { backOffice, account } = await openWarehouse()
    account.spelling.deliveryMode = 'transport'

    await expect(backOffice.placeOrder(anOrderToPlace())).rejects.toMatchObject({
      ...{ kind: 'refused', outcome: 'not-done', message: 'Cubyn says: “deliveryMode is not allowed”' },
    })
  })

  it('is taken under other names once support has corrected them', async () => {
    const names = '{"deliveryMode": "transport", "relayPoint": "pickup", "standard": "STANDARD"}'
    const { backOffice, account } = await openWarehouse({ names })
    Object.assign(account.spelling, { deliveryMode: 'transport', relayPoint: 'pickup' })

    const placed = await backOffice.placeOrder(anOrderToPlace({ relayPoint: aRelayPoint() }))

    expect(account.parcels).toMatchObject([{ relayPoint: 'FR-012345', deliveryMode: 'RELAY' }])
    expect(placed.state).toBe('open')
  })

  it('tells what was written otherwise', async () => {
    const { backOffice } = await openWarehouse()

    const { notes } = await backOffice.placeOrder(anOrderToPlace({ delivery: anAddress({ lastName: 'd’Arc' }) }))

    expect(notes).toEqual(['Some signs of the address are written plainly at Cubyn.'])
  })
})

describe('an order that Cubyn’s own Rakuten app has made', () => {
  it.each(['214001', 'rakuten:214001', 'Rakuten-214001'])('is not made again: %s', async (orderRef) => {
    const { backOffice, account } = await openWarehouse()
    const { id } = aForeignParcel(account, { orderRef })

    await expect(backOffice.placeOrder(anOrderToPlace())).rejects.toMatchObject({
      ...{
        kind: 'settings',
        outcome: 'not-done',
        message: expect.stringContaining(`has parcel ${id} for Rakuten order 214001 already`),
      },
    })
    expect(account.parcels).toHaveLength(1)
  })

  it.each(['2140012', '21400', 'RKT-2140011', 'SHOP-214001'])(
    'is none of those whose number merely looks alike: %s',
    async (orderRef) => {
      const { backOffice, account } = await openWarehouse()
      aForeignParcel(account, { orderRef })

      expect(await backOffice.placeOrder(anOrderToPlace())).toMatchObject({ state: 'open' })
    },
  )

  it('is made by us once its parcel there is cancelled', async () => {
    const { backOffice, account } = await openWarehouse()
    aForeignParcel(account, { orderRef: '214001', status: 'CANCELLED' })

    expect(await backOffice.placeOrder(anOrderToPlace())).toMatchObject({ state: 'open' })
  })
})

/** As the engine goes about it: look up after doubt, create again only where nothing is found, and later. */
const placeAsTheEngineDoes = async ({ backOffice, clock, simulator }: OpenWarehouse): Promise<OfficeOrder> => {
  const order = anOrderToPlace({ lines: [aPlacedLine({ quantity: 2 })] })
  for (let cycle = 0; cycle < 6; cycle += 1) {
    try {
      const [found] = await backOffice.findOrders(order.reference)
      return found ?? (await backOffice.placeOrder(order))
    } catch (error) {
      if (!isFault(error)) throw error
    }
    if (cycle === 1) simulator.wire.calm()
    clock.advance(6 * 60_000)
  }
  throw new Error('Never placed')
}

describe('whatever happens to a call while an order is placed at Cubyn', () => {
  const spoilings: readonly Spoiling[] = [
    ...(['lost-request', 'lost-answer', 'server-error', 'busy', 'firewall'] as const),
    ...(['page', 'empty', 'truncated', 'slow'] as const),
  ]
  // Who we are, a token, the search, the newest parcels, the SKU, both for Cubyn's own app, the parcel, and its reading: nine in all.
  const cases = spoilings.flatMap((how) =>
    Array.from({ length: 10 }, (_, at) => [1, 2].map((times) => [how, at, times] as const)).flat(),
  )

  it.for(cases)('one whole parcel comes of it: %s from call %i on, %i times', async ([how, at, times]) => {
    const opened = await openWarehouse()
    let passing = at
    opened.simulator.wire.spoil(how, () => passing-- <= 0, times)

    const placed = await placeAsTheEngineDoes(opened)

    expect(placed).toMatchObject({ state: 'open', lines: [{ sku: 'MUG-BLUE', quantity: 2 }], postcode: '59800' })
    expect(opened.account.parcels.map(({ id }) => String(id))).toEqual([placed.backOfficeRef])
    expect(opened.account.products).toMatchObject([{ stored: 10, reserved: 2 }, { reserved: 0 }])
  })

  it.for<Spoiling>(['lost-request', 'busy', 'firewall', 'server-error'])(
    'it is in doubt once the parcel was asked for, even if only its reading failed: %s',
    async (how) => {
      const { backOffice, simulator } = await openWarehouse()
      simulator.wire.spoil(how, ({ method, url }) => method === 'GET' && /parcels\/\d/.test(url.pathname), 9)

      await expect(backOffice.placeOrder(anOrderToPlace())).rejects.toMatchObject({ outcome: 'unknown' })
    },
  )

  it('asks for no more than it needs', async () => {
    const opened = await openWarehouse()

    await placeAsTheEngineDoes(opened)

    expect(opened.asked()).toEqual([
      ...['GET /v2', 'POST /v2/tokens', 'GET /v2/search/parcel', 'GET /v2/parcels'],
      ...['GET /v2/product-catalog/products/', 'GET /v2/search/parcel', 'GET /v2/parcels'],
      ...['POST /v2/parcels', `GET /v2/parcels/${opened.account.parcels[0]?.id}`],
    ])
  })
})
