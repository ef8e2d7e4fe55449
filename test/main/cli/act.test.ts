import { describe, expect, it } from 'vitest'
import type { Act, OrderResult } from '../../../src/preload/contract/orders.ts'
import { aBackOfficeView, aConnectionView, anOrderDetail, anOrderRow, aStandingProblem } from '../../helpers/views.ts'
import { type Answered, runLine } from './a-command-line.ts'

const result = (act: Act, more: Partial<OrderResult> = {}): OrderResult => ({
  orderId: 7,
  reference: '5000001',
  action: act.action,
  done: true,
  message: 'Done.',
  ...more,
})

const oneOrder = (more: Answered['orders'] = {}): Answered => ({
  orders: { find: () => [anOrderRow()], act: ({ act }: { act: Act }) => [result(act)], ...more },
})

const actOf = async (...words: string[]): Promise<unknown> => {
  const { asked } = await runLine(['act', ...words, '--order', '5000001'], { answered: oneOrder() })
  return asked.find(([channel]) => channel === 'orders:act')?.[1]
}

describe('act', () => {
  it.each(['accept', 'refuse', 'retry', 'cancel', 'manual', 'resume'])(
    '%s does what the button does',
    async (action) => {
      const words = ['act', action, '--order', '5000001', '--json']

      const { exitCode, out, asked } = await runLine(words, { answered: oneOrder() })

      expect(exitCode).toBe(0)
      expect(JSON.parse(out)).toEqual({ reference: '5000001', action, done: true, message: 'Done.' })
      expect(asked).toContainEqual(['orders:act', { ids: [7], act: { action }, job: null }])
    },
  )

  it('track hands carrier, number and link over', async () => {
    const link = 'https://track.example/X1'

    expect(await actOf('track', '--carrier', 'Colissimo', '--number', 'X1')).toMatchObject({
      act: { action: 'track', carrier: 'Colissimo', trackingNumber: 'X1', trackingUrl: null },
    })
    expect(await actOf('track', '--carrier', 'Autre', '--number', 'X1', '--url', link)).toMatchObject({
      act: { trackingUrl: link },
    })
  })

  it.each([
    [['--choice', 'alias', '--sku', 'A', '--product', 'B'], null, { sku: 'A', product: 'B' }],
    [['--choice', 'map', '--kind', 'delivery-mode', '--method', 'flat'], 'delivery-mode', { methodId: 'flat' }],
    [['--choice', 'map', '--not-available'], null, { methodId: null }],
    [['--choice', 'choose', '--carrier', 'colissimo'], null, { carrier: 'colissimo' }],
    [
      ['--choice', 'add-template', '--template', 'https://x/{trackingNumber}'],
      null,
      { template: 'https://x/{trackingNumber}' },
    ],
    [
      ['--choice', 'track', '--number', 'X', '--url', 'https://x/X'],
      null,
      { trackingNumber: 'X', trackingUrl: 'https://x/X' },
    ],
    [['--choice', 'keep', '--keep', '812'], null, { keep: '812' }],
    [['--choice', 'retry'], null, {}],
  ])('fix hands over what the choice needs: %j', async (words, kind, inputs) => {
    const choice = words[1]

    expect(await actOf('fix', ...words)).toEqual({ ids: [7], act: { action: 'fix', kind, choice, inputs }, job: null })
  })

  it('fix lays a corrected address over the one the order has', async () => {
    const delivery = {
      ...{
        civility: 'Mme',
        lastName: 'Martin',
        firstName: 'Camille',
        address1: '1 rue X',
        address2: '',
        postcode: '0100',
      },
      ...{ city: 'Bourg', state: '', country: 'France', countryCode: 'FR', phone: '', mobile: '0600000000' },
    }
    const buyer = { login: 'cam', email: '', billing: null, delivery, relayPoint: null, corrected: null }
    const words = ['act', 'fix', '--order', '5000001', '--choice', 'correct', '--address', 'a.json']
    const answered = oneOrder({ get: () => anOrderDetail({ buyer }) })

    const good = await runLine(words, { answered, files: { 'a.json': '{"postcode":"01000"}' } })
    const unknown = await runLine(words, { answered, files: { 'a.json': '{"zip":"01000"}' } })

    expect(good.asked).toContainEqual([
      'orders:act',
      expect.objectContaining({
        act: expect.objectContaining({ inputs: { address: { ...delivery, postcode: '01000' } } }),
      }),
    ])
    expect(unknown).toMatchObject({ exitCode: 2, opened: [], error: expect.stringContaining('zip') })
  })

  it('leaves with 1 and the reason when it was not done', async () => {
    const answered = oneOrder({ act: ({ act }) => [result(act, { done: false, message: 'Too late.' })] })

    const { exitCode, out } = await runLine(['act', 'cancel', '--order', '5000001', '--json'], { answered })

    expect(exitCode).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ done: false, message: 'Too late.' })
  })

  it('leaves with 2 when nobody bears the number', async () => {
    const answered: Answered = { orders: { find: () => [] } }

    const { exitCode, out, error } = await runLine(['act', 'accept', '--order', '1', '--json'], { answered })

    expect(exitCode).toBe(2)
    expect(JSON.parse(out)).toEqual({ reference: '1', action: 'accept', done: false, message: 'There is no order 1.' })
    expect(error).toBe('There is no order 1.\n')
  })

  it('asks for the connection where two accounts share a number', async () => {
    const both = [anOrderRow(), anOrderRow({ id: 8, connectionId: 2, connection: 'Rakuten II' })]
    const answered: Answered = {
      ...oneOrder({
        find: ({ connectionId }) => both.filter((row) => row.connectionId === (connectionId ?? row.connectionId)),
      }),
      connections: { list: () => [aConnectionView(), aConnectionView({ id: 2, label: 'Rakuten II' })] },
    }
    const words = ['act', 'accept', '--order', '5000001']

    const unsaid = await runLine(words, { answered })
    const said = await runLine([...words, '--connection', 'Rakuten II'], { answered })
    const wrong = await runLine([...words, '--connection', 'Nobody'], { answered })

    expect(unsaid).toMatchObject({ exitCode: 2, out: '', error: expect.stringContaining('Rakuten, Rakuten II') })
    expect(said.exitCode).toBe(0)
    expect(said.asked).toContainEqual(['orders:act', { ids: [8], act: { action: 'accept' }, job: null }])
    expect(wrong).toMatchObject({ exitCode: 2, error: 'There is no connection called Nobody.\n' })
  })

  it('fix solves a connection’s own problem by its label', async () => {
    const own = aStandingProblem({
      kind: 'stock-confirmation',
      reference: null,
      orderId: null,
      choices: ['send', 'discard'],
    })
    const other = aStandingProblem({ kind: 'clock', reference: null, orderId: null, choices: ['retry'] })
    let standing = [other, own]
    const answered: Answered = {
      connections: { list: () => [aConnectionView()] },
      problems: {
        list: () => standing,
        fixConnection: ({ choice }) => {
          standing = []
          return { reference: 'Rakuten', action: choice, done: true, message: 'Sent.' }
        },
      },
    }

    const solved = await runLine(['act', 'fix', '--connection', 'Rakuten', '--choice', 'send', '--json'], { answered })
    const again = await runLine(['act', 'fix', '--connection', 'Rakuten', '--choice', 'send'], { answered })

    expect(solved.exitCode).toBe(0)
    expect(JSON.parse(solved.out)).toEqual({ reference: 'Rakuten', action: 'fix', done: true, message: 'Sent.' })
    expect(solved.asked).toContainEqual([
      'problems:fixConnection',
      { connectionId: 1, kind: 'stock-confirmation', choice: 'send' },
    ])
    expect(again.exitCode).toBe(2)
  })
})

describe('act ship', () => {
  const words = [
    'act',
    'ship',
    '--order',
    '5000001',
    '--carrier',
    'Colissimo',
    '--number',
    'X1',
    '--url',
    'https://x.example/X1',
    '--json',
  ]
  const placed = anOrderDetail({
    backOfficeId: 1,
    backOfficeRef: 'RKT-5000001',
    backOffice: 'This PC',
    status: 'placed',
  })
  const shelf: Answered = {
    ...oneOrder({ get: () => placed }),
    backOffices: {
      list: () => [aBackOfficeView(), aBackOfficeView({ id: 2, officeKind: 'webshop', label: 'Boutique' })],
    },
    officeOrders: {
      ship: () => ({
        ...{ reference: 'RKT-5000001', state: 'completed', purchasedAt: '', placedAt: '', completedAt: '' },
        ...{ cancelledAt: null, cancelReason: null, lines: [], shippingCents: 0, currency: 'EUR', deliveryMode: '' },
        ...{ methodId: null, parcels: [], buyer: null },
      }),
    },
  }

  it('ships an order of This PC', async () => {
    const { exitCode, out, asked } = await runLine(words, { answered: shelf })

    expect(exitCode).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ reference: '5000001', action: 'ship', done: true })
    expect(asked).toContainEqual([
      'officeOrders:ship',
      expect.objectContaining({
        backOfficeId: 1,
        reference: 'RKT-5000001',
        carrierName: 'Colissimo',
        trackingNumber: 'X1',
        trackingUrl: 'https://x.example/X1',
      }),
    ])
  })

  it('completes an order whose parcel has no tracking number', async () => {
    const { exitCode, out, asked } = await runLine(['act', 'ship', '--order', '5000001', '--number', '', '--json'], {
      answered: shelf,
    })

    expect(exitCode).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ done: true, message: 'Shipped, without a tracking number yet.' })
    expect(asked).toContainEqual([
      'officeOrders:ship',
      expect.objectContaining({ reference: 'RKT-5000001', carrierName: null, trackingNumber: null }),
    ])
  })

  it.each([
    ['is in a shop', { ...placed, backOfficeId: 2, backOffice: 'Boutique' }, /is in Boutique/],
    ['is in no back office yet', anOrderDetail(), /not in a back office yet: it is imported/],
  ])('leaves alone an order that %s', async (_, detail, message) => {
    const answered = { ...shelf, ...oneOrder({ get: () => detail }) }

    const { exitCode, out } = await runLine(words, { answered })

    expect(exitCode).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ done: false, message: expect.stringMatching(message) })
  })
})

describe('act test-order', () => {
  type Sent = NonNullable<NonNullable<Answered['connections']>['sendTestOrder']>
  const testOrder = (more: Partial<Exclude<ReturnType<Sent>, { fault: unknown }>> = {}) => ({
    ...({
      reference: 'TEST-1-1',
      state: 'confirmed',
      sentAt: '',
      backOfficeNumber: '4807',
      backOfficeUrl: null,
    } as const),
    message: 'Found and read back. Now cancel it there.',
    ...more,
  })
  const answering = (sendTestOrder: Sent, labels = ['Rakuten']): Answered => ({
    connections: { list: () => labels.map((label, index) => aConnectionView({ id: index + 1, label })), sendTestOrder },
  })

  it('sends one into the back office of the only connection', async () => {
    const { exitCode, out, asked } = await runLine(['act', 'test-order', '--json'], {
      answered: answering(() => testOrder()),
    })

    expect(exitCode).toBe(0)
    expect(JSON.parse(out)).toEqual({
      ...{ reference: 'TEST-1-1', action: 'test-order', done: true },
      message: 'Found and read back. Now cancel it there.',
    })
    expect(asked).toContainEqual(['connections:sendTestOrder', { id: 1 }])
  })

  it.each([
    ['sent', false, 1],
    ['failed', false, 1],
    ['confirmed', true, 0],
    ['cancelled', true, 0],
  ] as const)('that is %s is done: %s', async (state, done, exit) => {
    const { exitCode, out } = await runLine(['act', 'test-order', '--json'], {
      answered: answering(() => testOrder({ state })),
    })

    expect(JSON.parse(out)).toMatchObject({ done })
    expect(exitCode).toBe(exit)
  })

  it('asks which connection is meant where there are several', async () => {
    const answered = answering(() => testOrder(), ['Rakuten', 'Atelier'])

    const unsaid = await runLine(['act', 'test-order', '--json'], { answered })
    const said = await runLine(['act', 'test-order', '--connection', 'Atelier'], { answered })

    expect(unsaid.exitCode).toBe(2)
    expect(JSON.parse(unsaid.out)).toMatchObject({ done: false, message: expect.stringContaining('Rakuten, Atelier') })
    expect(said.asked).toContainEqual(['connections:sendTestOrder', { id: 2 }])
  })

  it('says why none was sent', async () => {
    const fault = { kind: 'settings', message: 'Cubyn would ship a test order: none is sent.', field: null } as const

    const { exitCode, out } = await runLine(['act', 'test-order', '--json'], { answered: answering(() => ({ fault })) })

    expect(exitCode).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ reference: '', done: false, message: fault.message })
  })

  it('takes no number of an order', async () => {
    expect(await runLine(['act', 'test-order', '--order', '5'])).toMatchObject({ exitCode: 2, opened: [] })
  })
})
