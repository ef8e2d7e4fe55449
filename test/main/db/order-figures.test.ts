import { describe, expect, it } from 'vitest'
import { aNewOrder, anItem } from '../../helpers/an-order.ts'
import { openTestRepositories } from '../../helpers/open-test-database.ts'

const NOW = '2026-11-20T10:00:00.000Z'

const ordersWith = (...facts: readonly Parameters<typeof aNewOrder>[0][]) => {
  const { orders } = openTestRepositories()
  const kept = orders.insertNew(
    facts.map((fact, index) =>
      aNewOrder({ reference: `R${index}`, items: [anItem({ itemId: `R${index}-1` })], ...fact }),
    ),
  )
  return { orders, kept }
}

describe('the figures of orders', () => {
  it('count what came in and what left, day by day', () => {
    const { orders } = ordersWith(
      { importedAt: '2026-11-18T09:00:00.000Z' },
      { importedAt: '2026-11-18T23:00:00.000Z' },
      { importedAt: '2026-11-19T01:00:00.000Z' },
      { importedAt: '2026-11-01T01:00:00.000Z' },
    )

    expect(orders.perDay('2026-11-15', null)).toEqual([
      { day: '2026-11-18', imported: 2, shipped: 0 },
      { day: '2026-11-19', imported: 1, shipped: 0 },
    ])
    expect(orders.perDay('2026-11-15', 99)).toEqual([])
  })

  it('tell open orders of a mode from those it keeps out', () => {
    const { orders, kept } = ordersWith(
      { deliveryMode: 'Suivi' },
      { deliveryMode: 'Casier', status: 'skipped', skippedReason: 'mode-not-mapped' },
      { deliveryMode: 'Suivi', status: 'skipped', skippedReason: 'cancelled' },
    )

    expect(orders.byMode(1, NOW)).toEqual([
      { deliveryMode: 'Casier', open: 0, held: 1 },
      { deliveryMode: 'Suivi', open: 1, held: 0 },
    ])
    expect(orders.heldByMode(1, 'Casier', NOW)).toEqual([kept[1]?.id])
  })

  it('leave out what was not available and can no longer be accepted', () => {
    const skipped = { deliveryMode: 'So Colissimo', status: 'skipped', skippedReason: 'mode-not-available' } as const
    const { orders, kept } = ordersWith(
      { ...skipped, acceptBy: '2026-11-19T23:00:00.000Z' },
      { ...skipped, acceptBy: '2026-11-23T23:00:00.000Z' },
    )

    expect(orders.heldByMode(1, 'So Colissimo', NOW)).toEqual([kept[1]?.id])
  })
})

describe('the list of orders', () => {
  const all = { tab: 'all', sort: 'purchasedAt', direction: 'ascending', offset: 0, limit: 10 } as const

  it('can be narrowed to a mode and to days of purchase', () => {
    const { orders } = ordersWith(
      { deliveryMode: 'Suivi', purchasedAt: '2026-11-01T00:00:00.000Z' },
      { deliveryMode: 'Suivi', purchasedAt: '2026-11-02T00:00:00.000Z' },
      { deliveryMode: 'Normal', purchasedAt: '2026-11-02T00:00:00.000Z' },
    )

    const { rows } = orders.list({
      ...all,
      deliveryMode: 'Suivi',
      purchasedFrom: '2026-11-02T00:00:00.000Z',
      purchasedBefore: '2026-11-03T00:00:00.000Z',
    })

    expect(rows.map(({ order }) => order.reference)).toEqual(['R1'])
  })
})
