import { describe, expect, it } from 'vitest'
import { Fault, isFault } from '../../../../src/main/domain/fault.ts'
import { aStockWorld, type StockWorld } from './a-stock-world.ts'

/** The process dies after it asked and before it knew: Rakuten may or may not have the file. */
const killedWhileSending = async (world: StockWorld, isReceived: boolean) => {
  const real = world.marketplace
  const asked = Promise.withResolvers<void>()
  world.marketplace = {
    ...real,
    sendStock: async (lines) => {
      if (isReceived) await real.sendStock(lines)
      asked.resolve()
      return new Promise(() => undefined)
    },
  }
  void world.desk.push(world.corridor())
  await asked.promise
  world.marketplace = real
  return world.restart()
}

describe('a process killed while a file was on its way', () => {
  it.each([true, false])(
    'leaves a file that counts, and tells nothing twice within seven minutes (received: %s)',
    async (isReceived) => {
      const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 0 } })
      const desk = await killedWhileSending(world, isReceived)

      for (const _ of [1, 2, 3, 4, 5, 6]) {
        world.pass(1)
        await desk.push(world.corridor())
      }

      expect(world.files()).toHaveLength(isReceived ? 1 : 0)
      expect(world.row('MUG')).toMatchObject({ state: 'pending', lastSent: 0, fileId: null })
      expect(world.repositories.stock.filesSince(1, '')).toMatchObject([{ fileId: null, state: 'pending' }])
      expect(world.repositories.intents.unsettled(1, 'stock-file')).toMatchObject([{ state: 'unknown' }])
    },
  )

  it('does not tell again what the inventory shows to have arrived', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 0 } })
    const desk = await killedWhileSending(world, true)
    world.pass(7)

    await desk.push(world.corridor())

    expect(world.files()).toHaveLength(1)
    expect(world.row('MUG')).toMatchObject({ state: 'sent', lastSent: 0, rakutenQuantity: 0 })
    expect(world.repositories.stock.filesSince(1, '')).toMatchObject([{ state: 'done' }])
    expect(world.repositories.intents.unsettled(1)).toEqual([])
  })

  it('tells again what the inventory shows to be lost, even though the file says the same', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 0 } })
    const desk = await killedWhileSending(world, false)
    await desk.push(world.corridor())
    world.pass(7)

    await desk.push(world.corridor())

    expect(world.files()).toEqual([[['MUG', 0]]])
    expect(world.repositories.stock.filesSince(1, '').map(({ state }) => state)).toEqual(['failed', 'pending'])
    expect(world.repositories.intents.unsettled(1)).toEqual([])
  })

  it('still lets a newer quantity leave', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 3 } })
    const desk = await killedWhileSending(world, true)
    world.pass(2)
    world.stockOnThisPc('MUG', 0)

    await desk.push(world.corridor())
    world.pass(10)
    await desk.push(world.corridor())

    expect(world.files()).toEqual([[['MUG', 3]], [['MUG', 0]]])
    expect(world.row('MUG')).toMatchObject({ state: 'sent', lastSent: 0 })
  })
})

describe('an upload whose answer is lost', () => {
  it.each(['drop-after', 'truncated'] as const)('(%s) is a file in doubt, and the fault is handed on', async (kind) => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 3 } })
    world.account.faults.add({ kind, action: 'genericimportfile' })

    await expect(world.desk.push(world.corridor())).rejects.toSatisfy((error) =>
      isFault(error, 'unreachable', 'unreadable'),
    )
    expect(world.row('MUG')).toMatchObject({ state: 'pending', fileId: null, lastSent: 3 })
    await world.desk.push(world.corridor())
    world.pass(7)
    await world.desk.push(world.corridor())

    expect(world.account.ledger().skus['MUG']?.told).toHaveLength(1)
    expect(world.row('MUG').state).toBe('sent')
  })

  it('is in doubt too when the answer came and made no sense', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 3 } })
    const real = world.marketplace
    world.marketplace = {
      ...real,
      sendStock: async (lines) => {
        await real.sendStock(lines)
        throw new Fault('unreadable', 'No number of a file.', { side: 'Rakuten' })
      },
    }

    await expect(world.desk.push(world.corridor())).rejects.toMatchObject({ kind: 'unreadable' })
    world.marketplace = real
    world.pass(7)
    await world.desk.push(world.corridor())

    expect(world.files()).toHaveLength(1)
  })

  it('that never went out is sent after seven minutes, once', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 8 } })
    world.account.faults.add({ kind: 'drop-before', action: 'genericimportfile' })
    await expect(world.desk.push(world.corridor())).rejects.toMatchObject({ kind: 'unreachable' })

    for (const _ of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
      world.pass(1)
      await world.desk.push(world.corridor())
    }

    expect(world.files()).toEqual([[['MUG', 8]]])
    expect(world.account.ledger().skus['MUG']?.told).toHaveLength(1)
  })

  it('is not judged by an inventory older than itself', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 0 } })
    world.account.faults.add({ kind: 'drop-after', action: 'genericimportfile' })
    await world.desk.push(world.corridor()).catch(() => undefined)
    world.account.faults.add({ kind: 'truncated', action: 'export', times: 'always' })
    world.pass(8)

    await expect(world.desk.push(world.corridor())).rejects.toMatchObject({ kind: 'unreadable' })

    expect(world.files()).toHaveLength(1)
    expect(world.row('MUG')).toMatchObject({ state: 'pending', lastSent: 0 })
  })

  it('may be followed by the file before it, when that is true again', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 4 } })
    await world.desk.push(world.corridor())
    world.account.faults.add({ kind: 'drop-after', action: 'genericimportfile' })
    world.stockOnThisPc('MUG', 3)
    world.pass(8)
    await world.desk.push(world.corridor()).catch(() => undefined)
    world.stockOnThisPc('MUG', 4)
    world.pass(8)

    await world.desk.push(world.corridor())

    expect(world.files()).toEqual([[['MUG', 4]], [['MUG', 3]], [['MUG', 4]]])
  })

  it('says nothing about a SKU that must not be told any more', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 3 } })
    world.account.faults.add({ kind: 'drop-after', action: 'genericimportfile' })
    await world.desk.push(world.corridor()).catch(() => undefined)
    const mug = { sku: 'MUG', available: 3, title: '' }
    world.backOffice = { ...world.backOffice, readStock: async () => [mug, mug] }
    await world.desk.push(world.corridor())
    world.pass(8)

    await world.desk.push(world.corridor(), 'timer')

    expect(world.row('MUG').state).toBe('skipped')
  })

  it('counts among the ten of the hour', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 50 }, onThisPc: { MUG: 40 } })
    world.account.faults.add({ kind: 'drop-before', action: 'genericimportfile' })
    await world.desk.push(world.corridor()).catch(() => undefined)
    world.pass(6)
    world.stockOnThisPc('MUG', 39)

    await world.desk.push(world.corridor())

    expect(world.files()).toEqual([])
    expect(world.row('MUG')).toMatchObject({ offered: 39, state: 'pending' })
  })
})

describe('a file that Rakuten finds identical', () => {
  /** The first is received without our knowing, and refused as a whole; so the same is told again, and ignored. */
  const toldTwice = async (units: Readonly<Record<string, number>>) => {
    const world = await aStockWorld({ atRakuten: { MUG: 5, CUP: 5 }, onThisPc: units })
    world.account.faults.add({ kind: 'drop-after', action: 'genericimportfile' })
    world.account.faults.add({ kind: 'stock-file-rejected' })
    await world.desk.push(world.corridor()).catch(() => undefined)
    world.pass(8)
    await world.desk.push(world.corridor())
    expect(world.files()[1]).toEqual(world.files()[0])
    world.pass(5)
    return world
  }

  it('is settled by what the inventory shows, and told once more in other words', async () => {
    const world = await toldTwice({ MUG: 8, CUP: 5 })

    await world.desk.push(world.corridor())
    expect(world.row('MUG')).toMatchObject({ state: 'pending', lastSent: 5 })
    world.pass(3)
    await world.desk.push(world.corridor())
    world.pass(5)
    await world.desk.push(world.corridor())

    expect(world.files()[2]).toEqual([
      ['MUG', 8],
      ['CUP', 5],
    ])
    expect(world.row('MUG')).toMatchObject({ state: 'sent', rakutenQuantity: 8 })
    expect(world.repositories.stock.filesSince(1, '').map(({ state }) => state)).toEqual([
      'failed',
      'identical',
      'done',
    ])
  })

  it('waits for an inventory that can be read, and keeps nothing else waiting', async () => {
    const world = await toldTwice({ MUG: 8, CUP: 5 })
    world.account.faults.add({ kind: 'truncated', action: 'export', times: 'always' })
    world.stockOnThisPc('CUP', 0)

    await world.desk.push(world.corridor())

    expect(world.files().at(-1)).toEqual([['CUP', 0]])
    expect(world.row('MUG')).toMatchObject({ state: 'pending', lastSent: 8 })
  })

  it('is sent when the inventory shows what it said', async () => {
    const world = await toldTwice({ MUG: 8, CUP: 5 })
    world.account.world.setInventory([
      { sku: 'MUG', stock: 8, title: 'Mug', priceCents: 1290 },
      { sku: 'CUP', stock: 5, title: 'Cup', priceCents: 1290 },
    ])

    await world.desk.push(world.corridor())

    expect(world.row('MUG')).toMatchObject({ state: 'sent', lastSent: 8 })
  })
})
