import { expect, it } from 'vitest'
import { aNewOrder } from '../../helpers/an-order.ts'
import { openTestRepositories } from '../../helpers/open-test-database.ts'

it('keeps everything of one transaction or nothing, across repositories', () => {
  const { orders, problems, timeline, together } = openTestRepositories()

  const interrupted = () =>
    together(() => {
      orders.insertNew([aNewOrder()])
      together(() =>
        timeline.add(1, { at: '2026-11-20T10:00:00.000Z', actor: 'navette', what: 'imported', detail: {} }),
      )
      problems.put(
        { orderId: 1 },
        { kind: 'sku', message: '', detail: {}, since: '2026-11-20T10:00:00.000Z', nextTryAt: null },
      )
      throw new Error('the process ends here')
    })

  expect(interrupted).toThrow('the process ends here')
  expect([orders.get(1), timeline.of(1), problems.all()]).toEqual([null, [], []])
})

it('returns what the work returned', () => {
  const { together } = openTestRepositories()

  expect(together(() => together(() => 'kept'))).toBe('kept')
})
