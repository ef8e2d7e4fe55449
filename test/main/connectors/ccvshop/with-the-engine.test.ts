import { describe, expect, it } from 'vitest'
import { ccvShop } from '../../../../src/main/connectors/ccvshop/index.ts'
import { aParcel } from '../../../batteries/back-office/harness.ts'
import { aCorridor, type TestCorridor } from '../../../helpers/a-corridor.ts'
import type { ShopOptions } from '../../../simulators/ccvshop/state.ts'
import { callsOf, told } from '../../sync/an-open-corridor.ts'
import { type OpenCcv, openCcv } from './open-ccv.ts'

const blue = { sku: 'MUG-BLUE', priceCents: 1490 }
const red = { sku: 'MUG-RED', priceCents: 901 }

/** Rakuten and a CCV Shop, and an order of two blue mugs and a red one between them. */
const openBoth = async (
  kind: Omit<ShopOptions, 'now'> = {},
  values: Readonly<Record<string, string>> = {},
  prepare: (shop: OpenCcv) => void = () => undefined,
) => {
  const open = await openCcv(kind, values)
  prepare(open)
  const corridor = await aCorridor({ office: () => open.backOffice, capabilities: ccvShop.capabilities })
  const id = corridor.rakuten.world.buy({ items: [blue, blue, red], deliveryMode: 'Suivi' })
  await corridor.sync()
  return { ...open, corridor, id, stock: () => [open.product('MUG-BLUE').stock, open.product('MUG-RED').stock] }
}

const keyIn = ({ order }: TestCorridor, id: string) => {
  const { backOfficeRef } = order(id)
  if (backOfficeRef === null) throw new Error('The order was not placed')
  return { backOfficeRef, reference: `RKT-${id}` }
}

describe('between Rakuten and CCV Shop', () => {
  it.each<[string, Omit<ShopOptions, 'now'>, Readonly<Record<string, string>>]>([
    ['as we think it is', {}, {}],
    ['that shows nothing below its resources', { expands: false }, {}],
    ['that does not show what it created', { hidesCreated: true }, {}],
    ['whose stock Navette sets', { lowers: false }, { stockFollows: 'no' }],
    ['that does not sign', { signs: false }, {}],
  ])('an order comes in, leaves, and Rakuten learns of it, in a shop %s', async (_, kind, values) => {
    const { corridor, id, stock, there } = await openBoth(kind, values)

    await there.complete(keyIn(corridor, id), [aParcel({ trackingNumber: '6A62957360897' })])
    await corridor.pass(10)

    expect(corridor.problems(id)).toEqual([])
    expect(corridor.order(id).status).toBe('shipped')
    expect(told(corridor).map(({ trackingNumber }) => trackingNumber)).toContain('6A62957360897')
    expect(stock()).toEqual([8, 4])
  })

  it.each([true, false])(
    'an order whose creation got no answer is found, and not created again: %s',
    async (lowers) => {
      const { corridor, id, shop, stock } = await openBoth(
        { lowers },
        { stockFollows: lowers ? 'yes' : 'no' },
        (open) => open.simulator.wire.spoil('lost-answer', open.simulator.isCreation),
      )
      const status = corridor.order(id).status

      await corridor.pass(10)

      expect([status, corridor.order(id).status]).toEqual(['accepted', 'placed'])
      expect(corridor.problems(id)).toEqual([])
      expect(shop.orders.size).toBe(1)
      expect(stock()).toEqual([8, 4])
    },
  )

  it('an order that the shop cannot be asked for is placed later, once', async () => {
    const { corridor, id, shop, stock } = await openBoth({}, {}, ({ simulator }) =>
      simulator.wire.spoil('lost-request', simulator.isCreation),
    )

    await corridor.pass(20)

    expect(corridor.order(id).status).toBe('placed')
    expect(shop.orders.size).toBe(1)
    expect(stock()).toEqual([8, 4])
  })

  it('an order cancelled in the shop is cancelled at Rakuten', async () => {
    const { corridor, id, there } = await openBoth()

    await there.cancel(keyIn(corridor, id))
    await corridor.pass(10)

    expect(corridor.order(id).status).toBe('cancelled')
    expect(callsOf(corridor, 'cancelitem')).toHaveLength(3)
  })

  it.each([true, false])(
    'an order that the seller cancels here is cancelled there, its units back: %s',
    async (lowers) => {
      const { corridor, id, only, stock } = await openBoth({ lowers }, { stockFollows: lowers ? 'yes' : 'no' })

      await corridor.act(id, { action: 'cancel' })
      await corridor.pass(5)

      expect(corridor.order(id).status).toBe('cancelled')
      expect(only().status).toBe(8)
      expect(stock()).toEqual([10, 5])
    },
  )

  it('a unit taken out in the shop is asked about, never concluded', async () => {
    const { corridor, id, there } = await openBoth()

    await there.removeUnits?.(keyIn(corridor, id), { sku: 'MUG-RED', quantity: 1 })
    await corridor.pass(10)

    expect(corridor.problems(id)).toEqual(['partial'])
    expect(callsOf(corridor, 'cancelitem')).toEqual([])
  })

  it('an order deleted there is a problem, and no cancellation', async () => {
    const { corridor, id, there } = await openBoth()

    await there.remove(keyIn(corridor, id))
    await corridor.pass(10)

    expect(corridor.problems(id)).toEqual(['gone'])
    expect(callsOf(corridor, 'cancelitem')).toEqual([])
  })

  it('a surcharge of the shop’s own is shown before the parcel leaves', async () => {
    const { corridor, id, only } = await openBoth({}, {}, ({ simulator, shop }) => {
      simulator.wire.spoil('slow', ({ method }) => {
        for (const order of method === 'GET' ? shop.orders.values() : [])
          order.rows = order.rows.map((row) => ({ ...row, priceCents: 1500 }))
        return false
      })
    })

    expect(corridor.problems(id)).toEqual(['total-differs'])
    expect(only().status).toBe(1)
  })
})
