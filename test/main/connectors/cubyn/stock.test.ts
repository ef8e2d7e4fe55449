import { describe, expect, it } from 'vitest'
import { USUAL_NAMES } from '../../../../src/main/connectors/cubyn/names.ts'
import { toStock } from '../../../../src/main/connectors/cubyn/products.ts'
import { anAddress } from '../../../helpers/an-order.ts'
import { openWarehouse } from './open-warehouse.ts'

const meaning = { names: USUAL_NAMES, side: 'Cubyn' }

describe('the stock figure of a product', () => {
  it.each([
    [{ availableStock: 4, stock: 9, quantity: 7 }, 4],
    [{ stock: { available: 3, total: 8 }, quantity: 7 }, 3],
    [{ available: '6' }, 6],
    [{ storedQuantity: 0, quantity: 7 }, 0],
    [{ stock: 5 }, 5],
    [{ availableStock: null, quantity: -2 }, 0],
  ])('is the first that is known: %o', (figures, available) => {
    expect(toStock({ sku: 'MUG', ...figures }, meaning)).toEqual({ sku: 'MUG', available, title: 'MUG' })
  })

  it('is a fault that names the fields there were, and never zero, where none is known', () => {
    expect(() => toStock({ sku: 'MUG', id: 'p1', onHand: 12, name: 'Mug' }, meaning)).toThrow(
      'Cubyn shows the stock of SKU MUG under no name that Navette knows. It shows: sku, id, onHand, name. Send this sentence to support for a correction.',
    )
  })
})

describe('reading stock at Cubyn', () => {
  it('counts what is set aside for parcels as gone', async () => {
    const { backOffice, account } = await openWarehouse()
    Object.assign(account.products[0] ?? {}, { reserved: 4 })

    expect(await backOffice.readStock()).toContainEqual({ sku: 'MUG-BLUE', available: 6, title: 'Blue mug' })
  })

  it('reads the figure the seller chose, of those that are offered with an example', async () => {
    const { backOffice, account } = await openWarehouse({ stockField: 'onHand' })
    account.spelling.stock = 'onHand'

    expect(await backOffice.listChoices?.('stockField')).toContainEqual({
      value: 'onHand',
      label: 'onHand (MUG-BLUE: 10)',
    })
    expect(await backOffice.readStock()).toContainEqual({ sku: 'MUG-BLUE', available: 10, title: 'Blue mug' })
  })

  it('is a fault where the figure is called otherwise', async () => {
    const { backOffice, account } = await openWarehouse()
    account.spelling.stock = 'onHand'

    await expect(backOffice.readStock()).rejects.toMatchObject({
      kind: 'unreadable',
      detail: { fields: expect.stringContaining('onHand') },
    })
  })

  it('is a fault without the length of the whole', async () => {
    const { backOffice, account } = await openWarehouse()
    account.hidesTotals = true

    await expect(backOffice.readStock()).rejects.toMatchObject({
      kind: 'unreadable',
      message: expect.stringContaining('x-total-count'),
    })
  })

  it('is a fault at the first page that is short, not after a thousand', async () => {
    const { backOffice, there, calls } = await openWarehouse()
    await there.breakStock?.()

    await expect(backOffice.readStock()).rejects.toMatchObject({ kind: 'unreadable' })
    expect(calls()).toBe(1)
  })

  it('is a fault when the catalogue moves between two pages', async () => {
    const { backOffice, account, there, simulator } = await openWarehouse()
    await there.addProducts(
      Array.from({ length: 150 }, (_, at) => ({ sku: `SKU-${at}`, title: 'Mug', stock: 1, priceCents: 100 })),
    )
    simulator.wire.spoil('slow', ({ url }) => {
      // Gone after the first page was read: everything behind it moves up by one.
      if (url.searchParams.get('offset') === '100') account.products.splice(0, 1)
      return false
    })

    await expect(backOffice.readStock()).rejects.toMatchObject({ kind: 'unreadable' })
  })

  it.each(['MUG,BLUE', 'MUG"BLUE', 'MUG/BLUE', 'MUG%20BLUE', 'MUG&BLUE=1', 'mug-blue', 'BLUE'])(
    'finds a SKU by its very letters and no other: %s',
    async (sku) => {
      const { backOffice, there } = await openWarehouse()
      const check = () =>
        backOffice.checkOrder({ lines: [{ sku, quantity: 1 }], delivery: anAddress(), relayPoint: null })

      expect(await check()).toMatchObject({ unknownSkus: [sku] })

      await there.addProducts([{ sku, title: 'Another', stock: 3, priceCents: 100 }])
      expect(Object.fromEntries((await check()).available)).toEqual({ [sku]: 3 })
    },
  )
})
