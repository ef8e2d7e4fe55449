import { describe, expect, it } from 'vitest'
import { moveOrder } from '../../../src/main/domain/order.ts'
import { aNewOrder } from '../../helpers/an-order.ts'
import { rakutenForm, testAccounts } from '../../helpers/test-accounts.ts'

const connected = async () => {
  const test = testAccounts()
  const office = await test.accounts.backOffices.add('this-pc', 'This PC', {})
  const connection = await test.accounts.connections.add({ ...rakutenForm(), backOfficeId: office.id })
  return { ...test, connection, token: test.names.ofConnection(connection.id, 'token') }
}

describe('removing a connection', () => {
  it('takes its token out of the secret store and leaves its orders', async () => {
    const { accounts, repositories, secrets, connection, token } = await connected()
    repositories.orders.insertNew([
      aNewOrder({ status: 'skipped', reference: '1', connectionId: connection.id, skippedReason: 'in-store-pickup' }),
    ])

    expect(await accounts.removing.remove(connection)).toEqual({ removed: true, openOrders: 0 })

    expect(await secrets.read(token)).toBeNull()
    expect(repositories.connections.list()).toEqual([])
    expect(repositories.orders.byReference('1')).toHaveLength(1)
  })

  it('waits for open orders: nothing new comes in, no stock is told, and it goes once they have ended', async () => {
    const { accounts, repositories, secrets, connection, token } = await connected()
    const [order] = repositories.orders.insertNew([aNewOrder({ connectionId: connection.id })])

    expect(await accounts.removing.remove(connection)).toEqual({ removed: false, openOrders: 1 })
    await accounts.removing.removeFinished()

    expect(accounts.removing.isFinishing(connection.id)).toBe(true)
    expect(accounts.connections.get(connection.id).settings).toMatchObject({
      importFrom: '9999-12-31',
      stockUpdates: false,
    })
    expect(await secrets.read(token)).not.toBeNull()

    if (order?.status !== 'imported') throw new Error('the order was not stored')
    const ended = { endedAt: '2026-11-20T10:00:00.000Z', endedBy: 'buyer', endReason: 'changed their mind' } as const
    repositories.orders.save(moveOrder(order, 'cancelled', ended))
    await accounts.removing.removeFinished()

    expect(repositories.connections.list()).toEqual([])
    expect(await secrets.read(token)).toBeNull()
  })

  it('is found again, with its orders, when the account comes back', async () => {
    const { accounts, connection } = await connected()
    await accounts.removing.remove(connection)

    const back = await accounts.connections.add({ ...rakutenForm(), backOfficeId: connection.backOfficeId })

    expect(back).toMatchObject({ id: connection.id, referencePrefix: 'RKT' })
  })
})
