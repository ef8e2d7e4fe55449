import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { OfficeOrder } from '../../../../src/main/connectors/sockets/back-office.ts'
import { BLUE_MUG, RED_MUG } from '../../../batteries/back-office/harness.ts'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import { startCustomFolderSimulator } from '../../../simulators/custom-files/index.ts'
import { openOverFiles } from './over-files.ts'

const HEAD = 'ref;state;carrier;trackingNumber;trackingUrl;sku;quantity\r\n'
const shippedRow = (number: string, ref = 'RKT-214001'): string => `${ref};SHIPPED;Colissimo;${number};;;\r\n`

const openPlaced = async (facts: Parameters<typeof openOverFiles>[1] = {}) => {
  const opened = await openOverFiles(startCustomFolderSimulator, facts)
  await opened.there.addProducts([BLUE_MUG, RED_MUG])
  const placed = await opened.backOffice.placeOrder(anOrderToPlace())
  const out = join(opened.simulator.disk, 'out')
  const put = (name: string, content: string | Buffer): void => {
    writeFileSync(join(out, name), content)
    utimesSync(join(out, name), opened.clock.now() / 1000, opened.clock.now() / 1000)
  }
  const progressOf = async (order: OfficeOrder = placed, office = opened.backOffice) =>
    (await office.readShipments([order])).get(order.backOfficeRef)
  return { ...opened, placed, out, put, progressOf }
}

describe('a file of states', () => {
  it('is read once it is whole, and moved away', async () => {
    const { put, progressOf, out, records } = await openPlaced()
    put('states_1.csv', HEAD + shippedRow('AA1'))

    const progress = await progressOf()

    expect(['files/taken/', 'files/seen/out/'].flatMap((prefix) => records.list(prefix, z.unknown()))).toEqual([])

    expect(progress).toMatchObject({ state: 'completed', parcels: [{ trackingNumber: 'AA1' }] })
    expect(readdirSync(out).filter((name) => name.startsWith('states'))).toEqual([])
    expect(readdirSync(join(out, 'processed'))).toContain('states_1.csv')
  })

  it('that still grows waits until it does not', async () => {
    const { put, progressOf, out, clock } = await openPlaced()
    put('states_1.csv', HEAD)
    const sleep = clock.sleep
    clock.sleep = async (milliseconds) => {
      await sleep(milliseconds)
      appendFileSync(join(out, 'states_1.csv'), shippedRow('AA1').slice(0, 20))
    }

    const growing = await progressOf()
    clock.sleep = sleep
    truncateSync(join(out, 'states_1.csv'), HEAD.length)
    appendFileSync(join(out, 'states_1.csv'), shippedRow('AA1'))
    const whole = await progressOf()

    expect(growing).toMatchObject({ state: 'open' })
    expect(whole).toMatchObject({ state: 'completed' })
  })

  it.each([
    ['half a row', HEAD + shippedRow('AA1').slice(0, 20)],
    ['a missing column', 'ref;carrier\r\nRKT-214001;Colissimo\r\n'],
    ['another encoding', Buffer.from(HEAD + shippedRow('AA1').replace('Colissimo', 'Soci\u00e9t\u00e9'), 'latin1')],
    ['no state', `${HEAD}RKT-214001;;;;;;\r\n`],
  ])('with %s is put aside whole, and keeps no other from being read', async (_, content) => {
    const { put, progressOf, out, backOffice } = await openPlaced()
    put('states_1.csv', content)
    put('states_2.csv', HEAD + shippedRow('BB2'))

    expect(await progressOf()).toMatchObject({ state: 'completed', parcels: [{ trackingNumber: 'BB2' }] })

    expect(readdirSync(join(out, 'rejected')).sort()).toEqual(['states_1.csv', 'states_1.csv.txt'])
    expect(readFileSync(join(out, 'rejected/states_1.csv.txt'), 'utf8')).toContain('states_1.csv')
    const checks = await backOffice.testConnection()
    expect(checks.find(({ name }) => name === 'Files that could not be read')).toMatchObject({
      ...{ ok: false, aside: true, message: expect.stringContaining('out/rejected/states_1.csv') },
    })
  })

  it('that cannot be read is told of until somebody deals with it: each open order once, one of them under To do', async () => {
    const { put, placed, out, backOffice, again } = await openPlaced()
    const other = await backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-2' }))
    const progress = async (office = backOffice) => [...(await office.readShipments([placed, other])).values()]
    put('states_1.csv', 'ref;carrier\r\n')
    const words = expect.stringMatching(/out\/rejected\/states_1\.csv.*there is no column “state”/s)
    const notes = ['“out/rejected/states_1.csv” could not be read: news of this order may be in it.']

    const [first, second] = await progress()
    expect([first, second]).toMatchObject([
      { state: 'open', notes, incident: words },
      { state: 'open', notes },
    ])
    expect(second?.incident).toBeUndefined()
    expect(await progress(again())).toEqual([first, second])

    put('states_2.csv', HEAD + shippedRow('BB2'))
    expect(await progress()).toMatchObject([{ state: 'completed' }, { state: 'open', notes, incident: words }])

    put('states_1.csv', HEAD + shippedRow('CC3', 'RKT-2'))
    unlinkSync(join(out, 'rejected/states_1.csv'))
    const after = await progress()
    expect(after.map(({ state, incident, notes: said }) => [state, incident, said])).toEqual([
      ['completed', undefined, undefined],
      ['completed', undefined, undefined],
    ])
  })

  it('with a row that comes twice tells of one parcel', async () => {
    const { put, progressOf } = await openPlaced()
    put('states_1.csv', HEAD + shippedRow('AA1') + shippedRow('AA1'))

    expect((await progressOf())?.parcels).toHaveLength(1)
  })

  it('is added to what earlier ones told while a part was still to leave', async () => {
    const { put, progressOf } = await openPlaced()
    put('states_1.csv', `${HEAD}RKT-214001;PARTIAL;Colissimo;AA1;;MUG-BLUE;1\r\n`)
    await progressOf()
    put('states_2.csv', HEAD + shippedRow('BB2'))

    expect(await progressOf()).toMatchObject({
      state: 'completed',
      parcels: [{ trackingNumber: 'AA1', contents: [{ sku: 'MUG-BLUE', quantity: 1 }] }, { trackingNumber: 'BB2' }],
    })
  })

  it('that tells another number once all has left puts the first one right, also in several rows', async () => {
    const { put, progressOf } = await openPlaced()
    const numbers = async () => (await progressOf())?.parcels.map(({ trackingNumber }) => trackingNumber)
    put('states_1.csv', HEAD + shippedRow('WRONG'))
    await progressOf()
    put('states_2.csv', HEAD + shippedRow('AA1') + shippedRow('BB2'))
    expect(await numbers()).toEqual(['AA1', 'BB2'])

    put('states_3.csv', `${HEAD}RKT-214001;SHIPPED;;;;;\r\n`)
    expect(await numbers()).toEqual(['AA1', 'BB2'])
    put('states_4.csv', HEAD + shippedRow('BB2'))
    expect(await numbers()).toEqual(['BB2'])
  })

  it('adds a parcel that holds nothing of the others, though all has left by its word', async () => {
    const { put, progressOf } = await openPlaced()
    const row = (number: string, sku: string): string => `RKT-214001;SHIPPED;Colissimo;${number};;${sku};1\r\n`
    put('states_1.csv', HEAD + row('AA1', 'MUG-BLUE'))
    put('states_2.csv', HEAD + row('BB2', 'MUG-RED'))
    put('states_3.csv', HEAD + row('CC3', 'MUG-RED'))

    expect((await progressOf())?.parcels).toMatchObject([
      { trackingNumber: 'AA1', contents: [{ sku: 'MUG-BLUE' }] },
      { trackingNumber: 'CC3', contents: [{ sku: 'MUG-RED' }] },
    ])
  })

  it('whose word nobody mapped leaves the order open and says so', async () => {
    const { put, progressOf } = await openPlaced()
    put('states_1.csv', `${HEAD}RKT-214001;EMBALLÉ;;;;;\r\n`)

    expect(await progressOf()).toMatchObject({ state: 'open', notes: [expect.stringContaining('EMBALLÉ')] })
  })

  it('tells of an order once that came back after it had left', async () => {
    const { put, progressOf } = await openPlaced()
    put('states_1.csv', `${HEAD}RKT-214001;BACK;;;;;\r\n`)

    expect(await progressOf()).toMatchObject({ state: 'completed' })
  })

  it('is not read twice, whatever breaks at whichever step', async () => {
    const calm = await openPlaced()
    calm.put('states_1.csv', HEAD + shippedRow('AA1'))
    const first = calm.steps.length
    await calm.progressOf()
    const count = calm.steps.length - first
    expect(count).toBeGreaterThan(3)

    for (let step = 0; step < count; step += 1)
      for (const how of ['before', 'after'] as const) {
        const { put, progressOf, placed, out, again, ...opened } = await openPlaced()
        put('states_1.csv', HEAD + shippedRow('AA1'))
        let passing = step
        opened.break(how, () => passing-- === 0)
        await progressOf().catch(() => null)

        const progress = await progressOf(placed, again())

        expect([step, how, progress?.state, progress?.parcels.length]).toEqual([step, how, 'completed', 1])
        expect(existsSync(join(out, 'states_1.csv'))).toBe(false)
        expect(readdirSync(join(out, 'processed')).filter((name) => name.includes('states'))).toHaveLength(1)
      }
  })

  it('that may not be moved is read once where it is, and again when it has changed', async () => {
    const { put, progressOf, steps, clock } = await openPlaced({ mayNotMove: true })
    put('states_1.csv', HEAD + shippedRow('AA1'))
    const reads = (): number => steps.filter(({ name, path }) => name === 'read' && path === 'out/states_1.csv').length
    await progressOf()
    await progressOf()
    const before = reads()
    clock.advance(60_000)
    put('states_1.csv', HEAD + shippedRow('AA1') + shippedRow('BB2'))

    const progress = await progressOf()

    expect([before, reads()]).toEqual([1, 2])
    expect(progress?.parcels.map(({ trackingNumber }) => trackingNumber)).toEqual(['AA1', 'BB2'])
  })

  it('that cannot be read and may not be moved is told of where it lies, until it can be', async () => {
    const { put, progressOf, backOffice, clock } = await openPlaced({ mayNotMove: true })
    put('states_1.csv', 'ref;carrier\r\n')

    expect(await progressOf()).toMatchObject({ incident: expect.stringContaining('“out/states_1.csv”') })
    expect(await progressOf()).toMatchObject({ incident: expect.stringContaining('“out/states_1.csv”') })
    const check = (await backOffice.testConnection()).find(({ name }) => name === 'Files that could not be read')
    expect(check?.message).toContain('out/states_1.csv')

    clock.advance(60_000)
    put('states_1.csv', `${HEAD}RKT-214001;NEW;;;;;\r\n`)
    expect((await progressOf())?.incident).toBeUndefined()
  })

  it('of the same name and content does harm to nothing', async () => {
    const { put, progressOf, out } = await openPlaced()
    for (let times = 0; times < 2; times += 1) {
      put('states.csv', '')
      put('states_1.csv', HEAD + shippedRow('AA1'))
      await progressOf()
    }

    expect((await progressOf())?.parcels).toHaveLength(1)
    expect(readdirSync(join(out, 'processed')).filter((name) => name.includes('states_1'))).toHaveLength(2)
  })
})

describe('an order nobody asks about', () => {
  it('is forgotten after ninety days, and one that is asked about is not', async () => {
    const { put, progressOf, placed, clock, backOffice, records } = await openPlaced()
    put('states_1.csv', HEAD + shippedRow('AA1') + shippedRow('CC3', 'OTHER-1'))
    await progressOf()
    for (let days = 0; days < 120; days += 30) {
      clock.advance(30 * 24 * 3_600_000)
      await progressOf()
    }

    expect(await progressOf()).toMatchObject({ state: 'completed' })
    const other = { backOfficeRef: 'OTHER-1', reference: 'OTHER-1' }
    expect((await backOffice.readShipments([other])).get('OTHER-1')).toMatchObject({ state: 'open' })
    expect(await backOffice.findOrders(placed.reference)).toHaveLength(1)
    expect(records).toBeDefined()
  })
})
