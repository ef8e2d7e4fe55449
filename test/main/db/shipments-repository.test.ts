import { describe, expect, it } from 'vitest'
import type { Shipment } from '../../../src/main/domain/parcel.ts'
import { aNewOrder } from '../../helpers/an-order.ts'
import { openTestRepositories } from '../../helpers/open-test-database.ts'

const aShipment = (facts: Partial<Shipment> = {}): Omit<Shipment, 'id'> => ({
  orderId: 1,
  itemIds: ['1', '2'],
  parcel: {
    carrierName: 'La Poste',
    carrierCode: null,
    trackingNumber: '6A12345678901',
    trackingUrl: null,
    contents: [{ sku: 'MUG-BLUE', quantity: 2 }],
  },
  tracking: {
    carrier: 'Colissimo',
    trackingNumber: '6A12345678901',
    trackingUrl: 'https://www.laposte.fr/6A12345678901',
  },
  rule: 'name',
  state: 'to-send',
  sentAt: null,
  attempts: 0,
  ...facts,
})

const withOrder = () => {
  const repositories = openTestRepositories()
  repositories.orders.insertNew([aNewOrder()])
  return repositories.shipments
}

describe('shipments', () => {
  it('are read back as they were added', () => {
    const shipments = withOrder()

    const added = shipments.add(aShipment())

    expect(shipments.of(1)).toEqual([{ ...aShipment(), id: added.id }])
  })

  it('may travel without a number, or wait for their carrier', () => {
    const shipments = withOrder()
    const withoutNumber = aShipment({
      parcel: { carrierName: null, carrierCode: null, trackingNumber: null, trackingUrl: null, contents: [] },
      tracking: null,
      rule: null,
    })

    shipments.add(withoutNumber)
    shipments.add(aShipment({ tracking: null, rule: null }))
    shipments.add(aShipment({ tracking: { carrier: 'Autre', trackingNumber: '', trackingUrl: '' } }))

    expect(shipments.of(1)).toMatchObject([
      withoutNumber,
      aShipment({ tracking: null, rule: null }),
      { tracking: { carrier: 'Autre', trackingNumber: '', trackingUrl: '' } },
    ])
  })

  it('are found by how far they travelled, in their connection', () => {
    const shipments = withOrder()
    const added = shipments.add(aShipment())
    shipments.add(aShipment({ state: 'known' }))

    const sent = { ...added, state: 'sent', sentAt: '2026-11-20T10:00:00.000Z', attempts: 1 } as const
    shipments.save(sent)

    expect(shipments.inState(1, 'sent')).toEqual([sent])
    expect(shipments.inState(1, 'to-send')).toEqual([])
    expect(shipments.inState(2, 'sent')).toEqual([])
  })
})
