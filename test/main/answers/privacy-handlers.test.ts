import { describe, expect, it } from 'vitest'
import { aNewOrder, anItem } from '../../helpers/an-order.ts'
import { connectTestAccount } from '../../helpers/open-test-database.ts'
import { GOOD_TOKEN, officeForgot, rakutenForm } from '../../helpers/test-accounts.ts'
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

  it('is erased from This PC’s own order too', async () => {
    const test = testAnswers()
    const office = await test.accounts.backOffices.add('this-pc', 'This PC', {})
    const { id } = await test.accounts.connections.add({ ...rakutenForm(), backOfficeId: office.id })
    officeForgot.length = 0
    const [order] = test.repositories.orders.insertNew([
      aNewOrder({ ...skipped, connectionId: id, backOfficeId: office.id, backOfficeRef: 'RKT-214001' }),
    ])

    await test.ask.privacy.erase({ orderIds: [order?.id ?? 0] })

    expect(officeForgot).toEqual([{ backOfficeRef: 'RKT-214001', reference: 'RKT-214001' }])
  })

  it('is erased here although the shop that has the order cannot even be opened', async () => {
    const test = testAnswers()
    const shop = { shopUrl: 'https://boutique.example', consumerKey: GOOD_TOKEN, consumerSecret: 'secret' }
    const office = await test.accounts.backOffices.add('woocommerce', 'Boutique', shop)
    const { id } = await test.accounts.connections.add({ ...rakutenForm(), backOfficeId: office.id })
    await test.secrets.remove(test.names.ofBackOffice(office.id, 'consumerKey'))
    const [order] = test.repositories.orders.insertNew([
      aNewOrder({ ...skipped, connectionId: id, backOfficeId: office.id, backOfficeRef: '501' }),
    ])

    expect(await test.ask.privacy.erase({ orderIds: [order?.id ?? 0] })).toEqual({ ok: true, value: { erased: 1 } })
  })

  it('stays in an order that is still to be sent', async () => {
    const { ask, repositories, kept, asked } = withOrders({})

    const reply = await ask.privacy.erase({ orderIds: [kept[0]?.id ?? 0] })

    expect(reply).toEqual({ ok: true, value: { erased: 0 } })
    expect(repositories.orders.get(kept[0]?.id ?? 0)?.buyer).not.toBeNull()
    expect(asked).toEqual([])
  })
})
