import { describe, expect, it } from 'vitest'
import { shopify } from '../../../../src/main/connectors/shopify/index.ts'
import { aParcel } from '../../../batteries/back-office/harness.ts'
import { aCorridor, type TestCorridor } from '../../../helpers/a-corridor.ts'
import { callsOf, told } from '../../sync/an-open-corridor.ts'
import { addVariant, askedSince, type OpenShop, onlyOrder, openShop, operationOf, stockOf } from './a-shop.ts'

const mug = { sku: 'MUG', priceCents: 1490 }
const cup = { sku: 'CUP', priceCents: 900 }

/** Rakuten and Shopify, and an order of two mugs and a cup between them. */
const openBoth = async (prepare: (shop: OpenShop) => void = () => undefined) => {
  const shop = await openShop()
  for (const sku of ['MUG', 'CUP']) addVariant(shop, { sku }, 20)
  prepare(shop)
  const corridor = await aCorridor({ office: () => shop.backOffice, capabilities: shopify.capabilities })
  const id = corridor.rakuten.world.buy({ items: [mug, mug, cup], deliveryMode: 'Suivi' })
  await corridor.sync()
  return { shop, corridor, id }
}

const keyIn = ({ order }: TestCorridor, id: string) => {
  const { backOfficeRef } = order(id)
  if (backOfficeRef === null) throw new Error('The order was not placed')
  return { backOfficeRef, reference: `RKT-${id}` }
}

describe('between Rakuten and Shopify', () => {
  it('an order comes in, leaves in two parcels, and Rakuten learns of both', async () => {
    const { shop, corridor, id } = await openBoth()
    const key = keyIn(corridor, id)

    await shop.there.shipPart?.(
      key,
      aParcel({ trackingNumber: '6A62957360897', contents: [{ sku: 'CUP', quantity: 1 }] }),
    )
    await corridor.pass(10)
    await shop.there.complete(key, [aParcel({ trackingNumber: '6A61031888418' })])
    await corridor.pass(10)

    expect(corridor.problems(id)).toEqual([])
    expect(corridor.order(id).status).toBe('shipped')
    expect(new Set(told(corridor).map(({ trackingNumber }) => trackingNumber))).toEqual(
      new Set(['6A62957360897', '6A61031888418']),
    )
    expect(shop.simulator.shop.variants.map(stockOf)).toEqual([18, 19])
  })

  it('a part with two numbers takes no unit with it that is still there', async () => {
    const { shop, corridor, id } = await openBoth()

    await shop.there.shipPart?.(keyIn(corridor, id), aParcel({ contents: [{ sku: 'MUG', quantity: 1 }] }))
    onlyOrder(shop).fulfillments[0]?.tracking.push({ company: 'Colissimo', number: '6A61031888418', url: null })
    await corridor.pass(10)

    expect(corridor.order(id).status).toBe('placed')
    expect(told(corridor)).toHaveLength(1)
  })

  it('an order whose creation got no answer is found, and not created again', async () => {
    const { shop, corridor, id } = await openBoth(({ simulator }) =>
      simulator.wire.spoil('lost-answer', (call) => operationOf(call) === 'Create'),
    )
    expect(corridor.order(id).status).toBe('accepted')

    await corridor.pass(10)

    expect(corridor.order(id)).toMatchObject({ status: 'placed', backOfficeNumber: '#1001' })
    expect(askedSince(shop).filter((name) => name === 'Create')).toHaveLength(1)
  })

  it('an order cancelled in Shopify is cancelled at Rakuten', async () => {
    const { shop, corridor, id } = await openBoth()

    await shop.there.cancel(keyIn(corridor, id))
    await corridor.pass(10)

    expect(corridor.order(id).status).toBe('cancelled')
    expect(callsOf(corridor, 'cancelitem')).toHaveLength(3)
  })

  it('an order that the seller cancels here is cancelled in Shopify, and its units are back', async () => {
    const { shop, corridor, id } = await openBoth()

    await corridor.act(id, { action: 'cancel' })
    await corridor.pass(5)

    expect(corridor.order(id).status).toBe('cancelled')
    expect(onlyOrder(shop).cancelledAt).not.toBeNull()
    expect(shop.simulator.shop.variants.map(stockOf)).toEqual([20, 20])
  })

  it('a unit refunded in Shopify is asked about, never concluded', async () => {
    const { shop, corridor, id } = await openBoth()

    await shop.there.removeUnits?.(keyIn(corridor, id), { sku: 'CUP', quantity: 1 })
    await corridor.pass(10)

    expect(corridor.problems(id)).toEqual(['partial'])
    expect(callsOf(corridor, 'cancelitem')).toEqual([])
  })

  it('an order that was deleted in Shopify is a problem, and no cancellation', async () => {
    const { shop, corridor, id } = await openBoth()

    await shop.there.remove(keyIn(corridor, id))
    await corridor.pass(10)

    expect(corridor.problems(id)).toEqual(['gone'])
    expect(callsOf(corridor, 'cancelitem')).toEqual([])
  })

  it('an order for a SKU that Shopify does not have is not accepted', async () => {
    const { shop, corridor } = await openBoth()
    const id = corridor.rakuten.world.buy({ items: [{ ...mug, sku: 'TEAPOT' }], deliveryMode: 'Suivi' })

    await corridor.sync()

    expect(corridor.order(id).status).toBe('imported')
    expect(corridor.problems(id)).toEqual(['sku'])
    expect(shop.simulator.shop.orders).toHaveLength(1)
  })
})
