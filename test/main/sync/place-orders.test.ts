import { describe, expect, it } from 'vitest'
import type { BackOffice, OfficeOrder } from '../../../src/main/connectors/sockets/back-office.ts'
import { Fault } from '../../../src/main/domain/fault.ts'
import { aCorridor, type CorridorOptions } from '../../helpers/a-corridor.ts'
import { aProduct } from '../connectors/this-pc/a-shelf.ts'

const mug = { sku: 'MUG', priceCents: 1490 }

const open = async (options: CorridorOptions = {}) => {
  const corridor = await aCorridor(options)
  corridor.pc.products.save(aProduct({ sku: 'MUG', stock: 20 }), null)
  const id = corridor.rakuten.world.buy({ items: [mug, mug], deliveryMode: 'Suivi', shippingCents: 490 })
  return { ...corridor, id, ref: `RKT-${id}` }
}

const noAnswer = () => new Fault('unreachable', 'No answer came', { side: 'This PC', outcome: 'unknown' })

/** A shop that counts its creations, and drops the answer to the first so many of them, before or after the order exists. */
const aShop = (drops: { before?: number; after?: number } = {}) => {
  const creations: string[] = []
  let { before = 0, after = 0 } = drops
  const office = (backOffice: BackOffice): BackOffice => ({
    ...backOffice,
    async placeOrder(order) {
      if (before-- > 0) throw noAnswer()
      creations.push(order.reference)
      const placed = await backOffice.placeOrder(order)
      if (after-- > 0) throw noAnswer()
      return placed
    },
  })
  return { creations, office }
}

describe('placing an order exactly once', () => {
  it('finds what a creation without an answer left behind, and creates nothing more', async () => {
    const { creations, office } = aShop({ after: 1 })
    const { sync, pass, order, id, repositories } = await open({ office })

    await sync()
    expect(order(id).status).toBe('accepted')
    await pass(5)

    expect(order(id).status).toBe('placed')
    expect(creations).toHaveLength(1)
    const story = repositories.timeline.of(order(id).id).map(({ what }) => what)
    expect(story.filter((what) => what === 'placing-unknown' || what === 'adopted')).toEqual([
      'placing-unknown',
      'adopted',
    ])
  })

  it('ends what a creation that was cut short left to do', async () => {
    const finished: string[] = []
    const { office } = aShop({ after: 1 })
    const inTwoSteps = (backOffice: BackOffice): BackOffice => ({
      ...office(backOffice),
      findOrders: async (reference) =>
        (await backOffice.findOrders(reference)).map((order) => ({ ...order, totalCents: 1490 })),
      async finishOrder({ reference }, cut) {
        finished.push(reference)
        return { ...cut, totalCents: 3470, notes: ['The total was corrected there.'] }
      },
    })
    const { sync, pass, order, id, ref, problems, repositories } = await open({ office: inTwoSteps })

    await sync()
    await pass(5)

    expect([order(id).status, problems(id), finished]).toEqual(['placed', [], [ref]])
    expect(repositories.timeline.of(order(id).id)).toContainEqual(
      expect.objectContaining({ what: 'note', detail: { message: 'The total was corrected there.' } }),
    )
  })

  it('leaves an order alone that somebody else created under our reference, finished or not', async () => {
    const finished: string[] = []
    const finishing = (backOffice: BackOffice): BackOffice => ({
      ...backOffice,
      async finishOrder({ reference }, cut) {
        finished.push(reference)
        return cut
      },
    })
    const { pc, sync, order, id, ref } = await open({ office: finishing, capabilities: { idempotentCreate: false } })
    await pc.backOffice('sku').placeOrder(asPlacedByHand(ref))

    await sync()

    expect([order(id).status, finished]).toEqual(['placed', []])
  })

  it('tries again only after a look-up that found nothing, and never sooner than five minutes after the try', async () => {
    const { creations, office } = aShop({ before: 1 })
    const { sync, clock, order, id } = await open({ office, capabilities: { idempotentCreate: false } })
    await sync()

    clock.advance(4 * 60_000)
    await sync()
    expect([order(id).status, creations.length]).toEqual(['accepted', 0])
    clock.advance(60_000)
    await sync()

    expect([order(id).status, creations.length]).toEqual(['placed', 1])
  })

  it('waits out the delay a platform needs to show its orders', async () => {
    const { creations, office } = aShop({ before: 1 })
    const { pass, sync, order, id } = await open({ office, capabilities: { indexDelaySeconds: 600 } })
    await sync()

    await pass(10)
    expect(creations).toHaveLength(0)
    await pass(5)

    expect(order(id).status).toBe('placed')
  })

  it('never tries twice by itself where orders cannot be looked up: the seller is asked', async () => {
    const { creations, office } = aShop({ after: 1 })
    const { sync, pass, order, problems, act, id } = await open({
      office,
      capabilities: { lookUp: false, idempotentCreate: false },
    })
    await sync()
    await pass(60)
    expect([order(id).status, problems(id), creations.length]).toEqual(['accepted', ['in-doubt'], 1])

    await act(id, { action: 'fix', kind: null, choice: 'create', inputs: {} })

    expect([order(id).status, problems(id)]).toEqual(['placed', []])
  })

  it('looks the reference up first, and adopts what is there', async () => {
    const { creations, office } = aShop()
    const { pc, sync, order, id, ref, repositories } = await open({
      office,
      settings: { acceptance: 'by-hand' },
      capabilities: { idempotentCreate: false },
    })
    await sync()
    await pc.backOffice('sku').placeOrder(asPlacedByHand(ref))
    repositories.orders.save({ ...order(id), decisions: { accept: true } })

    await sync()

    expect([order(id).status, creations.length]).toEqual(['placed', 0])
  })

  it('stops and shows both when the back office holds it twice, and goes on with the one the seller keeps', async () => {
    const twice = (backOffice: BackOffice): BackOffice => ({
      ...backOffice,
      findOrders: async (reference) => [found(reference, '1'), found(reference, '2')],
    })
    const { sync, order, problems, act, id } = await open({ office: twice, capabilities: { idempotentCreate: false } })

    await sync()
    expect([order(id).status, problems(id)]).toEqual(['accepted', ['duplicate']])
    await act(id, { action: 'fix', kind: null, choice: 'keep', inputs: { keep: '2' } })

    expect(order(id)).toMatchObject({ status: 'placed', backOfficeRef: '2' })
  })

  it("reads back what was created: a half-made order is a problem, and ships only on the seller's word", async () => {
    const halfMade = (backOffice: BackOffice): BackOffice => ({
      ...backOffice,
      placeOrder: async (order) => ({ ...(await backOffice.placeOrder(order)), totalCents: 1490 }),
    })
    const { sync, order, problems, repositories, id } = await open({ office: halfMade })

    await sync()

    expect([order(id).status, problems(id)]).toEqual(['placed', ['total-differs']])
    expect(repositories.problems.of({ orderId: order(id).id })[0]?.message).toContain('14.90 instead of 34.70 EUR')
  })

  it('tells another total where the back office goes by its own prices, and goes on', async () => {
    const dearer = (backOffice: BackOffice): BackOffice => ({
      ...backOffice,
      placeOrder: async (order) => ({ ...(await backOffice.placeOrder(order)), totalCents: 3600 }),
    })
    const { sync, order, problems, repositories, id } = await open({
      office: dearer,
      capabilities: { ownPrices: true },
    })

    await sync()

    expect([order(id).status, problems(id)]).toEqual(['placed', []])
    const message = 'This PC goes by its own prices: it recorded 36.00 instead of 34.70 EUR.'
    expect(repositories.timeline.of(order(id).id)).toContainEqual(
      expect.objectContaining({ what: 'note', detail: { message } }),
    )
  })

  it('gives prices including VAT, shipping, the mapped method and the reference', async () => {
    const { pc, sync, ref } = await open()

    await sync()

    expect(pc.orders.get(ref)).toMatchObject({
      reference: ref,
      lines: [{ sku: 'MUG', quantity: 2, priceCents: 1490 }],
      shippingCents: 490,
      methodId: 'home',
    })
  })

  it('uses the alias of a SKU in the back office', async () => {
    const { pc, rakuten, sync, order } = await open({ settings: { skuAliases: { TASSE: 'MUG' } } })
    const id = rakuten.world.buy({ items: [{ sku: 'TASSE', priceCents: 1490 }] })

    await sync()

    expect(order(id).status).toBe('placed')
    expect(pc.orders.get(`RKT-${id}`)?.lines.map(({ sku }) => sku)).toEqual(['MUG'])
  })
})

describe('a creation the seller asked for again', () => {
  it('is asked about again when its outcome is unknown too: the yes was to one try', async () => {
    const { creations, office } = aShop({ after: 2 })
    const { sync, pass, order, problems, act, id } = await open({
      office,
      capabilities: { lookUp: false, idempotentCreate: false },
    })
    await sync()
    await pass(10)
    await act(id, { action: 'fix', kind: null, choice: 'create', inputs: {} })

    await pass(60)

    expect([order(id).status, problems(id), creations.length]).toEqual(['accepted', ['in-doubt'], 2])
  })

  it('after the order was gone, is not asked about because another tool had accepted it', async () => {
    const { office } = aShop()
    const corridor = await open({ office, settings: { adoptAccepted: 'automatic' } })
    const { rakuten, pc, sync, settings, order, problems, act } = corridor
    const id = rakuten.world.buy({ items: [mug], acceptedAt: '2026-01-12T08:00:00.000Z' })
    await sync()
    await sync()
    expect(order(id).status).toBe('placed')
    settings({ adoptAccepted: 'ask' })
    pc.orders.remove(`RKT-${id}`)
    await sync()

    await act(id, { action: 'fix', kind: 'gone', choice: 'place-again', inputs: {} })

    expect([order(id).status, problems(id)]).toEqual(['placed', []])
  })
})

const found = (reference: string, backOfficeRef: string): OfficeOrder => ({
  reference,
  backOfficeRef,
  number: backOfficeRef,
  url: null,
  state: 'open',
  totalCents: null,
  lines: [{ sku: 'MUG', quantity: 2 }],
  postcode: null,
})

const asPlacedByHand = (reference: string) => ({
  reference,
  purchasedAt: '2026-01-12T09:00:00.000Z',
  lines: [{ sku: 'MUG', title: 'Mug', quantity: 2, priceCents: 1490 }],
  shippingCents: 490,
  currency: 'EUR',
  buyerLogin: 'somebody',
  email: '',
  billing: null,
  delivery: {
    ...{
      civility: '',
      lastName: 'Essai',
      firstName: 'Ada',
      address1: '1 rue',
      address2: '',
      postcode: '75001',
      city: 'Paris',
    },
    ...{ state: '', country: 'France', countryCode: 'FR', phone: '', mobile: '' },
  },
  relayPoint: null,
  methodId: null,
  deliveryMode: 'Suivi',
})
