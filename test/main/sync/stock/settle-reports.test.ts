import { describe, expect, it } from 'vitest'
import { Fault } from '../../../../src/main/domain/fault.ts'
import { aStockWorld } from './a-stock-world.ts'

const MINUTE = 60_000

describe('the report of a file', () => {
  it('is asked for 1, 2, 5, 10 and 20 minutes after the upload, and every 20 minutes from then on', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 4 }, importDuration: 300 * MINUTE })
    await world.desk.push(world.corridor())
    const asked: number[] = []

    for (let minute = 1; minute <= 61; minute += 1) {
      world.pass(1)
      const before = world.asked('genericimportreport').length
      await world.desk.push(world.corridor(), 'timer')
      if (world.asked('genericimportreport').length > before) asked.push(minute)
    }

    expect(asked).toEqual([1, 2, 5, 10, 20, 40, 60])
    expect(world.row('MUG')).toMatchObject({ state: 'pending', lastSent: 4 })
  })

  it('settles a SKU that Rakuten took as sent', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 4 } })
    await world.desk.push(world.corridor())
    world.pass(5)

    await world.desk.push(world.corridor(), 'timer')

    expect(world.row('MUG')).toMatchObject({ state: 'sent', lastSent: 4, rakutenQuantity: 4, message: '' })
    expect(world.account.ledger().skus['MUG']).toMatchObject({ stock: 4 })
  })

  it('survives a restart', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 4 } })
    await world.desk.push(world.corridor())
    world.pass(5)

    await world.restart().push(world.corridor(), 'timer')

    expect(world.row('MUG').state).toBe('sent')
  })

  it('settles a SKU that Rakuten refused as an error, in Rakuten’s words, with what it still has', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5, CUP: 5 }, onThisPc: { MUG: 4, CUP: 3 } })
    world.account.faults.add({ kind: 'half-stock-file' })
    await world.desk.push(world.corridor())
    world.pass(5)

    const tally = await world.desk.push(world.corridor())

    expect(tally).toEqual({ moved: 0, problems: 1 })
    expect(world.row('CUP').state).toBe('sent')
    expect(world.row('MUG')).toMatchObject({
      state: 'error',
      lastSent: 5,
      offered: 4,
      message: 'sellerReference 99 Erreur provoquée (libellé inventé).',
    })
  })

  it('settles all of a file that Rakuten rejected as errors', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5, CUP: 5 }, onThisPc: { MUG: 4, CUP: 3 } })
    world.account.faults.add({ kind: 'stock-file-rejected' })
    await world.desk.push(world.corridor())
    world.pass(5)

    await world.desk.push(world.corridor())

    expect([world.row('MUG'), world.row('CUP')]).toMatchObject([
      { state: 'error', lastSent: 5, message: 'Rakuten took none of the file: Traité' },
      { state: 'error', lastSent: 5 },
    ])
    expect(world.repositories.stock.filesSince(1, '')).toMatchObject([{ state: 'failed', nextPollAt: null }])
  })

  it('that does not name a SKU leaves it as an error', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 4 } })
    await world.desk.push(world.corridor())
    world.marketplace = {
      ...world.marketplace,
      readStockReport: async () => ({
        state: 'done',
        message: 'Traité',
        lines: [{ sku: 'CUP', ok: true, message: '' }],
      }),
    }
    world.pass(1)

    await world.desk.push(world.corridor())

    expect(world.row('MUG')).toMatchObject({ state: 'error', message: 'Rakuten’s report does not name this SKU.' })
  })

  it('tells that a newer quantity has overtaken the one it settles', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 4 } })
    await world.desk.push(world.corridor())
    world.pass(2)
    world.stockOnThisPc('MUG', 2)
    await world.desk.push(world.corridor())
    expect(world.row('MUG')).toMatchObject({ state: 'pending', offered: 2, lastSent: 4 })
    world.pass(3)

    await world.desk.push(world.corridor(), 'timer')

    expect(world.row('MUG')).toMatchObject({
      state: 'superseded',
      offered: 2,
      lastSent: 4,
      message: 'Rakuten took 4; 2 follows with the next file.',
    })
  })

  it('of an older file says nothing about a quantity that left later', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 4 }, importDuration: 15 * MINUTE })
    await world.desk.push(world.corridor())
    world.pass(8)
    world.stockOnThisPc('MUG', 2)
    await world.desk.push(world.corridor())
    world.pass(9)

    await world.desk.push(world.corridor(), 'timer')
    world.pass(4)
    await world.desk.push(world.corridor(), 'timer')

    expect(world.repositories.stock.filesSince(1, '').map(({ state }) => state)).toEqual(['done', 'pending'])
    expect(world.row('MUG')).toMatchObject({ state: 'pending', lastSent: 2 })
  })

  it('says nothing about a SKU that must not be told any more', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 4 } })
    await world.desk.push(world.corridor())
    const mug = { sku: 'MUG', available: 3, title: '' }
    world.backOffice = { ...world.backOffice, readStock: async () => [mug, mug] }
    await world.desk.push(world.corridor())
    world.pass(5)

    await world.desk.push(world.corridor(), 'timer')

    expect(world.row('MUG')).toMatchObject({ state: 'skipped', rakutenQuantity: 4 })
  })

  it('that cannot be had holds up neither the other files nor the next one', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 4 } })
    await world.desk.push(world.corridor())
    const real = world.marketplace
    world.marketplace = {
      ...real,
      readStockReport: () => Promise.reject(new Fault('refused', 'Parameter fileid is invalid.', { side: 'Rakuten' })),
    }
    world.pass(8)
    world.stockOnThisPc('MUG', 1)

    await world.desk.push(world.corridor())

    expect(world.files().at(-1)).toEqual([['MUG', 1]])
  })

  it('that never comes is replaced after a day by what the inventory shows', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5, CUP: 5 }, onThisPc: { MUG: 4, CUP: 3 } })
    await world.desk.push(world.corridor())
    world.pass(3)
    // Rakuten takes the file over, and then loses half of it.
    world.account.world.inventory()
    world.account.world.setInventory([
      { sku: 'MUG', stock: 4, title: 'Mug', priceCents: 1290 },
      { sku: 'CUP', stock: 5, title: 'Cup', priceCents: 1290 },
    ])
    const real = world.marketplace
    world.marketplace = {
      ...real,
      readStockReport: async () => ({ state: 'pending', message: 'En attente', lines: [] }),
    }
    world.pass(24 * 60)

    await world.desk.push(world.corridor())

    expect(world.row('MUG').state).toBe('sent')
    expect(world.files().at(-1)).toEqual([['CUP', 3]])
  })
})

describe('a refused quantity', () => {
  const refusedOnce = async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5, CUP: 5 }, onThisPc: { MUG: 4, CUP: 5 } })
    world.account.faults.add({ kind: 'stock-file-rejected' })
    await world.desk.push(world.corridor())
    world.pass(5)
    await world.desk.push(world.corridor())
    return world
  }

  it('rests for an hour and is then tried again, in a file that says something else than the last one', async () => {
    const world = await refusedOnce()

    world.pass(50)
    await world.desk.push(world.corridor())
    expect(world.files()).toHaveLength(1)
    world.pass(6)
    await world.desk.push(world.corridor())

    expect(world.files()).toEqual([
      [['MUG', 4]],
      [
        ['MUG', 4],
        ['CUP', 5],
      ],
    ])
    world.pass(5)
    await world.desk.push(world.corridor())
    expect([world.row('MUG'), world.row('CUP')]).toMatchObject([{ state: 'sent' }, { lastSent: 5, rakutenQuantity: 5 }])
  })

  it('is not tried again in a file that Rakuten would ignore', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 4 } })
    world.account.faults.add({ kind: 'stock-file-rejected' })
    await world.desk.push(world.corridor())
    world.pass(70)

    await world.desk.push(world.corridor())
    world.pass(70)
    await world.desk.push(world.corridor())

    expect(world.files()).toHaveLength(1)
  })

  it('of zero takes another SKU along only with a price just read', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5, CUP: 5 }, onThisPc: { MUG: 0, CUP: 5 } })
    world.account.faults.add({ kind: 'stock-file-rejected' })
    await world.desk.push(world.corridor())
    world.pass(5)
    await world.desk.push(world.corridor())
    world.pass(56)

    await world.desk.tellSoldOut(world.corridor())
    await world.desk.push(world.corridor())

    expect(world.asked().slice(-2)).toEqual(['export', 'genericimportfile'])
    expect(world.files().at(-1)).toEqual([
      ['MUG', 0],
      ['CUP', 5],
    ])
  })

  it('of zero takes no SKU along whose price cannot be read', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5, CUP: 5 }, onThisPc: { MUG: 0, CUP: 5 } })
    world.account.faults.add({ kind: 'stock-file-rejected' })
    await world.desk.push(world.corridor())
    world.pass(5)
    await world.desk.push(world.corridor())
    world.account.faults.add({ kind: 'truncated', action: 'export', times: 'always' })
    world.pass(56)

    await expect(world.desk.push(world.corridor())).rejects.toMatchObject({ kind: 'unreadable' })

    expect(world.files()).toHaveLength(1)
  })

  it('is tried again without the last of its file where no other SKU could travel along', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5, CUP: 5, BOWL: 5 }, onThisPc: { MUG: 4, CUP: 0, BOWL: 2 } })
    world.account.faults.add({ kind: 'stock-file-rejected' })
    await world.desk.push(world.corridor())
    world.pass(5)
    await world.desk.push(world.corridor())

    world.pass(56)
    await world.desk.push(world.corridor())
    world.pass(8)
    await world.desk.push(world.corridor())

    expect(world.files().slice(1)).toEqual([
      [
        ['CUP', 0],
        ['BOWL', 2],
      ],
      [['MUG', 4]],
    ])
  })

  it('makes way at once for a newer one', async () => {
    const world = await refusedOnce()
    world.pass(3)
    world.stockOnThisPc('MUG', 3)

    await world.desk.push(world.corridor())

    expect(world.files().at(-1)).toEqual([['MUG', 3]])
  })

  it('does not hold back a newer one that waits already', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5, CUP: 5 }, onThisPc: { MUG: 4, CUP: 5 } })
    world.account.faults.add({ kind: 'stock-file-rejected' })
    await world.desk.push(world.corridor())
    world.pass(2)
    world.stockOnThisPc('MUG', 3)
    await world.desk.push(world.corridor())
    world.pass(3)
    await world.desk.push(world.corridor())
    expect(world.row('MUG')).toMatchObject({
      state: 'pending',
      message: 'Rakuten refused 4: Rakuten took none of the file: Traité',
    })
    world.pass(2)

    await world.desk.push(world.corridor())

    expect(world.files().at(-1)).toEqual([['MUG', 3]])
  })

  it('is over when the back office has again what Rakuten still shows', async () => {
    const world = await refusedOnce()
    world.stockOnThisPc('MUG', 5)

    await world.desk.push(world.corridor())

    expect(world.row('MUG')).toMatchObject({ state: 'unchanged', message: '' })
    expect(world.files()).toHaveLength(1)
  })
})
