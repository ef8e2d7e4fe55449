import { describe, expect, it } from 'vitest'
import { anAddress } from '../../../helpers/an-order.ts'
import { anOrderToPlace, aPlacedLine, aRelayPoint } from '../../../helpers/an-order-to-place.ts'
import { aLightspeed } from './a-lightspeed.ts'

const sentTo = (received: readonly { method: string; url: URL; body: Buffer }[], path: RegExp) =>
  received
    .filter(({ method, url }) => method !== 'GET' && path.test(url.pathname))
    .map(({ body }) => JSON.parse(String(body)))

describe('an order that is placed', () => {
  it('is a guest checkout without mails, which says what was really paid', async () => {
    const { backOffice, wire, only } = await aLightspeed()

    await backOffice.placeOrder(
      anOrderToPlace({ lines: [aPlacedLine({ quantity: 2, priceCents: 1234 })], shippingCents: 651 }),
    )

    expect(sentTo(wire?.received ?? [], /checkouts\.json$/)).toMatchObject([
      {
        ...{ mode: 'guest', notifications: false, newsletter: false, comment: 'Rakuten RKT-214001' },
        customer: {
          email: 'rkt-214001@orders.invalid',
          firstname: 'Élodie',
          lastname: 'Lefebvre',
          phone: '0612345678',
        },
        billing_address: { address1: '12 rue des Tilleuls', country: 'fr', sameaddress: false },
      },
    ])
    expect(only().memo.split('\n')).toEqual([
      'rakuten:RKT-214001',
      'Rakuten · Suivi · elodie59',
      '2 × MUG-BLUE: 12.34 EUR',
      'Shipping: 6.51 EUR',
      'Paid: 31.19 EUR',
    ])
    expect(only()).toMatchObject({ allowNotifications: false, comment: 'Rakuten RKT-214001' })
  })

  it('bears the buyer’s own address where the seller wants it', async () => {
    const { backOffice, only } = await aLightspeed({ values: { buyerMail: 'buyer' } })

    await backOffice.placeOrder(anOrderToPlace())

    expect(only().email).toBe('elodie.lefebvre@example.fr')
  })

  it('holds a product once, whatever prices it was sold at', async () => {
    const { backOffice, only, unitsOf } = await aLightspeed()
    const lines = [aPlacedLine({ priceCents: 1290 }), aPlacedLine({ priceCents: 1099, quantity: 2 })]

    const placed = await backOffice.placeOrder(anOrderToPlace({ lines }))

    expect(only().lines.map(({ articleCode, ordered }) => [articleCode, ordered])).toEqual([['MUG-BLUE', 3]])
    expect([placed.lines, unitsOf('MUG-BLUE')]).toEqual([[{ sku: 'MUG-BLUE', quantity: 3 }], 7])
  })

  it.each(['takes', 'ignores', 'refuses'] as const)(
    'is paid, whether the order %s it or its invoice does',
    async (paidOnOrder) => {
      const { backOffice, only } = await aLightspeed({ habits: { paidOnOrder } })

      const { notes } = await backOffice.placeOrder(anOrderToPlace())

      expect([only().paymentStatus, notes]).toEqual(['paid', undefined])
    },
  )

  it('that nothing can mark as paid says so', async () => {
    const { backOffice, shop } = await aLightspeed({ habits: { paidOnOrder: 'ignores' } })
    shop.habits.paidOnInvoice = false

    const { notes, number } = await backOffice.placeOrder(anOrderToPlace())

    expect(notes).toEqual([
      `Lightspeed eCom (C-Series) would not mark order ${number} as paid: do it there, the buyer has paid at Rakuten.`,
    ])
  })

  it('has its note where the checkout’s was not taken over, and keeps what people wrote', async () => {
    const { backOffice, only, forgetful } = await aLightspeed({ habits: { carriesMemo: false } })

    await backOffice.placeOrder(anOrderToPlace())

    expect(only().memo).toContain('rakuten:RKT-214001\n')
    expect(await forgetful().findOrders('RKT-214001')).toHaveLength(1)
  })

  it('goes to the relay point, in the buyer’s name', async () => {
    const { backOffice, only } = await aLightspeed()

    await backOffice.placeOrder(anOrderToPlace({ relayPoint: aRelayPoint() }))

    expect(only().shipping).toMatchObject({ name: 'Élodie Lefebvre', address1: '3 place de la Gare', zipcode: '59000' })
    expect(only().billing).toMatchObject({ address1: '12 rue des Tilleuls', zipcode: '59800' })
  })

  it('keeps names that look like markup as they are, and none of them in a fault', async () => {
    const { backOffice, only, wire, simulator } = await aLightspeed()
    const delivery = anAddress({ firstName: '<b>Zoé</b> 🦊', lastName: '\u202Eأحمد"; DROP' })
    const order = anOrderToPlace({ delivery, billing: delivery })
    wire?.spoil('server-error', simulator.isCreation)

    const failed = await backOffice.placeOrder(order).catch((error: Error) => error.message)
    await backOffice.placeOrder(order)

    expect(failed).not.toContain('Zoé')
    expect(only().shipping['name']).toBe('<b>Zoé</b> 🦊 \u202Eأحمد"; DROP')
  })
})

describe('a shop that wants a house number of its own', () => {
  it('gets it out of the street, and the seller is told', async () => {
    const { backOffice, only } = await aLightspeed({ habits: { wantsNumber: true } })

    const { notes } = await backOffice.placeOrder(anOrderToPlace())

    expect(only().shipping).toMatchObject({ number: '12', address1: 'rue des Tilleuls' })
    expect(notes).toEqual([expect.stringContaining('house number')])
  })

  it('is refused an order whose street has none, in words', async () => {
    const { backOffice, shop } = await aLightspeed({ habits: { wantsNumber: true } })

    await expect(
      backOffice.placeOrder(anOrderToPlace({ delivery: anAddress({ address1: 'Le Bourg' }) })),
    ).rejects.toMatchObject({ kind: 'refused', outcome: 'not-done', message: expect.stringContaining('house number') })

    expect(shop.orders.size).toBe(0)
  })
})

describe('the way a parcel goes', () => {
  it('is the method that was asked for, whichever price of it the checkout is offered', async () => {
    const { backOffice, shop, only } = await aLightspeed()
    const [, relay] = await backOffice.listMethods()

    await backOffice.placeOrder(anOrderToPlace({ methodId: relay?.id ?? '' }))

    expect(only().shipmentTitle).toBe(shop.methods.find(({ id }) => String(id) === relay?.id)?.title)
  })

  it('is taken as an object too, as an older shop wants it', async () => {
    const { backOffice, only } = await aLightspeed({ habits: { wantsMethodObject: true } })

    await backOffice.placeOrder(anOrderToPlace())

    expect(only().shipmentTitle).toBe('Livraison à domicile')
  })

  it('is the ordinary one where the shop does not offer the other, and the seller is told', async () => {
    const { backOffice, only } = await aLightspeed()

    const { notes } = await backOffice.placeOrder(anOrderToPlace({ methodId: '999' }))

    expect(only().shipmentTitle).toBe('Livraison à domicile')
    expect(notes).toEqual([expect.stringContaining('“Livraison à domicile” was taken')])
  })

  it('is refused in words where the shop has none to that country', async () => {
    const { backOffice, shop } = await aLightspeed()
    const delivery = anAddress({ countryCode: 'US', country: 'États-Unis' })

    await expect(backOffice.placeOrder(anOrderToPlace({ delivery }))).rejects.toMatchObject({
      ...{ kind: 'refused', outcome: 'not-done', message: expect.stringContaining('no delivery to US') },
    })

    expect(shop.orders.size).toBe(0)
  })
})

describe('the way it is paid', () => {
  const rakuten = { id: 'custom_7', title: 'RAKUTEN', isPost: true }

  it('is the method of the marketplace’s name before any other that is paid afterwards', async () => {
    const { backOffice, shop } = await aLightspeed()
    shop.payments.push(rakuten)

    await backOffice.placeOrder(anOrderToPlace())

    expect([...shop.checkouts.values()].map(({ payment }) => payment)).toEqual(['custom_7'])
  })

  it('is what the seller set', async () => {
    const { backOffice, shop } = await aLightspeed({ values: { paymentMethod: ' facture ' } })
    shop.payments.push(rakuten)

    await backOffice.placeOrder(anOrderToPlace())

    expect([...shop.checkouts.values()].map(({ payment }) => payment)).toEqual(['invoice'])
  })

  it.each([
    ['', 'no payment method that is paid afterwards'],
    ['PayPal', 'no payment method “PayPal”'],
  ])('is never a payment provider: %j', async (paymentMethod, words) => {
    const { backOffice, shop } = await aLightspeed({ values: { paymentMethod } })
    shop.payments.splice(0, 9, { id: 'mollie', title: 'Carte bancaire', isPost: false })

    await expect(backOffice.placeOrder(anOrderToPlace())).rejects.toMatchObject({
      ...{ kind: 'refused', outcome: 'not-done', message: expect.stringContaining(words) },
    })
  })
})

describe('a shop that does not take an order', () => {
  it('says why in its own words, and goes on with the same checkout once it is set right', async () => {
    const { backOffice, shop, only } = await aLightspeed()
    const order = anOrderToPlace({ lines: [aPlacedLine({ quantity: 11 }), aPlacedLine({ sku: 'MUG-RED' })] })

    await expect(backOffice.placeOrder(order)).rejects.toMatchObject({
      ...{ kind: 'refused', outcome: 'not-done', message: expect.stringContaining('quantity is not available') },
    })
    for (const variant of shop.variants.values()) variant.stockLevel = 20
    await backOffice.placeOrder(order)

    expect(only().lines.map(({ articleCode, ordered }) => [articleCode, ordered])).toEqual([
      ['MUG-BLUE', 11],
      ['MUG-RED', 1],
    ])
    expect(shop.checkouts.size).toBe(1)
  })

  it('gets the address as it was corrected meanwhile, and the products as they are asked for now', async () => {
    const { backOffice, shop, only } = await aLightspeed({ habits: { wantsNumber: true } })
    const nowhere = anAddress({ address1: 'Le Bourg' })
    await expect(
      backOffice.placeOrder(
        anOrderToPlace({ delivery: nowhere, lines: [aPlacedLine({ quantity: 3 }), aPlacedLine({ sku: 'MUG-RED' })] }),
      ),
    ).rejects.toMatchObject({ kind: 'refused' })

    await backOffice.placeOrder(anOrderToPlace({ lines: [aPlacedLine({ quantity: 2 })] }))

    expect(only().shipping).toMatchObject({ number: '12' })
    expect(only().lines.map(({ articleCode, ordered }) => [articleCode, ordered])).toEqual([['MUG-BLUE', 2]])
    expect(shop.checkouts.size).toBe(1)
  })
})
