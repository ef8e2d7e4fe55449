import { describe, expect, it } from 'vitest'
import type { Place } from '../../../src/main/shell/screens-address.ts'
import type { StandingProblem } from '../../../src/preload/contract/problems.ts'
import { localAt } from '../../helpers/local-time.ts'
import { aSeller, noCode } from '../../helpers/notified-seller.ts'
import { aStandingProblem } from '../../helpers/views.ts'

describe('notifications of problems', () => {
  it('are grouped: one for each kind, with its count and its connections', async () => {
    const { started, shown } = aSeller({
      problems: [
        noCode({ orderId: 7 }),
        noCode({ orderId: 8, connectionId: 2, connection: 'Papeterie' }),
        aStandingProblem({ orderId: 9, kind: 'sku' }),
      ],
    })

    await started().look()

    expect(shown().map(({ title, body }) => [title, body])).toEqual([
      ['2 orders need a tracking code', 'Rakuten, Papeterie: Completed without one, and Rakuten asks for it.'],
      ['1 order has an unknown SKU', 'Rakuten: Held; nothing was accepted.'],
    ])
  })

  it('name a connection that has stopped', async () => {
    const { started, shown } = aSeller({
      problems: [aStandingProblem({ orderId: null, reference: null, kind: 'credentials', connection: 'Papeterie' })],
    })

    await started().look()

    expect(shown()).toMatchObject([{ title: 'Papeterie has stopped', body: 'The token or key is no longer taken.' }])
  })

  it('never hold a text that came from outside, where a buyer could be named', async () => {
    const named = { message: 'Camille Martin asks for a refund', detail: { text: 'Camille Martin asks for a refund' } }
    const { started, shown } = aSeller({ problems: [aStandingProblem({ kind: 'claim', ...named })] })

    await started().look()

    expect(shown()).toHaveLength(1)
    expect(JSON.stringify(shown())).not.toContain('Camille')
  })

  it('keep quiet about what Navette tries again by itself', async () => {
    const { started, shown } = aSeller({
      problems: [aStandingProblem({ orderId: null, kind: 'unreachable', needsPerson: false })],
    })

    await started().look()

    expect(shown()).toEqual([])
  })

  it('come once for one fault, however often one looks, also after a restart', async () => {
    const { started, titles } = aSeller({ problems: [noCode()] })

    const notifications = started()
    await notifications.look()
    await notifications.look()
    await started().look()

    expect(titles()).toEqual(['1 order needs a tracking code'])
  })

  it('replace the earlier one of their kind with the whole count', async () => {
    const { seller, started, shown } = aSeller({ problems: [noCode()] })
    const notifications = started()
    await notifications.look()

    seller.problems = [noCode(), noCode({ orderId: 8 })]
    await notifications.look()

    expect(shown().map(({ title, closed }) => [title, closed])).toEqual([
      ['1 order needs a tracking code', true],
      ['2 orders need a tracking code', false],
    ])
  })

  it('come again when what was solved comes back', async () => {
    const { seller, started, titles } = aSeller({ problems: [noCode()] })
    const notifications = started()
    await notifications.look()

    seller.problems = []
    await notifications.look()
    seller.problems = [noCode()]
    await notifications.look()

    expect(titles()).toHaveLength(2)
  })

  it('wait for the end of the cycle, so that its news comes together', async () => {
    const { seller, started, titles } = aSeller({ problems: [noCode()], sync: { state: 'syncing' } })
    const notifications = started()
    await notifications.look()
    const during = titles()

    seller.sync = {}
    seller.problems = [noCode(), noCode({ orderId: 8 })]
    await notifications.look()

    expect([during, titles()]).toEqual([[], ['2 orders need a tracking code']])
  })

  it('wait for the end of the quiet hours', async () => {
    const { seller, started, titles } = aSeller({
      problems: [noCode()],
      settings: { quietHours: { from: '22:00', to: '08:00' } },
      now: localAt('2026-11-24', '23:00'),
    })
    const notifications = started()
    await notifications.look()
    const atNight = titles()

    seller.now = localAt('2026-11-25', '08:00')
    await notifications.look()

    expect([atNight, titles()]).toEqual([[], ['1 order needs a tracking code']])
  })

  it('do not come to somebody who has the window before them, nor later', async () => {
    const { seller, started, titles } = aSeller({ problems: [noCode()], watching: true })
    const notifications = started()
    await notifications.look()

    seller.watching = false
    await notifications.look()

    expect(titles()).toEqual([])
  })

  it('do not come when the seller wants none', async () => {
    const { started, titles } = aSeller({ problems: [noCode()], settings: { notifyProblems: false } })

    await started().look()

    expect(titles()).toEqual([])
  })

  it.each<readonly [string, readonly StandingProblem[], Place]>([
    ['the order, when it is one', [noCode({ orderId: 7 })], { screen: 'orders', orderId: 7 }],
    [
      'the orders to do, when they are several',
      [noCode({ orderId: 7 }), noCode({ orderId: 8 })],
      { screen: 'orders', orderId: null },
    ],
    [
      'the connection',
      [aStandingProblem({ orderId: null, kind: 'credentials', connectionId: 4 })],
      { screen: 'connections' },
    ],
  ])('open %s', async (_, problems, place) => {
    const { started, shown, opened } = aSeller({ problems })

    await started().look()
    shown()[0]?.emit('click')

    expect(opened).toEqual([place])
  })
})
