import { describe, expect, it } from 'vitest'
import { moveOrder } from '../../../src/main/domain/order.ts'
import type { OrderSelection } from '../../../src/preload/contract/orders.ts'
import type { Reply } from '../../../src/preload/contract/reply.ts'
import { aBuyer, aNewOrder, anAddress, anItem } from '../../helpers/an-order.ts'
import { connectTestAccount } from '../../helpers/open-test-database.ts'
import { testAnswers } from '../../helpers/test-answers.ts'

const all: OrderSelection = {
  ...{ tab: 'all', search: '', connectionId: null, status: null, deliveryMode: null, country: null },
  ...{ atRisk: false, purchasedFrom: null, purchasedTo: null, sort: 'purchased', direction: 'ascending' },
}
const page = { offset: 0, limit: 50 }

const answered = <T>(reply: Reply<T>): T => {
  if (!reply.ok) throw new Error(reply.fault.message)
  return reply.value
}

const withOrders = (...facts: readonly Parameters<typeof aNewOrder>[0][]) => {
  const test = testAnswers()
  connectTestAccount(test.repositories)
  const kept = test.repositories.orders.insertNew(
    facts.map((fact, index) =>
      aNewOrder({ reference: `R${index}`, items: [anItem({ itemId: `R${index}-1` })], ...fact }),
    ),
  )
  return { ...test, kept }
}

/** A shop has completed the order without a code, two hours before the test's now. */
const waitingOrder = (deliveryMode: string) => {
  const test = withOrders({ status: 'accepted', backOfficeId: 1, shippingCents: 690, deliveryMode })
  const [order] = test.kept
  if (order?.status !== 'accepted') throw new Error('the order was not stored')
  const { orders } = test.repositories
  const placed = orders.save(moveOrder(order, 'placed', { backOfficeRef: '501', placedAt: '2026-11-20T07:00:00.000Z' }))
  if (placed.status !== 'placed') throw new Error('the order was not placed')
  orders.save(moveOrder(placed, 'waiting', { completedAt: '2026-11-20T08:00:00.000Z' }))
  return test
}

describe('the list of orders', () => {
  it('shows what the buyer pays, shipping included, and the words of the connection', async () => {
    const { ask } = withOrders({ status: 'accepted', shippingCents: 399 })

    const { rows } = answered(await ask.orders.list({ ...all, ...page }))

    expect(rows).toMatchObject([
      { connection: 'Rakuten', practice: false, totalCents: 1290 + 399, currency: 'EUR', buyerName: 'Élodie Lefebvre' },
    ])
  })

  it('tells which deadlines are at risk, and keeps to those when asked', async () => {
    const { ask } = withOrders(
      { acceptBy: '2026-11-21T19:00:00.000Z' },
      { acceptBy: '2026-11-21T19:00:00.001Z' },
      { acceptBy: '2026-11-21T18:00:00.000Z', status: 'accepted', backOfficeId: 1, shippingCents: 0 },
    )

    const { rows } = answered(await ask.orders.list({ ...all, ...page }))
    const atRisk = answered(await ask.orders.list({ ...all, atRisk: true, ...page }))

    expect(rows.map(({ atRiskFrom }) => atRiskFrom)).toEqual([
      '2026-11-20T10:00:00.000Z',
      '2026-11-20T10:00:00.001Z',
      null,
    ])
    expect(atRisk.rows.map(({ reference }) => reference)).toEqual(['R0'])
  })

  it('says what there is to filter by, most frequent first', async () => {
    const { ask } = withOrders({ deliveryMode: 'Normal' }, { deliveryMode: 'Suivi' }, { deliveryMode: 'Suivi' })

    const choices = answered(await ask.orders.choices())

    expect(choices).toEqual({
      deliveryModes: [
        { value: 'Suivi', orders: 2 },
        { value: 'Normal', orders: 1 },
      ],
      countries: [{ value: 'FR', orders: 3 }],
    })
  })

  it('names what it shows by id alone, in its order', async () => {
    const { ask, kept } = withOrders({ deliveryMode: 'Normal' }, { deliveryMode: 'Suivi' }, { deliveryMode: 'Suivi' })

    const ids = answered(
      await ask.orders.ids({ ...all, deliveryMode: 'Suivi', sort: 'reference', direction: 'descending' }),
    )

    expect(ids).toEqual([kept[2]?.id, kept[1]?.id])
  })

  it('counts what each of several selections holds', async () => {
    const { ask } = withOrders({ deliveryMode: 'Normal' }, { deliveryMode: 'Suivi' }, { deliveryMode: 'Suivi' })
    const selections = [
      { ...all, deliveryMode: 'Suivi' },
      { ...all, search: 'R0' },
      { ...all, tab: 'shipped' as const },
    ]

    const counted = answered(await ask.orders.countEach({ selections }))

    expect(counted).toEqual([2, 1, 0])
  })

  it('leaves cancelled units out of the total, unless nothing else is left', async () => {
    const dead = anItem({ itemId: 'x', status: 'cancelled', priceCents: 500 })
    const { ask } = withOrders(
      { items: [anItem({ itemId: 'a' }), dead] },
      { status: 'cancelled', items: [{ ...dead, itemId: 'y' }] },
    )

    const { rows } = answered(await ask.orders.list({ ...all, ...page }))

    expect(rows.map(({ totalCents, units }) => [totalCents, units])).toEqual([
      [1290, 1],
      [500, 0],
    ])
  })

  it.each([
    ['Normal', 'ships-without-code'],
    ['Suivi', 'code-needed'],
  ])('counts a waiting %s order down to: %s', async (mode, outcome) => {
    const { ask } = waitingOrder(mode)

    const { rows } = answered(await ask.orders.list({ ...all, tab: 'waiting', ...page }))

    expect(rows[0]?.countdown).toEqual({ outcome, endsAt: '2026-11-20T11:00:00.000Z' })
  })

  it('takes days of purchase as Paris counts them, the last one included', async () => {
    const { ask } = withOrders(
      { purchasedAt: '2026-11-18T22:59:00.000Z' },
      { purchasedAt: '2026-11-18T23:01:00.000Z' },
      { purchasedAt: '2026-11-19T22:59:00.000Z' },
      { purchasedAt: '2026-11-19T23:01:00.000Z' },
    )

    const selection = { ...all, purchasedFrom: '2026-11-19', purchasedTo: '2026-11-19' }
    const { rows } = answered(await ask.orders.list({ ...selection, ...page }))

    expect(rows.map(({ reference }) => reference)).toEqual(['R1', 'R2'])
  })

  it('counts every tab under the name of the screen', async () => {
    const { ask } = withOrders({}, { status: 'skipped', skippedReason: 'mode-not-mapped' })

    const { counts } = answered(await ask.orders.list({ ...all, ...page }))

    expect(counts).toMatchObject({ todo: 1, 'to-accept': 1, skipped: 1, all: 2 })
  })

  it('finds both orders that share a purchase number', async () => {
    const { ask, repositories } = withOrders({ reference: '42' })
    const other = repositories.connections.insert({
      ...{ label: 'Papeterie', marketplace: 'rakuten-france', login: 'autre', account: {}, backOfficeId: 1 },
      ...{ referencePrefix: 'RKT2', paused: false, createdAt: '2026-01-01T00:00:00.000Z' },
      settings: repositories.connections.list()[0]?.settings ?? expect.fail('nothing is connected'),
    })
    repositories.orders.insertNew([
      aNewOrder({ reference: '42', connectionId: other.id, items: [anItem({ itemId: 'other' })] }),
    ])

    const found = answered(await ask.orders.find({ reference: '42', connectionId: null }))
    const narrowed = answered(await ask.orders.find({ reference: '42', connectionId: other.id }))

    expect(found.map(({ connection }) => connection)).toEqual(['Rakuten', 'Papeterie'])
    expect(narrowed).toHaveLength(1)
  })
})

describe('one order', () => {
  it('comes with its lines, its story and its problems, the most urgent one first in its row', async () => {
    const units = ['a', 'b', 'c'].map((itemId) => anItem({ itemId, status: itemId === 'c' ? 'refused' : 'to-decide' }))
    const { ask, repositories, kept } = withOrders({ items: units })
    const id = kept[0]?.id ?? 0
    const since = '2026-11-20T09:00:00.000Z'
    for (const kind of ['refused', 'sku'] as const) {
      repositories.problems.put({ orderId: id }, { kind, message: kind, detail: {}, since, nextTryAt: null })
    }
    repositories.timeline.add(id, { at: since, actor: 'navette', what: 'imported', detail: {} })

    const detail = answered(await ask.orders.get({ id }))

    expect(detail).toMatchObject({
      problem: { kind: 'sku', needsPerson: true, choices: ['alias', 'retry', 'refuse'] },
      lines: [{ sku: 'MUG-BLUE', quantity: 3, kept: 2 }],
      timeline: [{ actor: 'navette', what: 'imported' }],
    })
    expect(detail?.problems.map(({ kind }) => kind).toSorted()).toEqual(['refused', 'sku'])
  })

  it('shows when its buyer was erased', async () => {
    const { ask, repositories, kept } = withOrders({ status: 'skipped' })
    const id = kept[0]?.id ?? 0
    repositories.orders.eraseBuyer(id, '2026-11-20T09:30:00.000Z')

    const detail = answered(await ask.orders.get({ id }))

    expect(detail).toMatchObject({ buyer: null, buyerName: null, buyerErasedAt: '2026-11-20T09:30:00.000Z' })
  })

  it('is nothing when it is not there', async () => {
    const { ask } = withOrders()

    expect(answered(await ask.orders.get({ id: 99 }))).toBeNull()
  })
})

describe('acting on orders', () => {
  it('asks for each in turn, answers for each, and tells the window', async () => {
    const { ask, acted, announced } = withOrders({}, {})

    const results = answered(await ask.orders.act({ ids: [2, 1], act: { action: 'manual' }, job: 'bulk' }))

    expect(acted).toEqual([
      { orderId: 2, act: { action: 'manual' } },
      { orderId: 1, act: { action: 'manual' } },
    ])
    expect(results.map(({ orderId, done }) => [orderId, done])).toEqual([
      [2, true],
      [1, true],
    ])
    expect(announced).toContainEqual({ name: 'progress', value: { job: 'bulk', doing: '2', done: 1, total: 2 } })
    expect(announced).toContainEqual({ name: 'orders-changed', value: { ids: [2, 1] } })
  })

  it('stops after the call in flight', async () => {
    const test = withOrders({}, {})
    const { ask } = testAnswers({
      engine: {
        ...test.engine,
        act: async (orderId, act) => {
          if (orderId === 1) await ask.jobs.stop({ job: 'bulk' })
          return test.engine.act(orderId, act)
        },
      },
    })

    const results = answered(await ask.orders.act({ ids: [1, 2, 3], act: { action: 'retry' }, job: 'bulk' }))

    expect(results.map(({ orderId }) => orderId)).toEqual([1])
  })

  it('takes tracking only with a number, and a fix with what it needs', async () => {
    const { ask, acted } = withOrders({})
    const track = { action: 'track', carrier: 'Colissimo', trackingNumber: '', trackingUrl: null } as const

    expect(await ask.orders.act({ ids: [1], act: track, job: null })).toMatchObject({ ok: false })
    const fix = { action: 'fix', kind: 'address', choice: 'correct', inputs: { address: anAddress() } } as const
    answered(await ask.orders.act({ ids: [1], act: fix, job: null }))

    expect(acted).toEqual([{ orderId: 1, act: fix }])
  })
})

describe('the orders as CSV', () => {
  it('hold all that the list shows, with amounts as French spreadsheets read them', async () => {
    const { ask } = withOrders({ reference: '1' }, { reference: '2', status: 'skipped' })

    const { text } = answered(await ask.orders.csv({ ...all, tab: 'to-accept' }))

    const lines = text.trim().split('\r\n')
    expect(lines).toHaveLength(2)
    expect(lines[1]).toContain('Rakuten;1;;imported;;Élodie Lefebvre;1;MUG-BLUE;Normal;12,90;EUR')
  })

  it('lets others take their turn, and misses nothing that moves meanwhile', async () => {
    const { ask, kept, repositories } = withOrders(...Array.from({ length: 1_200 }, () => ({})))
    const asked = ask.orders.csv({ ...all, tab: 'to-accept', sort: 'reference' })
    let turns = 0
    const taken = setInterval(() => ++turns)
    const [first] = kept
    if (first?.status !== 'imported') throw new Error('the order was not stored')

    await new Promise(setImmediate)
    repositories.orders.save(moveOrder(first, 'skipped', { skippedReason: 'in-store-pickup' }))
    const { text } = answered(await asked)

    clearInterval(taken)
    expect(turns).toBeGreaterThan(0)
    expect(
      new Set(
        text
          .trim()
          .split('\r\n')
          .map((line) => line.split(';')[1]),
      ).size,
    ).toBe(1_201)
  })

  it('keep a name that looks like a formula from being run', async () => {
    const hostile = anAddress({ firstName: '=HYPERLINK("http://example.com")', lastName: '' })
    const { ask } = withOrders({ buyer: aBuyer({ delivery: hostile }) })

    const { text } = answered(await ask.orders.csv(all))

    expect(text).toContain(`"'=HYPERLINK(`)
  })
})
