import { describe, expect, it } from 'vitest'
import { wooCommerce } from '../../../../src/main/connectors/woocommerce/index.ts'
import { aParcel } from '../../../batteries/back-office/harness.ts'
import { aCorridor, type TestCorridor } from '../../../helpers/a-corridor.ts'
import type { ShopOptions } from '../../../simulators/woocommerce/shop.ts'
import { setStatus } from '../../../simulators/woocommerce/statuses.ts'
import { callsOf, told } from '../../sync/an-open-corridor.ts'
import { type OpenShop, openShop } from './open-shop.ts'

const mug = { sku: 'MUG', priceCents: 1490 }
const cup = { sku: 'CUP', priceCents: 901 }

/** Rakuten and WooCommerce, and an order of two mugs and a cup between them. */
const openBoth = async (kind: ShopOptions = {}, prepare: (shop: OpenShop) => void = () => undefined) => {
  const open = await openShop(kind)
  await open.there.addProducts(['MUG', 'CUP'].map((sku) => ({ sku, title: sku, stock: 20, priceCents: 100 })))
  prepare(open)
  const corridor = await aCorridor({ office: () => open.backOffice, capabilities: wooCommerce.capabilities })
  const id = corridor.rakuten.world.buy({ items: [mug, mug, cup], deliveryMode: 'Suivi' })
  await corridor.sync()
  return { ...open, corridor, id, stock: () => [...open.shop.products.values()].map(({ stock }) => stock) }
}

const keyIn = ({ order }: TestCorridor, id: string) => {
  const { backOfficeRef } = order(id)
  if (backOfficeRef === null) throw new Error('The order was not placed')
  return { backOfficeRef, reference: `RKT-${id}` }
}

describe('between Rakuten and WooCommerce', () => {
  it.each<[string, ShopOptions]>([
    ['of today', {}],
    ['of yesterday', { version: '9.8.1', storage: 'classic' }],
    ['that rounds otherwise, behind a proxy', { pricesIncludeTax: false, sees: 'http' }],
  ])('an order comes in, leaves, and Rakuten learns of it, in a shop %s', async (_, kind) => {
    const { corridor, id, stock, there } = await openBoth(kind)

    await there.complete(keyIn(corridor, id), [aParcel({ trackingNumber: '6A62957360897' })])
    await corridor.pass(10)

    expect(corridor.problems(id)).toEqual([])
    expect(corridor.order(id).status).toBe('shipped')
    expect(told(corridor).map(({ trackingNumber }) => trackingNumber)).toContain('6A62957360897')
    expect(stock()).toEqual([18, 19])
  })

  it('an order leaves in two parcels, and Rakuten learns of both', async () => {
    const { corridor, id, there } = await openBoth()
    const key = keyIn(corridor, id)

    await there.shipPart?.(key, aParcel({ trackingNumber: '6A62957360897', contents: [{ sku: 'CUP', quantity: 1 }] }))
    await corridor.pass(10)
    expect(corridor.order(id).status).toBe('placed')
    await there.shipPart?.(key, aParcel({ trackingNumber: '6A61031888418', contents: [{ sku: 'MUG', quantity: 2 }] }))
    await corridor.pass(10)

    expect(corridor.problems(id)).toEqual([])
    expect(corridor.order(id).status).toBe('shipped')
    expect(new Set(told(corridor).map(({ trackingNumber }) => trackingNumber))).toEqual(
      new Set(['6A62957360897', '6A61031888418']),
    )
  })

  it('an order whose creation got no answer is found, and not created again', async () => {
    const { corridor, id, shop } = await openBoth({ pricesIncludeTax: false }, ({ simulator }) =>
      simulator.wire.spoil('lost-answer', simulator.isCreation),
    )
    expect(corridor.order(id).status).toBe('accepted')

    await corridor.pass(10)

    expect(corridor.order(id).status).toBe('placed')
    expect(corridor.problems(id)).toEqual([])
    expect(shop.orders.size).toBe(1)
  })

  it('half an order that a crash left behind is paid, once', async () => {
    const { corridor, id, shop, stock } = await openBoth({}, (open) => {
      open.shop.crashes = true
    })
    expect([...shop.orders.values()].map(({ status }) => status)).toEqual(['pending'])
    shop.crashes = false

    await corridor.pass(10)

    expect(corridor.order(id).status).toBe('placed')
    expect([...shop.orders.values()].map(({ status }) => status)).toEqual(['processing'])
    expect(stock()).toEqual([18, 19])
  })

  it('an order that the shop refuses is a problem in its words, and nothing of it stays', async () => {
    const { corridor, id, shop } = await openBoth({}, (open) => {
      open.shop.refusal = 'Pas le dimanche.'
    })

    expect(corridor.order(id).status).toBe('accepted')
    expect(corridor.problems(id)).toEqual(['refused'])
    expect(shop.orders.size).toBe(0)
  })

  it('an order cancelled in WooCommerce is cancelled at Rakuten', async () => {
    const { corridor, id, there } = await openBoth()

    await there.cancel(keyIn(corridor, id))
    await corridor.pass(10)

    expect(corridor.order(id).status).toBe('cancelled')
    expect(callsOf(corridor, 'cancelitem')).toHaveLength(3)
  })

  it('an order that the seller cancels here is cancelled in WooCommerce, and its units are back', async () => {
    const { corridor, id, shop, stock } = await openBoth()

    await corridor.act(id, { action: 'cancel' })
    await corridor.pass(5)

    expect(corridor.order(id).status).toBe('cancelled')
    expect([...shop.orders.values()].map(({ status }) => status)).toEqual(['cancelled'])
    expect(stock()).toEqual([20, 20])
  })

  it.each<[string, (open: Awaited<ReturnType<typeof openBoth>>) => Promise<void>]>([
    [
      'a unit',
      ({ corridor, id, there }) =>
        there.removeUnits?.(keyIn(corridor, id), { sku: 'CUP', quantity: 1 }) ?? Promise.resolve(),
    ],
    [
      'the whole order',
      async (open) => setStatus(open.shop, open.orderThere(keyIn(open.corridor, open.id)), 'refunded'),
    ],
  ])('%s refunded in WooCommerce is asked about, never concluded', async (_, refund) => {
    const open = await openBoth()

    await refund(open)
    await open.corridor.pass(10)

    expect(open.corridor.problems(open.id)).toEqual(['partial'])
    expect(callsOf(open.corridor, 'cancelitem')).toEqual([])
  })

  it('an order in the bin is a problem, and no cancellation', async () => {
    const { corridor, id, there } = await openBoth()

    await there.remove(keyIn(corridor, id))
    await corridor.pass(10)

    expect(corridor.problems(id)).toEqual(['gone'])
    expect(callsOf(corridor, 'cancelitem')).toEqual([])
  })

  it('WooCommerce switched off for an update changes nothing, and all goes on afterwards', async () => {
    const { corridor, id, shop, there } = await openBoth()
    shop.isActive = false
    await corridor.pass(30)
    expect(corridor.order(id).status).toBe('placed')
    expect(callsOf(corridor, 'cancelitem')).toEqual([])

    shop.isActive = true
    await there.complete(keyIn(corridor, id), [aParcel({ trackingNumber: '6A62957360897' })])
    await corridor.pass(10)

    expect(corridor.order(id).status).toBe('shipped')
  })

  it('an order for a SKU that WooCommerce does not have is not accepted', async () => {
    const { corridor, shop } = await openBoth()
    const id = corridor.rakuten.world.buy({ items: [{ ...mug, sku: 'TEAPOT' }], deliveryMode: 'Suivi' })

    await corridor.sync()

    expect(corridor.order(id).status).toBe('imported')
    expect(corridor.problems(id)).toEqual(['sku'])
    expect(shop.orders.size).toBe(1)
  })
})
