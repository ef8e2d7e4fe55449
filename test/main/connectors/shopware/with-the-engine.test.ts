import { describe, expect, it } from 'vitest'
import { shopware } from '../../../../src/main/connectors/shopware/index.ts'
import { aParcel } from '../../../batteries/back-office/harness.ts'
import { aCorridor, type TestCorridor } from '../../../helpers/a-corridor.ts'
import { callsOf, told } from '../../sync/an-open-corridor.ts'
import { callsTo, type OpenedShopware, openShopware, ordersIn, statesOf, stockOf } from './open-shopware.ts'

const mug = { sku: 'MUG-BLUE', priceCents: 1490 }
const cup = { sku: 'MUG-RED', priceCents: 900 }

/** Rakuten and Shopware, and an order of two mugs and a red one between them. */
const openBoth = async (prepare: (shop: OpenedShopware) => void = () => undefined) => {
  const shop = await openShopware()
  prepare(shop)
  const corridor = await aCorridor({ office: () => shop.backOffice, capabilities: shopware.capabilities })
  const id = corridor.rakuten.world.buy({ items: [mug, mug, cup], deliveryMode: 'Suivi' })
  await corridor.sync()
  return { shop, corridor, id }
}

const keyIn = ({ order }: TestCorridor, id: string) => {
  const { backOfficeRef } = order(id)
  if (backOfficeRef === null) throw new Error('The order was not placed')
  return { backOfficeRef, reference: `RKT-${id}` }
}

describe('between Rakuten and Shopware', () => {
  it('an order comes in, leaves in two deliveries, and Rakuten learns of both', async () => {
    const { shop, corridor, id } = await openBoth()
    const key = keyIn(corridor, id)

    const first = aParcel({ trackingNumber: '6A62957360897', contents: [{ sku: 'MUG-RED', quantity: 1 }] })
    await shop.there.shipPart?.(key, first)
    await corridor.pass(10)
    await shop.there.complete(key, [aParcel({ trackingNumber: '6A61031888418' })])
    await corridor.pass(10)

    expect(corridor.problems(id)).toEqual([])
    expect(corridor.order(id).status).toBe('shipped')
    expect(new Set(told(corridor).map(({ trackingNumber }) => trackingNumber))).toEqual(
      new Set(['6A62957360897', '6A61031888418']),
    )
    expect(await stockOf(shop.backOffice)).toEqual({ 'MUG-BLUE': 8, 'MUG-RED': 4 })
  })

  it('an order whose creation got no answer is found, and not created again', async () => {
    const { shop, corridor, id } = await openBoth(({ simulator }) =>
      simulator.wire.spoil('lost-answer', simulator.isCreation),
    )
    expect(corridor.order(id).status).toBe('accepted')

    await corridor.pass(10)

    expect(corridor.order(id)).toMatchObject({ status: 'placed', backOfficeNumber: `RKT-${id}` })
    expect(callsTo(shop).filter((call) => call === 'POST order')).toHaveLength(1)
  })

  it('an order cancelled in Shopware is cancelled at Rakuten, and stays there as people left it', async () => {
    const { shop, corridor, id } = await openBoth()
    const { backOfficeRef } = keyIn(corridor, id)

    await shop.there.cancel(keyIn(corridor, id))
    await corridor.pass(10)

    expect(corridor.order(id).status).toBe('cancelled')
    expect(callsOf(corridor, 'cancelitem')).toHaveLength(3)
    expect(statesOf(shop, backOfficeRef)).toMatchObject({ transactions: ['paid'] })
    expect(await stockOf(shop.backOffice)).toEqual({ 'MUG-BLUE': 10, 'MUG-RED': 5 })
  })

  it('an order that the seller cancels here is cancelled in Shopware, once, though its answer was lost', async () => {
    const { shop, corridor, id } = await openBoth()
    const { backOfficeRef } = keyIn(corridor, id)
    shop.simulator.wire.spoil('lost-answer', ({ url }) => url.pathname.endsWith('/state/cancel'))

    await corridor.act(id, { action: 'cancel' })
    await corridor.pass(15)

    expect(corridor.order(id).status).toBe('cancelled')
    const over = { order: 'cancelled', deliveries: ['cancelled'], transactions: ['refunded'] }
    expect(statesOf(shop, backOfficeRef)).toEqual(over)
    expect(await stockOf(shop.backOffice)).toEqual({ 'MUG-BLUE': 10, 'MUG-RED': 5 })
  })

  it('units taken out in Shopware are asked about, never concluded', async () => {
    const { shop, corridor, id } = await openBoth()

    await shop.there.removeUnits?.(keyIn(corridor, id), { sku: 'MUG-RED', quantity: 1 })
    await corridor.pass(10)

    expect(corridor.problems(id)).toEqual(['partial'])
    expect(callsOf(corridor, 'cancelitem')).toEqual([])
  })

  it('an order that was deleted in Shopware is a problem; placed again, it stands there once', async () => {
    const { shop, corridor, id } = await openBoth()
    await shop.there.remove(keyIn(corridor, id))
    await corridor.pass(10)
    expect(corridor.problems(id)).toEqual(['gone'])

    await corridor.act(id, { action: 'fix', kind: 'gone', choice: 'place-again', inputs: {} })
    await corridor.pass(10)

    expect(corridor.order(id)).toMatchObject({ status: 'placed' })
    expect(corridor.problems(id)).toEqual([])
    expect(ordersIn(shop)).toHaveLength(1)
  })
})
