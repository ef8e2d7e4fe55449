import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { BackOffice } from '../../../../src/main/connectors/sockets/back-office.ts'
import { BLUE_MUG, RED_MUG } from '../../../batteries/back-office/harness.ts'
import { anAddress } from '../../../helpers/an-order.ts'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import { startCustomFolderSimulator } from '../../../simulators/custom-files/index.ts'
import { type OverFiles, openOverFiles } from './over-files.ts'

const openWithMugs = async (facts: Parameters<typeof openOverFiles>[1] = {}): Promise<OverFiles> => {
  const opened = await openOverFiles(startCustomFolderSimulator, facts)
  await opened.there.addProducts([BLUE_MUG, RED_MUG])
  return opened
}

const order = anOrderToPlace({ lines: [aPlacedLine({ quantity: 3 })] })

/** As the engine does it: what a try in doubt left is looked up; only where nothing is, it is placed again. */
const placeInTheEnd = async ({ backOffice, again }: OverFiles, placing = order) => {
  for (let office: BackOffice = backOffice, tries = 0; ; office = again(), tries += 1) {
    if (tries > 5) throw new Error('It was never placed')
    try {
      const [found] = tries > 0 ? await office.findOrders(placing.reference) : []
      return found ?? (await office.placeOrder(placing))
    } catch (error) {
      if (tries === 5) throw error
    }
  }
}

describe('an order that goes out by file', () => {
  it('exists once, whatever breaks at whichever step', async () => {
    const calm = await openWithMugs()
    const first = calm.steps.length
    await calm.backOffice.placeOrder(order)
    const count = calm.steps.length - first
    expect(count).toBeGreaterThan(5)

    for (let step = 0; step < count; step += 1)
      for (const how of ['before', 'after'] as const)
        for (const isWatching of [true, false]) {
          const opened = await openWithMugs({ isWatching })
          let passing = step
          opened.break(how, () => passing-- === 0)

          const placed = await placeInTheEnd(opened)

          const { importer } = opened.simulator
          importer.work()
          expect([step, how, importer.orders.map(({ ref }) => ref)]).toEqual([step, how, ['RKT-214001']])
          expect(importer.units.get('MUG-BLUE')).toBe(7)
          expect(placed).toMatchObject({ backOfficeRef: 'RKT-214001', state: 'open', totalCents: 4269 })
          expect(await opened.again().findOrders(order.reference)).toHaveLength(1)
        }
  })

  it('is never seen before it is whole', async () => {
    const { backOffice, simulator, steps } = await openWithMugs({ isWatching: false })

    await backOffice.placeOrder(order)

    const acts = steps
      .filter(({ name }) => name === 'write' || name === 'move')
      .map(({ name, path }) => `${name} ${path}`)
    expect(acts).toEqual(['write in/order_RKT-214001.csv.tmp', 'move in/order_RKT-214001.csv.tmp'])
    expect(readdirSync(join(simulator.disk, 'in')).filter((name) => name.includes('order'))).toEqual([
      'order_RKT-214001.csv',
    ])
  })

  it('is not written twice when it is asked for twice', async () => {
    const { backOffice, again, simulator } = await openWithMugs()

    const placed = await backOffice.placeOrder(order)
    const other = await again().placeOrder(order)

    expect(other).toEqual(placed)
    expect(simulator.importer.orders).toHaveLength(1)
  })

  it('is not written twice when it is placed again after a try in doubt', async () => {
    const opened = await openWithMugs()
    opened.break('after', ({ name }) => name === 'move')
    await opened.backOffice.placeOrder(order).catch(() => null)

    expect(await opened.again().placeOrder(order)).toMatchObject({ state: 'open' })

    expect(opened.simulator.importer.orders).toHaveLength(1)
  })

  it('says what was really sent when the order was changed after a try in doubt', async () => {
    const opened = await openWithMugs()
    opened.break('after', ({ name }) => name === 'move')
    await opened.backOffice.placeOrder(order).catch(() => null)

    const changed = await opened.again().placeOrder({ ...order, delivery: anAddress({ postcode: '01000' }) })

    expect(changed).toMatchObject({ postcode: '59800' })
    expect(opened.simulator.importer.orders).toHaveLength(1)
  })

  it('goes out as it is by now when it was staged and never sent', async () => {
    const opened = await openWithMugs()
    opened.break('before', ({ name }) => name === 'move')
    await opened.backOffice.placeOrder(order).catch(() => null)

    await opened.again().placeOrder({ ...order, delivery: anAddress({ postcode: '01000' }) })

    expect(opened.simulator.importer.orders.map(({ rows }) => rows[0]?.['shippingZip'])).toEqual(['01000'])
  })

  it('is found by its file when our own records are lost', async () => {
    const opened = await openWithMugs({ isWatching: false })
    await opened.backOffice.placeOrder(order)
    const forgetful = await openOverFiles(async () => opened.simulator, { isWatching: false })

    expect(await forgetful.backOffice.findOrders('RKT-214001')).toMatchObject([{ state: 'open', lines: null }])
    opened.simulator.importer.work()
    expect(await forgetful.backOffice.findOrders('RKT-214001')).toHaveLength(1)
    expect(await forgetful.backOffice.findOrders('RKT-21400')).toEqual([])
  })

  it('waits for no answer to the one before, when many go out', async () => {
    const { backOffice, clock } = await openWithMugs()

    for (let number = 1; number <= 20; number += 1) {
      const reference = `RKT-${number}`
      expect(await backOffice.findOrders(reference)).toEqual([])
      await backOffice.placeOrder(anOrderToPlace({ reference }))
    }

    expect(clock.slept.length).toBeLessThanOrEqual(3)
  })

  it('overwrites nothing that bears its name', async () => {
    const { backOffice, simulator } = await openWithMugs({ isWatching: false })
    const path = join(simulator.disk, 'in/order_RKT-214001.csv')
    writeFileSync(path, 'of somebody else')

    await expect(backOffice.placeOrder(order)).rejects.toMatchObject({ kind: 'refused', outcome: 'not-done' })

    expect(readFileSync(path, 'utf8')).toBe('of somebody else')
    expect(readdirSync(join(simulator.disk, 'in'))).not.toContain('order_RKT-214001.csv.tmp')
  })

  it('was not sent where the disk is full', async () => {
    const opened = await openWithMugs()
    opened.break('before', ({ name }) => name === 'write')

    await expect(opened.backOffice.placeOrder(order)).rejects.toMatchObject({ outcome: 'not-done' })

    expect(await opened.backOffice.findOrders(order.reference)).toEqual([])
  })

  it('is gone when the other side refuses it, with its words, and may be sent anew under another name', async () => {
    const { backOffice, simulator } = await openWithMugs()
    const path = join(simulator.disk, 'in')
    const refused = anOrderToPlace({ delivery: anAddress({ city: '' }) })
    const placed = await backOffice.placeOrder(refused)

    const progress = await backOffice.readShipments([placed])
    const before = await backOffice.findOrders(placed.reference)
    const anew = await backOffice.placeOrder(order)

    expect(progress.get(placed.backOfficeRef)).toMatchObject({
      ...{ state: 'gone', notes: [expect.stringContaining('Wrong value in shippingCity')] },
    })
    expect(before).toMatchObject([{ state: 'gone' }])
    expect(anew).toMatchObject({ state: 'open', notes: ['Sent as the file “in/order_RKT-214001_r2.csv”.'] })
    expect(existsSync(join(path, 'processed/order_RKT-214001_r2.csv'))).toBe(true)
    expect(await backOffice.findOrders(placed.reference)).toMatchObject([{ state: 'open' }])
    expect(simulator.importer.orders).toHaveLength(1)
  })

  it('is refused here when the stock does not list what is ordered, but not when the stock cannot be read', async () => {
    const { backOffice, simulator } = await openWithMugs()
    const unknown = anOrderToPlace({ lines: [aPlacedLine({ sku: 'TEAPOT' })] })

    await expect(backOffice.placeOrder(unknown)).rejects.toMatchObject({ kind: 'refused' })
    rmSync(join(simulator.disk, 'stock/stock.csv'))
    renameSync(join(simulator.disk, 'stock'), join(simulator.disk, 'elsewhere'))

    expect(await backOffice.placeOrder(order)).toMatchObject({ state: 'open' })
  })

  it.each(['RKT/1', '../RKT-1', 'RKT:1*?', 'RKT-1 é', '.RKT'])(
    'has a name that stays in its folder: %s',
    async (reference) => {
      const { backOffice, simulator } = await openWithMugs({ isWatching: false })

      const placed = await backOffice.placeOrder(anOrderToPlace({ reference }))

      const names = readdirSync(join(simulator.disk, 'in')).filter((name) => name.startsWith('order'))
      expect(names).toHaveLength(1)
      expect(names[0]).toMatch(/^order_[^/:*?\\]+\.csv$/)
      expect(await backOffice.findOrders(reference)).toMatchObject([{ backOfficeRef: placed.backOfficeRef }])
    },
  )

  it('is shown as it would go out, and nothing is written', async () => {
    const { backOffice, steps } = await openWithMugs()

    const [preview] = (await backOffice.preview?.(order)) ?? []

    expect(preview).toMatchObject({
      title: 'Order: in/order_RKT-214001.csv',
      text: expect.stringContaining('RKT-214001;'),
      problem: null,
    })
    expect(steps.filter(({ name }) => name === 'write')).toEqual([])
  })

  it('is shown while the folder is still to be entered, and says so', async () => {
    const { backOffice } = await openOverFiles(startCustomFolderSimulator, { values: { folder: '' } })

    const previews = (await backOffice.preview?.(order)) ?? []

    expect(previews.map(({ title, text, problem }) => [title, text?.split(/[;\r]/)[0] ?? null, problem])).toEqual([
      ['Order: in/order_RKT-214001.csv', 'ref', expect.stringContaining('fill in “Folder for files”')],
      ['State of orders', null, expect.stringContaining('fill in “Folder for files”')],
      ['Cancellation: cancel/cancel_RKT-214001.csv', 'ref', expect.stringContaining('fill in “Folder for files”')],
      ['Stock', null, expect.stringContaining('fill in “Folder for files”')],
    ])
  })

  it('is shown with what keeps it from going out', async () => {
    const { backOffice } = await openWithMugs({ template: { files: { encoding: 'windows-1252' } } })

    const [preview] = (await backOffice.preview?.(anOrderToPlace({ delivery: anAddress({ city: 'Lille 🏺' }) }))) ?? []

    expect(preview).toMatchObject({
      text: expect.stringContaining('Lille 🏺'),
      problem: expect.stringContaining('U+1F3FA'),
    })
  })
})
