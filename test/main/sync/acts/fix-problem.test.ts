import { describe, expect, it } from 'vitest'
import type { OrderStatus } from '../../../../src/main/domain/order.ts'
import { PROBLEM_KINDS, PROBLEMS, type ProblemKind } from '../../../../src/main/domain/problem.ts'
import type { FixInputs } from '../../../../src/main/sync/engine.ts'
import { anAddress } from '../../../helpers/an-order.ts'
import { callsOf, fix, itemsOf, told } from '../an-open-corridor.ts'
import { OF_CONNECTIONS, TROUBLE, type Troubled } from './troubled-orders.ts'

interface Way {
  readonly choice: string
  readonly inputs?: FixInputs
  readonly done: boolean
  readonly becomes: OrderStatus
  /** What still stands beside it afterwards. */
  readonly left?: readonly ProblemKind[]
  /** What the sentence says. */
  readonly says?: RegExp
  readonly alsoHolds?: (corridor: Troubled) => void
}

type Kind = keyof typeof TROUBLE

const asked = (corridor: Troubled): number => callsOf(corridor, 'acceptsale').length
const cancelled = (corridor: Troubled) => itemsOf(corridor).map(({ state }) => state === 'cancelled')

/** Every way out of every problem, from its button: what is missing, and what it does. */
const WAYS: Readonly<Record<Kind, readonly Way[]>> = {
  negotiation: [
    { choice: 'accept', done: true, becomes: 'placed' },
    { choice: 'refuse', done: true, becomes: 'refused', alsoHolds: (corridor) => expect(asked(corridor)).toBe(0) },
  ],
  preorder: [
    { choice: 'accept', done: false, becomes: 'imported', left: ['preorder'], says: /Confirm it at Rakuten/ },
    { choice: 'refuse', done: true, becomes: 'refused' },
    { choice: 'confirm', done: false, becomes: 'imported', left: ['preorder'], says: /does not solve/ },
  ],
  sku: [
    { choice: 'alias', done: false, becomes: 'imported', left: ['sku'], says: /which product .* TASSE is/ },
    {
      choice: 'alias',
      ...{ inputs: { product: 'MUG' }, done: true, becomes: 'placed' },
      alsoHolds: ({ pc, id }) => expect(pc.orders.get(`RKT-${id}`)?.lines).toMatchObject([{ sku: 'MUG' }]),
    },
    { choice: 'retry', done: false, becomes: 'imported', left: ['sku'], says: /SKU TASSE not found in This PC/ },
    { choice: 'refuse', done: true, becomes: 'refused' },
  ],
  stock: [
    { choice: 'wait', done: true, becomes: 'imported', left: ['stock'], says: /every cycle/ },
    {
      choice: 'accept-available',
      ...{ done: true, becomes: 'placed' },
      alsoHolds: ({ order, id }) =>
        expect(order(id).items.filter(({ status }) => status === 'accepted')).toHaveLength(20),
    },
    { choice: 'refuse', done: true, becomes: 'refused' },
  ],
  address: [
    { choice: 'correct', done: false, becomes: 'imported', left: ['address'], says: /corrected address/ },
    {
      choice: 'correct',
      ...{ inputs: { address: anAddress({ address1: '12 bis' }) }, done: true, becomes: 'placed' },
      alsoHolds: ({ pc, id, order }) => {
        expect(pc.orders.get(`RKT-${id}`)?.buyer?.delivery?.address1).toBe('12 bis')
        expect(order(id).buyer?.delivery?.address1).toBe('')
      },
    },
    { choice: 'manual', done: true, becomes: 'manual' },
  ],
  'delivery-mode': [
    {
      choice: 'map',
      done: false,
      becomes: 'skipped',
      left: ['delivery-mode'],
      says: /Choose the method for "Livraison en casier"/,
    },
    { choice: 'map', inputs: { methodId: 'home' }, done: true, becomes: 'placed' },
    {
      choice: 'map',
      ...{ inputs: { methodId: null }, done: true, becomes: 'skipped' },
      alsoHolds: ({ order, id }) => expect(order(id).skippedReason).toBe('mode-not-available'),
    },
  ],
  'unknown-value': [
    {
      choice: 'retry',
      ...{ done: false, becomes: 'imported', left: ['unknown-value'], says: /"XTS" as the currency/ },
      alsoHolds: (corridor) => expect(asked(corridor)).toBe(0),
    },
    { choice: 'manual', done: true, becomes: 'manual' },
  ],
  'accepted-elsewhere': [
    { choice: 'place', done: true, becomes: 'placed' },
    {
      choice: 'leave',
      done: true,
      becomes: 'manual',
      alsoHolds: ({ pc }) => expect(pc.orders.list('all')).toEqual([]),
    },
  ],
  'total-differs': [
    { choice: 'accept-difference', done: true, becomes: 'placed' },
    {
      choice: 'cancel-there',
      ...{ done: true, becomes: 'manual', says: /Nothing was changed at Rakuten/ },
      alsoHolds: (corridor) => {
        expect(corridor.pc.orders.get(`RKT-${corridor.id}`)?.state).toBe('cancelled')
        expect(cancelled(corridor)).toEqual([false])
      },
    },
  ],
  'in-doubt': [
    { choice: 'look-again', done: false, becomes: 'accepted', left: ['in-doubt'], says: /may or may not/ },
    { choice: 'create', done: true, becomes: 'placed' },
  ],
  duplicate: [
    { choice: 'keep', done: false, becomes: 'accepted', left: ['duplicate'], says: /4807 or 4808/ },
    { choice: 'keep', inputs: { keep: '4809' }, done: false, becomes: 'accepted', left: ['duplicate'] },
    {
      choice: 'keep',
      ...{ inputs: { keep: '4808' }, done: true, becomes: 'placed', says: /Cancel 4807 in This PC yourself/ },
      alsoHolds: ({ order, id }) => expect(order(id)).toMatchObject({ backOfficeRef: '4808', methodId: 'home' }),
    },
  ],
  gone: [
    { choice: 'place-again', done: true, becomes: 'placed' },
    {
      choice: 'cancel',
      done: true,
      becomes: 'cancelled',
      alsoHolds: (one) => expect(cancelled(one)).not.toContain(false),
    },
    { choice: 'manual', done: true, becomes: 'manual', alsoHolds: (one) => expect(cancelled(one)).not.toContain(true) },
  ],
  partial: [
    {
      choice: 'cancel-items',
      ...{ done: true, becomes: 'placed' },
      alsoHolds: (one) => expect(cancelled(one)).toEqual([false, false, true]),
    },
    { choice: 'leave', done: true, becomes: 'placed', alsoHolds: (one) => expect(cancelled(one)).not.toContain(true) },
    { choice: 'acknowledge', done: false, becomes: 'placed', left: ['partial'], says: /does not solve/ },
  ],
  cancellation: [
    {
      choice: 'cancel',
      done: true,
      becomes: 'cancelled',
      alsoHolds: (one) => expect(cancelled(one)).not.toContain(false),
    },
    { choice: 'leave', done: true, becomes: 'manual', alsoHolds: (one) => expect(cancelled(one)).not.toContain(true) },
  ],
  carrier: [
    { choice: 'choose', done: false, becomes: 'dispatched', left: ['carrier'], says: /Choose the carrier/ },
    {
      choice: 'choose',
      inputs: { carrier: 'Nobody' },
      done: false,
      becomes: 'dispatched',
      left: ['carrier'],
      says: /"Nobody"/,
    },
    {
      choice: 'choose',
      ...{ inputs: { carrier: 'colissimo' }, done: true, becomes: 'dispatched' },
      alsoHolds: (one) =>
        expect(told(one)).toMatchObject(Array.from({ length: 3 }, () => ({ transporter: 'Colissimo' }))),
    },
    { choice: 'add-template', done: false, becomes: 'dispatched', left: ['carrier'], says: /\{trackingNumber\}/ },
    {
      choice: 'add-template',
      ...{ inputs: { template: 'http://lac.example/{trackingNumber}' }, done: false, becomes: 'dispatched' },
      ...{ left: ['carrier'], says: /https:/ },
    },
    {
      choice: 'add-template',
      ...{ inputs: { template: 'https://lac.example/{trackingNumber}' }, done: true, becomes: 'dispatched' },
      alsoHolds: (one) => expect(told(one)[0]).toMatchObject({ trackingUrl: 'https://lac.example/LAC00042' }),
    },
  ],
  'tracking-required': [
    { choice: 'track', done: false, becomes: 'waiting', left: ['tracking-required'], says: /tracking number/ },
    {
      choice: 'track',
      inputs: { carrier: 'Colissimo', trackingNumber: '12' },
      done: false,
      becomes: 'waiting',
      left: ['tracking-required'],
    },
    {
      choice: 'track',
      inputs: { carrier: 'Colissimo', trackingNumber: '6A62957360897' },
      done: true,
      becomes: 'dispatched',
    },
    { choice: 'manual', done: true, becomes: 'manual' },
  ],
  'tracking-changed': [
    {
      choice: 'offer',
      ...{ done: true, becomes: 'shipped' },
      alsoHolds: (one) => expect(told(one).map(({ trackingNumber }) => trackingNumber)).toContain('6A61031888418'),
    },
    {
      choice: 'leave',
      ...{ done: true, becomes: 'shipped' },
      alsoHolds: (one) => expect(told(one).map(({ trackingNumber }) => trackingNumber)).not.toContain('6A61031888418'),
    },
  ],
  'not-recorded': [
    { choice: 'send-again', done: true, becomes: 'dispatched', alsoHolds: (one) => expect(told(one)).toHaveLength(3) },
    { choice: 'manual', done: true, becomes: 'manual' },
  ],
  'cancelled-late': [{ choice: 'acknowledge', done: true, becomes: 'cancelled' }],
  claim: [
    { choice: 'open', done: true, becomes: 'placed', left: ['claim'], says: /https:\/\/fr\.shopping\.rakuten\.com/ },
  ],
  refused: [
    { choice: 'retry', done: true, becomes: 'placed' },
    { choice: 'manual', done: true, becomes: 'manual' },
  ],
  unreadable: [{ choice: 'retry', done: true, becomes: 'placed' }],
  unreachable: [{ choice: 'retry', done: true, becomes: 'placed' }],
  busy: [{ choice: 'retry', done: true, becomes: 'placed' }],
  quota: [{ choice: 'retry', done: true, becomes: 'placed' }],
}

const kinds = Object.keys(WAYS) as Kind[] // Object.keys forgets the names it just listed

for (const kind of kinds)
  describe(`an order with the problem ${kind}`, () => {
    for (const { choice, inputs = {}, done, becomes, left = [], says, alsoHolds } of WAYS[kind]) {
      const with_ = Object.keys(inputs).length === 0 ? '' : ` with ${JSON.stringify(inputs).slice(0, 60)}`
      it(`, ${choice}${with_}: is ${becomes} and ${left.join(', ') || 'without a problem'}`, async () => {
        const corridor = await TROUBLE[kind]()
        expect(corridor.problems(corridor.id)).toEqual([kind])

        const result = await corridor.act(corridor.id, fix(choice, inputs))

        expect([corridor.order(corridor.id).status, corridor.problems(corridor.id)]).toEqual([becomes, left])
        expect(result).toMatchObject({ reference: corridor.id, action: choice, done })
        expect(result.message).toMatch(says ?? /\S/)
        alsoHolds?.(corridor)
      })
    }

    it('names no buyer in its words', async () => {
      const { repositories, order, id } = await TROUBLE[kind]()

      const [problem] = repositories.problems.of({ orderId: order(id).id })

      expect(JSON.stringify([problem?.message, problem?.detail])).not.toMatch(/Exemplier|Zoé|acheteur/i)
    })
  })

describe('the table of ways out', () => {
  it('knows every choice of every kind that stands beside orders', () => {
    const promised = PROBLEM_KINDS.filter((kind) => !(OF_CONNECTIONS as readonly string[]).includes(kind)).map(
      (kind) => [kind, [...PROBLEMS[kind].choices].toSorted()],
    )

    const tried = kinds.map((kind) => [
      kind,
      [...new Set(WAYS[kind].map(({ choice }) => choice))]
        .filter((choice) => (PROBLEMS[kind].choices as readonly string[]).includes(choice))
        .toSorted(),
    ])

    expect(new Map(tried as [string, string[]][])).toEqual(new Map(promised as [string, string[]][]))
  })
})

describe('a preorder that was accepted', () => {
  it('is confirmed by its button, once: asking twice would confirm somebody else’s', async () => {
    const corridor = await TROUBLE.preorder()
    const { act, id } = corridor
    await act(id, fix('accept'))

    const first = await act(id, fix('confirm'))
    const second = await act(id, fix('confirm'))

    expect([first.done, second.done, callsOf(corridor, 'confirmpreorder').length]).toEqual([true, false, 1])
    expect(second.message).toMatch(/Confirmed already/)
  })

  it('goes on once Rakuten shows it accepted, its ordinary companions with it', async () => {
    const corridor = await TROUBLE.preorder()
    const { rakuten, sync, pass, order, act } = corridor
    const id = rakuten.world.buy({
      items: [
        { sku: 'MUG', priceCents: 1490, preorder: true },
        { sku: 'CUP', priceCents: 900 },
      ],
    })
    await sync()
    await act(id, fix('accept'))
    expect(order(id).items.map(({ status }) => status)).toEqual(['preorder', 'accepted'])
    await act(id, fix('confirm'))

    await pass(35)

    expect(order(id).status).toBe('placed')
  })
})

describe('a negotiated price beside ordinary items', () => {
  it('holds all of the order until the seller has decided', async () => {
    const corridor = await TROUBLE.negotiation()
    const { rakuten, sync, order, problems, act } = corridor
    const id = rakuten.world.buy({
      items: [
        { sku: 'MUG', priceCents: 900, nego: true, listedPriceCents: 1490 },
        { sku: 'CUP', priceCents: 900 },
      ],
    })
    await sync()
    expect([order(id).status, problems(id)]).toEqual(['imported', ['negotiation']])

    await act(id, fix('accept'))

    expect(order(id)).toMatchObject({ status: 'placed', items: [{ priceCents: 900 }, { priceCents: 900 }] })
  })
})
