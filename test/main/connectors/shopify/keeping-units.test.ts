import { describe, expect, it } from 'vitest'
import { changesFor } from '../../../../src/main/connectors/shopify/keeping-units.ts'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import { askedSince, onlyOrder, openMugShop, operationOf, stockOf } from './a-shop.ts'

const THREE_AND_ONE = anOrderToPlace({ lines: [aPlacedLine({ quantity: 3 }), aPlacedLine({ sku: 'MUG-RED' })] })

const openEditable = async (values: Record<string, string> = {}) => {
  const opened = await openMugShop({ values })
  const { app } = opened.simulator
  app.scopes = [...app.scopes, 'write_order_edits']
  return { opened, placed: await opened.backOffice.placeOrder(THREE_AND_ONE) }
}

describe('taking units out of an order in Shopify', () => {
  it('cannot be done without the permission, and then nothing is tried', async () => {
    const opened = await openMugShop()
    const placed = await opened.backOffice.placeOrder(THREE_AND_ONE)
    const before = opened.calls()

    expect(await opened.backOffice.keepUnits(placed, [{ sku: 'MUG-RED', quantity: 1 }])).toBe('cannot')

    expect(askedSince(opened, before)).toEqual(['Shop'])
  })

  it('edits the order once, gives the units back, and is seen when the order is read', async () => {
    const { opened, placed } = await openEditable()
    const stays = [{ sku: 'MUG-BLUE', quantity: 1 }]

    expect(await opened.backOffice.keepUnits(placed, stays)).toBe('kept')
    expect(await opened.backOffice.keepUnits(placed, stays)).toBe('kept')

    expect(askedSince(opened).filter((name) => name === 'CommitEdit')).toHaveLength(1)
    expect(opened.simulator.shop.variants.map(stockOf)).toEqual([9, 5])
    expect((await opened.backOffice.readShipments([placed])).get(placed.backOfficeRef)?.lines).toEqual(stays)
  })

  it('gives nothing back where the seller does not want it', async () => {
    const { opened, placed } = await openEditable({ restock: 'no' })

    await opened.backOffice.keepUnits(placed, [{ sku: 'MUG-BLUE', quantity: 1 }])

    expect(opened.simulator.shop.variants.map(stockOf)).toEqual([7, 4])
  })

  it('is in doubt when the answer to the commit is lost, and done once when it is said again', async () => {
    const { opened, placed } = await openEditable()
    opened.simulator.wire.spoil('lost-answer', (call) => operationOf(call) === 'CommitEdit')
    const stays = [{ sku: 'MUG-BLUE', quantity: 1 }]

    await expect(opened.backOffice.keepUnits(placed, stays)).rejects.toMatchObject({ outcome: 'unknown' })

    expect(await opened.backOffice.keepUnits(placed, stays)).toBe('kept')
    expect(onlyOrder(opened).lines.map(({ currentQuantity }) => currentQuantity)).toEqual([1, 0])
    expect(opened.simulator.shop.variants.map(stockOf)).toEqual([9, 5])
  })

  it('keeps of several lines with one SKU those that have left', () => {
    const line = { sku: 'A', quantity: 2, variant: null }
    const lines = [
      { ...line, id: 'waiting', editableQuantity: 2 },
      { ...line, id: 'left', editableQuantity: 0 },
    ]

    expect(changesFor(lines, [{ sku: 'A', quantity: 3 }], 'sku')).toEqual([{ id: 'waiting', quantity: 1 }])
    expect(changesFor(lines, [{ sku: 'A', quantity: 1 }], 'sku')).toBeNull()
  })
})
