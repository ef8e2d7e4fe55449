import { describe, expect, it } from 'vitest'
import { aSeller } from '../../helpers/notified-seller.ts'
import { anOrderRow } from '../../helpers/views.ts'

describe('notifications of deadlines', () => {
  /** Wednesday 25 November, 24:00 in Paris. */
  const acceptBy = '2026-11-25T23:00:00.000Z'
  const at = (moment: string): number => Date.parse(moment)

  it('come from the afternoon of the day before', async () => {
    const { seller, started, shown } = aSeller({
      orders: [anOrderRow({ acceptBy })],
      now: at('2026-11-24T12:59:00.000Z'),
    })
    const notifications = started()
    await notifications.look()
    const before = shown().length

    seller.now = at('2026-11-24T13:00:00.000Z')
    await notifications.look()

    expect(before).toBe(0)
    expect(shown()).toMatchObject([
      { title: '1 order to accept by tomorrow, 24:00', body: 'Rakuten: Rakuten cancels what is not accepted in time.' },
    ])
  })

  it('name the first of several, and come again only for another order', async () => {
    const now = at('2026-11-25T09:00:00.000Z')
    const { seller, started, titles } = aSeller({ orders: [anOrderRow({ id: 7, acceptBy })], now })
    const notifications = started()
    await notifications.look()
    await notifications.look()

    seller.orders = [anOrderRow({ id: 7, acceptBy }), anOrderRow({ id: 8, acceptBy })]
    await notifications.look()

    expect(titles()).toEqual(['1 order to accept by today, 24:00', '2 orders to accept, the first by today, 24:00'])
  })

  it('come while Navette is paused: it accepts nothing then', async () => {
    const { started, titles } = aSeller({
      orders: [anOrderRow({ acceptBy })],
      sync: { state: 'paused' },
      now: at('2026-11-25T09:00:00.000Z'),
    })

    await started().look()

    expect(titles()).toHaveLength(1)
  })

  it('do not come when the seller wants none', async () => {
    const { started, titles } = aSeller({
      orders: [anOrderRow({ acceptBy })],
      settings: { notifyDeadlines: false },
      now: at('2026-11-25T09:00:00.000Z'),
    })

    await started().look()

    expect(titles()).toEqual([])
  })
})
