import { describe, expect, it } from 'vitest'
import type { Check } from '../../../../src/main/connectors/sockets/definition.ts'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import { aForeignParcel, openWarehouse } from './open-warehouse.ts'

const named = (checks: readonly Check[], name: string): Check | undefined => checks.find((check) => check.name === name)
const APP = 'Cubyn’s own Rakuten app'

describe('the checks of a connection to Cubyn', () => {
  it('name everything that is needed, and which figure the stock is read from', async () => {
    const { backOffice } = await openWarehouse()

    const checks = await backOffice.testConnection()

    expect(checks.map(({ name }) => name)).toEqual([
      ...['Reachable', 'Application key', 'Parcels', 'Search', 'Stock figure', APP, 'Statuses', 'Time of this PC'],
    ])
    expect(named(checks, 'Stock figure')?.message).toMatch(/^Read from “availableStock”: 10 of MUG-BLUE\./)
  })

  it('know a stranger, whom Cubyn answers all the same', async () => {
    const { backOffice } = await openWarehouse({ applicationKey: 'somebody-else' })

    const checks = await backOffice.testConnection()

    expect(checks).toMatchObject([
      { name: 'Reachable', ok: true },
      { name: 'Application key', ok: false, message: expect.stringContaining('does not know the application key') },
    ])
  })

  it('show who keeps us out, and say nothing of the key then', async () => {
    const { backOffice, simulator } = await openWarehouse()
    simulator.wire.spoil('firewall', () => true, 9)

    expect(await backOffice.testConnection()).toMatchObject([
      { name: 'Reachable', ok: false, message: expect.stringContaining('web page') },
      { name: 'Application key', ok: false, message: 'Not checked.' },
    ])
  })

  it('warn of a parcel that bears a bare Rakuten number, which proves nothing', async () => {
    const { backOffice, account } = await openWarehouse()
    const { id } = aForeignParcel(account, { orderRef: '214001777' })

    expect(named(await backOffice.testConnection(), APP)).toMatchObject({
      ...{ ok: false, aside: true, message: expect.stringContaining(`Parcel ${id} bears a number`) },
    })
  })

  it('fail where an order came both ways', async () => {
    const { backOffice, account } = await openWarehouse()
    await backOffice.placeOrder(anOrderToPlace())
    const { id } = aForeignParcel(account, { orderRef: '214001' })

    const check = named(await backOffice.testConnection(), APP)

    expect(check).toEqual({
      name: APP,
      ok: false,
      message: expect.stringContaining(`Parcel ${id} was made by Cubyn’s own app`),
    })
  })

  it.each(['SHOP-77', 'RKT-214001777', '77', 'W214001777'])(
    'do not mind references of other shops: %s',
    async (orderRef) => {
      const { backOffice, account } = await openWarehouse()
      aForeignParcel(account, { orderRef })

      expect(named(await backOffice.testConnection(), APP)).toMatchObject({ ok: true })
    },
  )

  it('tell which fields a product has where the stock figure is none of them', async () => {
    const { backOffice, account } = await openWarehouse()
    account.spelling.stock = 'onHand'

    expect(named(await backOffice.testConnection(), 'Stock figure')).toMatchObject({
      ...{ ok: false, message: expect.stringContaining('It shows: id, sku, name, barcode, organizationId, onHand.') },
    })
  })
})
