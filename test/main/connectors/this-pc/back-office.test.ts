import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { OrderToCheck } from '../../../../src/main/connectors/sockets/back-office.ts'
import type { Records } from '../../../../src/main/connectors/sockets/ports.ts'
import { createThisPc } from '../../../../src/main/connectors/this-pc/index.ts'
import { anAddress } from '../../../helpers/an-order.ts'
import { anOrderToPlace, aPlacedLine, aRelayPoint } from '../../../helpers/an-order-to-place.ts'
import { aProduct, stockOf, thisPcWith } from './a-shelf.ts'

const EAN = '3700000000017'
const toCheck = (sku: string): OrderToCheck => ({
  lines: [{ sku, quantity: 1 }],
  delivery: anAddress(),
  relayPoint: null,
})

describe('This PC, asked by EAN', () => {
  it('finds products by their EAN and speaks of them by it', async () => {
    const pc = thisPcWith(aProduct({ ean: EAN }), aProduct({ sku: 'CUP' }))
    const backOffice = pc.backOffice('ean')

    const check = await backOffice.checkOrder(toCheck(EAN))
    const placed = await backOffice.placeOrder(anOrderToPlace({ lines: [aPlacedLine({ sku: EAN, quantity: 2 })] }))

    expect(check.unknownSkus).toEqual([])
    expect(placed.lines).toEqual([{ sku: EAN, quantity: 2 }])
    expect(stockOf(pc)).toEqual({ CUP: 10, 'MUG-BLUE': 8 })
    expect(await backOffice.readStock()).toEqual([{ sku: EAN, available: 8, title: 'Blue mug' }])
  })

  it('does not choose between two products of one EAN', async () => {
    const pc = thisPcWith(aProduct({ ean: EAN }), aProduct({ sku: 'MUG-BLUE-2', ean: EAN }))
    const backOffice = pc.backOffice('ean')

    const check = await backOffice.checkOrder(toCheck(EAN))

    expect(check).toMatchObject({ unknownSkus: [], duplicateSkus: [EAN] })
    expect(check.available.size).toBe(0)
    await expect(backOffice.placeOrder(anOrderToPlace({ lines: [aPlacedLine({ sku: EAN })] }))).rejects.toMatchObject({
      kind: 'refused',
    })
    expect((await backOffice.readStock()).map(({ sku }) => sku)).toEqual([EAN, EAN])
  })

  it('gives back to the same product after its EAN has changed', async () => {
    const blue = aProduct({ ean: EAN })
    const pc = thisPcWith(blue)
    const placed = await pc.backOffice('ean').placeOrder(anOrderToPlace({ lines: [aPlacedLine({ sku: EAN })] }))
    pc.products.save({ ...blue, ean: '3700000000024' }, blue)

    await pc.backOffice('ean').cancelOrder(placed, '')

    expect(stockOf(pc)).toEqual({ 'MUG-BLUE': 10 })
  })
})

describe('stock of This PC', () => {
  it('keeps the safety stock from being offered, not from being used for what is sold', async () => {
    const backOffice = thisPcWith(aProduct({ stock: 3, safetyStock: 2 })).backOffice('sku')

    expect(await backOffice.readStock()).toMatchObject([{ available: 1 }])
    expect((await backOffice.checkOrder(toCheck('MUG-BLUE'))).available.get('MUG-BLUE')).toBe(3)
  })

  it('is never offered below zero', async () => {
    const backOffice = thisPcWith(aProduct({ stock: 1, safetyStock: 2 })).backOffice('sku')

    expect(await backOffice.readStock()).toMatchObject([{ available: 0 }])
  })

  it('takes an order that was promised although the shelf runs short, and gives back only what it took', async () => {
    const pc = thisPcWith(aProduct({ stock: 1 }))
    const placed = await pc.backOffice('sku').placeOrder(anOrderToPlace({ lines: [aPlacedLine({ quantity: 3 })] }))
    const during = stockOf(pc)

    await pc.backOffice('sku').cancelOrder(placed, '')

    expect(placed.lines).toEqual([{ sku: 'MUG-BLUE', quantity: 3 }])
    expect(during).toEqual({ 'MUG-BLUE': 0 })
    expect(stockOf(pc)).toEqual({ 'MUG-BLUE': 1 })
  })

  it('is untouched by an order that is refused half way', async () => {
    const pc = thisPcWith(aProduct())
    const order = anOrderToPlace({ lines: [aPlacedLine({ quantity: 2 }), aPlacedLine({ sku: 'TEAPOT' })] })

    await expect(pc.backOffice('sku').placeOrder(order)).rejects.toThrow('SKU TEAPOT not found in This PC.')

    expect(stockOf(pc)).toEqual({ 'MUG-BLUE': 10 })
  })

  it('is untouched by a test order, which may name any SKU', async () => {
    const pc = thisPcWith(aProduct())
    const lines = [aPlacedLine(), aPlacedLine({ sku: 'TEAPOT' })]

    const placed = await pc.backOffice('sku').placeOrder(anOrderToPlace({ reference: 'TEST-1', lines }))
    const during = stockOf(pc)
    pc.orders.cancel('TEST-1')

    expect(placed.lines).toHaveLength(2)
    expect([during, stockOf(pc)]).toEqual([{ 'MUG-BLUE': 10 }, { 'MUG-BLUE': 10 }])
  })

  it('and what open orders took stay the same in sum, whatever is done to them', () => {
    const units = fc.integer({ min: 1, max: 4 })
    const act = fc.record({
      what: fc.constantFrom('place', 'cancel', 'keepUnits', 'delete'),
      reference: fc.constantFrom('RKT-1', 'RKT-2', 'RKT-3'),
      units,
    })

    return fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 6 }), fc.array(act, { maxLength: 25 }), async (stock, acts) => {
        const pc = thisPcWith(aProduct({ stock }))
        const backOffice = pc.backOffice('sku')
        for (const { what, reference, units: quantity } of acts) {
          const key = { reference, backOfficeRef: reference }
          if (what === 'place')
            await backOffice.placeOrder(anOrderToPlace({ reference, lines: [aPlacedLine({ quantity })] }))
          if (what === 'cancel') await backOffice.cancelOrder(key, '')
          if (what === 'keepUnits') await backOffice.keepUnits(key, [{ sku: 'MUG-BLUE', quantity }])
          if (what === 'delete') pc.orders.remove(reference)

          const taken = pc.orders.list('all').flatMap(({ lines }) => lines.map((line) => line.taken))
          expect(taken.reduce((sum, one) => sum + one, stockOf(pc)['MUG-BLUE'] ?? 0)).toBe(stock)
        }
      }),
    )
  })
})

describe('keeping units for the engine', () => {
  it('does not mind units that are out already', async () => {
    const pc = thisPcWith(aProduct())
    const backOffice = pc.backOffice('sku')
    const placed = await backOffice.placeOrder(
      anOrderToPlace({ lines: [aPlacedLine(), aPlacedLine({ sku: 'MUG-BLUE', priceCents: 1 })] }),
    )
    await backOffice.keepUnits(placed, [])

    expect(await backOffice.keepUnits(placed, [])).toBe('kept')
    expect(stockOf(pc)).toEqual({ 'MUG-BLUE': 10 })
  })
})

describe('reading open orders', () => {
  it('does not walk through history', async () => {
    const { records, clock, orders, backOffice } = thisPcWith(aProduct({ stock: 100 }))
    for (let number = 1; number <= 30; number++) {
      await backOffice('sku').placeOrder(anOrderToPlace({ reference: `RKT-${number}` }))
      if (number > 2) orders.ship(`RKT-${number}`, {})
    }
    const asked: string[] = []
    const watched: Records = {
      ...records,
      read: (key, shape) => {
        asked.push(key)
        return records.read(key, shape)
      },
      list: (prefix, shape) => {
        const entries = records.list(prefix, shape)
        asked.push(...entries.map(({ key }) => key))
        return entries
      },
    }

    expect(createThisPc(watched, clock).orders.list('open')).toHaveLength(2)

    expect(asked.filter((key) => !/\/RKT-[12]$/.test(key))).toEqual([])
  })
})

describe('a forgotten buyer', () => {
  it('leaves no trace in the records', async () => {
    const pc = thisPcWith(aProduct())
    const placed = await pc.backOffice('sku').placeOrder(anOrderToPlace({ relayPoint: aRelayPoint() }))
    pc.orders.ship(placed.reference, { trackingNumber: '6A1', trackingUrl: 'https://carrier.example/6A1/59800' })

    await pc.backOffice('sku').forgetBuyer?.(placed)

    const everything = JSON.stringify(pc.records.list('', z.unknown()))
    for (const trace of ['Lefebvre', 'Élodie', 'elodie', '59800', '59000', '0612345678', 'Tilleuls']) {
      expect(everything).not.toContain(trace)
    }
    expect(pc.orders.get(placed.reference)).toMatchObject({ buyer: null, parcels: [{ trackingNumber: '6A1' }] })
  })
})
