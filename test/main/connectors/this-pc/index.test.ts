import { describe, expect, it } from 'vitest'
import type { Records } from '../../../../src/main/connectors/sockets/ports.ts'
import { createThisPc, thisPc } from '../../../../src/main/connectors/this-pc/index.ts'
import { createRepositories } from '../../../../src/main/db/repositories.ts'
import { backOfficeBattery, type OpenedBackOffice } from '../../../batteries/back-office.ts'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import { clockByHand } from '../../../helpers/clock-by-hand.ts'
import { noFolders } from '../../../helpers/no-folders.ts'
import { openTestDatabase } from '../../../helpers/open-test-database.ts'
import { recordsInMemory } from '../../../helpers/records-in-memory.ts'

const open = async (): Promise<OpenedBackOffice> => {
  const records: Records = createRepositories(openTestDatabase()).records.scope('back-office/1')
  const { backOffice, products, orders } = createThisPc(records, clockByHand())
  return {
    backOffice: backOffice('sku'),
    // There is nobody outside to call.
    wire: null,
    isCreation: null,
    calls: () => 0,
    async placeWithoutAnswer(order) {
      await createThisPc(records, clockByHand()).backOffice('sku').placeOrder(order)
    },
    there: {
      async addProducts(rows) {
        for (const { vatClass: _, ...row } of rows) products.save({ ean: '', safetyStock: 0, ...row }, null)
      },
      vatOf: null,
      revoke: null,
      mailsToBuyers: null,
      addDuplicate: null,
      breakStock: null,
      async complete({ reference }, parcels) {
        if (parcels.length === 0) orders.ship(reference, {})
        for (const { contents: _, ...parcel } of parcels) orders.ship(reference, parcel)
      },
      async shipPart({ reference }, parcel) {
        orders.ship(reference, parcel)
      },
      async reopen({ reference }) {
        orders.reopen(reference)
      },
      async cancel({ reference }) {
        orders.cancel(reference)
      },
      async removeUnits({ reference }, units) {
        orders.removeUnits(reference, [units])
      },
      async remove({ reference }) {
        orders.remove(reference)
      },
      async addressOf({ reference }) {
        const buyer = orders.get(reference)?.buyer
        if (!buyer) throw new Error(`${reference} has no buyer`)
        const { firstName, lastName, address1, address2, postcode, city, countryCode } = buyer.delivery
        return {
          name: `${firstName} ${lastName}`,
          street: [address1, address2].filter((line) => line !== ''),
          postcode,
          city,
          countryCode,
          relayPointId: buyer.relayPoint?.id ?? null,
        }
      },
    },
  }
}

backOfficeBattery('This PC', { capabilities: thisPc.capabilities, stockFollowsOrders: true, open })

describe('This PC as a connector', () => {
  const ports = () => {
    const noOutside = () => Promise.reject(new Error('This PC calls nobody'))
    return {
      side: 'This PC',
      records: recordsInMemory(),
      clock: clockByHand(),
      http: { send: noOutside },
      folders: noFolders,
    }
  }

  it('connects without a single setting', async () => {
    const backOffice = thisPc.connect({}, { ...ports(), skuSource: 'sku' })

    expect(await backOffice.testConnection()).toMatchObject([{ ok: true }])
    expect(await backOffice.readStock()).toEqual([])
  })

  it('remembers its orders from one connection to the next', async () => {
    const kept = ports()
    createThisPc(kept.records, kept.clock).products.save(
      { sku: 'MUG-BLUE', ean: '', title: 'Blue mug', stock: 1, safetyStock: 0, priceCents: null },
      null,
    )
    await thisPc.connect({}, { ...kept, skuSource: 'sku' }).placeOrder(anOrderToPlace())

    const found = await thisPc.connect({}, { ...kept, skuSource: 'sku' }).findOrders('RKT-214001')

    expect(found).toHaveLength(1)
  })

  it('refuses to find products by a field they do not have', () => {
    expect(() => thisPc.connect({}, { ...ports(), skuSource: 'id' })).toThrow(
      expect.objectContaining({ kind: 'settings' }),
    )
  })
})
