import { describe, expect, it } from 'vitest'
import { aNewOrder, anItem } from '../../helpers/an-order.ts'
import { connectTestAccount } from '../../helpers/open-test-database.ts'
import { testAnswers } from '../../helpers/test-answers.ts'

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

const skipped = { status: 'skipped', skippedReason: 'in-store-pickup' } as const

describe('a buyer who asks', () => {
  it('is found by whole words, with what cannot be erased yet', async () => {
    const { ask } = withOrders(skipped, {})

    const found = await ask.privacy.find({ buyer: 'elodie lefebvre' })
    const part = await ask.privacy.find({ buyer: 'Lefeb' })

    expect(found).toMatchObject({
      ok: true,
      value: [
        { reference: 'R0', keptBecause: null },
        { reference: 'R1', keptBecause: expect.stringContaining('address') },
      ],
    })
    expect(part).toEqual({ ok: true, value: [] })
  })

  it('is given all that is kept, the marketplace’s own answer included', async () => {
    const { ask } = withOrders(skipped)

    const reply = await ask.privacy.export({ buyer: 'Lefebvre' })

    const exported = reply.ok ? JSON.parse(reply.value.text) : expect.fail(reply.fault.message)
    expect(exported).toMatchObject({
      buyer: 'Lefebvre',
      orders: [{ reference: 'R0', buyer: { email: 'elodie.lefebvre@example.fr' } }],
    })
    expect(exported.orders[0].marketplaceAnswer).toContain('<purchaseid>R0</purchaseid>')
  })

  it('is erased from what was shown, and from the older backups', async () => {
    const { ask, repositories, kept, asked } = withOrders(skipped, skipped)
    const [first, second] = kept

    const reply = await ask.privacy.erase({ orderIds: [first?.id ?? 0] })

    expect(reply).toEqual({ ok: true, value: { erased: 1 } })
    expect(repositories.orders.get(first?.id ?? 0)?.buyer).toBeNull()
    expect(repositories.orders.get(second?.id ?? 0)?.buyer).not.toBeNull()
    expect(asked).toEqual(['replace backups'])
  })

  it('stays in an order that is still to be sent', async () => {
    const { ask, repositories, kept, asked } = withOrders({})

    const reply = await ask.privacy.erase({ orderIds: [kept[0]?.id ?? 0] })

    expect(reply).toEqual({ ok: true, value: { erased: 0 } })
    expect(repositories.orders.get(kept[0]?.id ?? 0)?.buyer).not.toBeNull()
    expect(asked).toEqual([])
  })
})
