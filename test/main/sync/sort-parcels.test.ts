import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Item, isKept } from '../../../src/main/domain/item.ts'
import type { Parcel, Shipment } from '../../../src/main/domain/parcel.ts'
import { sortParcels } from '../../../src/main/sync/sort-parcels.ts'
import { anItem } from '../../helpers/an-order.ts'

const same = (sku: string): string => sku
const accepted = (itemId: string, facts: Partial<Item> = {}): Item =>
  anItem({ itemId, sku: 'MUG', status: 'accepted', ...facts })

const aParcel = (trackingNumber: string | null, contents: Parcel['contents'] = []): Parcel => ({
  ...{ carrierName: 'Colissimo', carrierCode: null, trackingUrl: null },
  ...{ trackingNumber, contents },
})
const aShipment = (parcel: Parcel, itemIds: readonly string[], id = 1): Shipment => ({
  ...{ id, orderId: 1, itemIds, parcel, tracking: null, rule: null },
  ...{ state: 'sent', sentAt: null, attempts: 1 },
})
const oneMug = [{ sku: 'MUG', quantity: 1 }]
const units = ({ fresh }: ReturnType<typeof sortParcels>) =>
  fresh.map(({ parcel, itemIds }) => [parcel.trackingNumber, itemIds])

describe('sortParcels', () => {
  it('lets a parcel without contents speak for everything', () => {
    const sorted = sortParcels([accepted('1'), accepted('2')], [], [aParcel('A')], same, true)

    expect(units(sorted)).toEqual([['A', ['1', '2']]])
  })

  it('gives each parcel the units it names, and the first one what nobody names once everything left', () => {
    const items = [accepted('1'), accepted('2'), accepted('3', { sku: 'CUP' })]

    const sorted = sortParcels(items, [], [aParcel('A', oneMug), aParcel('B', oneMug)], same, true)

    expect(units(sorted)).toEqual([
      ['A', ['1', '3']],
      ['B', ['2']],
    ])
  })

  it('leaves what nobody names while not everything left', () => {
    const sorted = sortParcels([accepted('1'), accepted('2')], [], [aParcel('A', oneMug)], same, false)

    expect(units(sorted)).toEqual([['A', ['1']]])
  })

  it('keeps a further parcel of units that are spoken for, without units', () => {
    const sorted = sortParcels([accepted('1')], [], [aParcel('A'), aParcel('B')], same, true)

    expect(units(sorted)).toEqual([
      ['A', ['1']],
      ['B', []],
    ])
  })

  it('says nothing of a parcel it knows', () => {
    const sorted = sortParcels([accepted('1')], [aShipment(aParcel('A'), ['1'])], [aParcel('A')], same, true)

    expect(sorted).toEqual({ fresh: [], changed: [] })
  })

  it('takes a number that replaces another, or comes late, for a change of that shipment', () => {
    const without = aShipment(aParcel(null), ['1'])
    const other = aShipment(aParcel('A'), ['1'])

    const late = sortParcels([accepted('1')], [without], [aParcel('B')], same, true)
    const instead = sortParcels([accepted('1')], [other], [aParcel('B')], same, true)

    expect(late.changed).toEqual([{ shipment: without, parcel: aParcel('B') }])
    expect(instead.changed).toEqual([{ shipment: other, parcel: aParcel('B') }])
  })

  it('takes a second number beside the late one for a further parcel, and not for another change', () => {
    const shipments = [aShipment(aParcel(null), ['1'], 1), aShipment(aParcel('A'), ['1'], 2)]

    const sorted = sortParcels([accepted('1')], shipments, [aParcel('A'), aParcel('B')], same, true)

    expect([units(sorted), sorted.changed]).toEqual([[['B', []]], []])
  })

  it('finds a unit by the name its product has in the back office', () => {
    const sorted = sortParcels([accepted('1', { sku: 'TASSE' })], [], [aParcel('A', oneMug)], () => 'MUG', false)

    expect(units(sorted)).toEqual([['A', ['1']]])
  })

  it('gives every unit to one parcel at most, and never one that is cancelled, has left, or is spoken for', () => {
    const item = fc.record({
      sku: fc.constantFrom('MUG', 'CUP'),
      status: fc.constantFrom('accepted', 'cancelled', 'claim'),
      shipped: fc.boolean(),
    })
    const contents = fc.array(
      fc.record({ sku: fc.constantFrom('MUG', 'CUP', 'PLATE'), quantity: fc.integer({ min: 1, max: 3 }) }),
      { maxLength: 2 },
    )
    const parcels = fc.uniqueArray(fc.tuple(fc.constantFrom('A', 'B', 'C', 'D'), contents), {
      selector: ([name]) => name,
    })

    fc.assert(
      fc.property(fc.array(item, { maxLength: 6 }), parcels, fc.boolean(), (facts, named, isComplete) => {
        const items = facts.map((fact, at) => accepted(String(at), fact as Partial<Item>)) // words of the union, chosen at random
        const known = items[0] === undefined ? [] : [aShipment(aParcel('K'), [items[0].itemId])]
        const all = named.map(([number, inside]) => aParcel(number, inside))

        const { fresh } = sortParcels(items, known, [aParcel('K'), ...all], same, isComplete)

        const given = fresh.flatMap(({ itemIds }) => itemIds)
        const free = items.slice(1).filter((one) => isKept(one) && !one.shipped)
        expect(new Set(given).size).toBe(given.length)
        expect(free.map(({ itemId }) => itemId)).toEqual(expect.arrayContaining([...given]))
        if (isComplete && fresh.length > 0) expect(given).toHaveLength(free.length)
      }),
    )
  })
})
