import { expect } from 'vitest'
import type { OrderStatus } from '../../../../src/main/domain/order.ts'
import type { ProblemKind } from '../../../../src/main/domain/problem.ts'
import type { FixInputs } from '../../../../src/main/sync/engine.ts'
import { anAddress } from '../../../helpers/an-order.ts'
import { callsOf, itemsOf, told } from '../an-open-corridor.ts'
import type { TROUBLE, Troubled } from './troubled-orders.ts'

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

export type Kind = keyof typeof TROUBLE

const asked = (corridor: Troubled): number => callsOf(corridor, 'acceptsale').length
const cancelled = (corridor: Troubled) => itemsOf(corridor).map(({ state }) => state === 'cancelled')

/** Every way out of every problem, from its button: what is missing, and what it does. */
export const WAYS: Readonly<Record<Kind, readonly Way[]>> = {
  negotiation: [
    { choice: 'accept', done: true, becomes: 'placed' },
    { choice: 'refuse', done: true, becomes: 'refused', alsoHolds: (corridor) => expect(asked(corridor)).toBe(0) },
  ],
  preorder: [
    { choice: 'accept', done: true, becomes: 'imported', left: ['preorder'], says: /Confirm it at Rakuten/ },
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
  incident: [
    { choice: 'acknowledge', done: true, becomes: 'placed', says: /as soon as it leaves/ },
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
