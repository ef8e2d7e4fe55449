import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { custom } from '../../../../src/main/connectors/custom/index.ts'
import { aParcel, BLUE_MUG, RED_MUG } from '../../../batteries/back-office/harness.ts'
import { openOverSimulator } from '../../../batteries/over-simulator.ts'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import { temporaryFolder } from '../../../helpers/temporary-folder.ts'
import { connectOffice } from '../../../simulators/connect-office.ts'
import { startCustomFolderSimulator } from '../../../simulators/custom-files/index.ts'
import { TEMPLATE } from '../../../simulators/custom-files/template.ts'
import { startCustomHttpSimulator } from '../../../simulators/custom-http/index.ts'
import { DEFAULT_SETUP } from '../../../simulators/custom-http/setup.ts'
import { shelve } from '../../../simulators/custom-http/shop.ts'
import { templateFor } from '../../../simulators/custom-http/template.ts'
import { openOverFiles } from './over-files.ts'

const byFile = JSON.parse(TEMPLATE)
const STOCK_BY_HTTP = templateFor(DEFAULT_SETUP).readStock
const CANCEL_BY_REF = { ...templateFor(DEFAULT_SETUP).cancelOrder, path: '/orders/{{ref}}/cancel' }

/** How states are asked for of orders that are known by our reference alone. */
const ASKED = {
  all: templateFor({ ...DEFAULT_SETUP, ordersAsked: 'all' }).readOrders,
  byIds: { ...templateFor(DEFAULT_SETUP).readOrders, path: '/orders?externals={{refs|join(",")}}' },
  byId: { ...templateFor({ ...DEFAULT_SETUP, ordersAsked: 'by-id' }).readOrders, path: '/orders/{{ref}}' },
} as const

/** A shop that takes orders out of a folder, and tells of them over its interface. */
const openFilesOut = async (readOrders: unknown, acknowledgement?: unknown) => {
  const folder = temporaryFolder()
  const template = {
    ...templateFor(DEFAULT_SETUP),
    createOrder: { ...byFile.createOrder, acknowledgement },
    ...{ readOrders, cancelOrder: CANCEL_BY_REF, readStock: STOCK_BY_HTTP, files: { settleSeconds: 1 } },
  }
  const shop = await openOverSimulator(custom, startCustomHttpSimulator, {
    values: { template: JSON.stringify(template), folder },
  })
  await shop.there.addProducts([BLUE_MUG, RED_MUG])
  const { shop: inside } = shop.simulator
  /** It looks into the folder. */
  const takeIn = (): void => {
    for (const name of readdirSync(join(folder, 'in')).filter((one) => one.endsWith('.csv'))) {
      const [, row = ''] = readFileSync(join(folder, 'in', name), 'utf8').split('\r\n')
      const [ref = ''] = row.split(';')
      const lines = [{ sku: 'MUG-BLUE', qty: 1, price: 12.9 }]
      inside.orders.set(1001, {
        ...{ id: 1001, external: ref, status: 'nieuw', createdAt: inside.now(), lines, shippingPrice: 3.99 },
        ...{ address: { zip: '59800' }, relayPoint: '', boxes: [] },
      })
      shelve(inside, lines, -1)
      renameSync(join(folder, 'in', name), join(folder, 'in', `${name}.done`))
    }
  }
  return { ...shop, folder, takeIn, theirs: { backOfficeRef: '1001' } }
}

describe.each(Object.entries(ASKED))('an order that goes out by file and is told of over HTTP, asked %s', (_, read) => {
  it('is open until it is taken in, found again, and shipped under our reference', async () => {
    const { backOffice, there, takeIn, theirs } = await openFilesOut(read)

    const placed = await backOffice.placeOrder(anOrderToPlace())
    const [found] = await backOffice.findOrders('RKT-214001')
    const sent = (await backOffice.readShipments([placed])).get('RKT-214001')
    takeIn()
    const open = (await backOffice.readShipments([placed])).get('RKT-214001')
    await there.complete({ ...placed, ...theirs }, [aParcel({ trackingNumber: '3S1' })])
    const shipped = (await backOffice.readShipments([placed])).get('RKT-214001')

    expect([placed.backOfficeRef, found?.backOfficeRef]).toEqual(['RKT-214001', 'RKT-214001'])
    expect([sent, open]).toMatchObject(Array(2).fill({ state: 'open', parcels: [] }))
    expect(shipped).toMatchObject({ state: 'completed', parcels: [{ trackingNumber: '3S1' }] })
    expect(await backOffice.readStock()).toMatchObject([{ sku: 'MUG-BLUE', available: 9 }, { sku: 'MUG-RED' }])
  })

  it('is cancelled here, and seen cancelled there', async () => {
    const { backOffice, simulator, takeIn } = await openFilesOut(read)
    const placed = await backOffice.placeOrder(anOrderToPlace())
    takeIn()

    expect(await backOffice.cancelOrder(placed, 'The buyer cancelled')).toBe('cancelled')

    expect(simulator.shop.orders.get(1001)?.status).toBe('geannuleerd')
    expect((await backOffice.readShipments([placed])).get('RKT-214001')).toMatchObject({ state: 'cancelled' })
  })
})

describe('an order that goes out by file and is answered by one', () => {
  it('is gone when the answer refuses it, though its states are told over HTTP', async () => {
    const { backOffice, folder } = await openFilesOut(ASKED.all, byFile.createOrder.acknowledgement)
    const placed = await backOffice.placeOrder(anOrderToPlace())
    mkdirSync(join(folder, 'out'))
    writeFileSync(join(folder, 'out/ack_1.csv'), 'ref;remoteId;result;message\r\nRKT-214001;;ERROR;No such street\r\n')

    const progress = (await backOffice.readShipments([placed])).get('RKT-214001')

    expect(progress).toMatchObject({ state: 'gone', notes: [expect.stringContaining('No such street')] })
  })
})

/** A shop that takes orders over its interface, and tells of them in files. */
const openFilesIn = async () => {
  const shop = await openOverSimulator(custom, startCustomHttpSimulator)
  await shop.there.addProducts([BLUE_MUG, RED_MUG])
  const files = await openOverFiles(startCustomFolderSimulator, { isWatching: false })
  const { importer, disk } = files.simulator
  await files.there.addProducts([BLUE_MUG, RED_MUG])
  const { createOrder } = templateFor(DEFAULT_SETUP)
  const { interface: manner } = templateFor(DEFAULT_SETUP)
  const template = { ...byFile, interface: manner, createOrder }
  const backOffice = connectOffice(custom, {
    ...{ clock: shop.clock, records: shop.records },
    values: { ...shop.simulator.values, template: JSON.stringify(template), folder: disk },
  })
  return { backOffice, importer, disk, shop: shop.simulator.shop }
}

describe('an order that goes out over HTTP and is told of in files', () => {
  it('is found again by the interface, and shipped by a row with our reference', async () => {
    const { backOffice, importer } = await openFilesIn()

    const placed = await backOffice.placeOrder(anOrderToPlace())
    const [found] = await backOffice.findOrders('RKT-214001')
    const open = (await backOffice.readShipments([placed])).get('1001')
    importer.tell('RKT-214001', [['SHIPPED', 'Colissimo', 'AA1', '', '', '']])
    const shipped = (await backOffice.readShipments([placed])).get('1001')

    expect([placed.backOfficeRef, found?.backOfficeRef]).toEqual(['1001', '1001'])
    expect(open).toMatchObject({ state: 'open', parcels: [] })
    expect(shipped).toMatchObject({ state: 'completed', parcels: [{ trackingNumber: 'AA1' }] })
    expect(await backOffice.readStock()).toMatchObject([{ sku: 'MUG-BLUE', available: 10 }, { sku: 'MUG-RED' }])
  })

  it('is asked to be cancelled by a file once, and is when a file says so', async () => {
    const { backOffice, importer, disk } = await openFilesIn()
    const placed = await backOffice.placeOrder(anOrderToPlace())

    const asked = await backOffice.cancelOrder(placed, 'The buyer cancelled')
    const again = await backOffice.cancelOrder(placed, 'The buyer cancelled')
    importer.tell('RKT-214001', [['CANCELLED', '', '', '', '', '']])

    expect([asked, again]).toEqual(Array(2).fill({ declined: expect.stringContaining('cancel_RKT-214001.csv') }))
    expect(readdirSync(join(disk, 'cancel')).filter((name) => name.endsWith('.csv'))).toHaveLength(1)
    expect(await backOffice.cancelOrder(placed, 'The buyer cancelled')).toBe('cancelled')
    expect((await backOffice.readShipments([placed])).get('1001')).toMatchObject({ state: 'cancelled' })
  })
})
