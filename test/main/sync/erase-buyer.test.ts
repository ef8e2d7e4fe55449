import { describe, expect, it } from 'vitest'
import { eraseBuyer, eraseByAge } from '../../../src/main/sync/erase-buyer.ts'
import type { TestCorridor } from '../../helpers/a-corridor.ts'
import { colissimo, onePlaced } from './an-open-corridor.ts'

const needsOf = ({ repositories, pc, clock }: TestCorridor, opened: number[] = []) => ({
  repositories,
  openLocalOffice: async (id: number) => {
    opened.push(id)
    return pc.backOffice('sku')
  },
  nowIso: clock.nowIso,
})

const shipped = async () => {
  const corridor = await onePlaced()
  corridor.pc.orders.ship(corridor.ref, colissimo)
  await corridor.sync()
  expect(corridor.order(corridor.id).status).toBe('shipped')
  return corridor
}

describe('erasing a buyer', () => {
  it('forgets them here and in our own back office, and keeps ids, SKUs, amounts and the status', async () => {
    const corridor = await shipped()
    const { order, pc, id, ref, repositories } = corridor
    const before = order(id)

    await eraseBuyer(needsOf(corridor), before)

    const after = order(id)
    expect([after.buyer, repositories.orders.raw(after.id), pc.orders.get(ref)?.buyer]).toEqual([null, null, null])
    expect(after).toMatchObject({
      reference: id,
      status: 'shipped',
      items: before.items,
      shippingCents: before.shippingCents,
    })
    expect(JSON.stringify(repositories.timeline.of(after.id))).not.toMatch(/Exemplier|acheteur.*@/)
  })

  it('by age touches what ended before that day, and nothing that is open', async () => {
    const corridor = await shipped()
    const { rakuten, sync, order, clock, id } = corridor
    clock.set('2026-03-01T09:00:00.000Z')
    const young = rakuten.world.buy({ items: [{ sku: 'MUG', priceCents: 1490 }] })
    await sync()

    const erased = await eraseByAge(needsOf(corridor), '2026-02-01T00:00:00.000Z')
    const again = await eraseByAge(needsOf(corridor), '2026-02-01T00:00:00.000Z')

    expect([erased, again]).toEqual([1, 0])
    expect([order(id).buyer, order(young).buyer === null]).toEqual([null, false])
  })
})
