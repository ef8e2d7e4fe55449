import { describe, expect, it } from 'vitest'
import type { Progress } from '../../../../src/main/sync/engine.ts'
import { aStockWorld } from './a-stock-world.ts'

describe('Sync stock now', () => {
  it('reads both sides again and sends every difference from what Rakuten shows, at once', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5, CUP: 5 }, onThisPc: { MUG: 4, CUP: 5 } })
    await world.desk.push(world.corridor())
    world.pass(5)
    await world.desk.push(world.corridor())
    world.account.world.setInventory([
      { sku: 'MUG', stock: 1, title: 'Mug', priceCents: 1290 },
      { sku: 'CUP', stock: 5, title: 'Cup', priceCents: 1290 },
    ])
    world.stockOnThisPc('CUP', 3)
    const asked = world.asked().length

    const result = await world.desk.syncNow(world.corridor(), {})

    expect(world.asked().slice(asked)).toEqual(['export', 'genericimportfile'])
    expect(world.files().at(-1)).toEqual([
      ['CUP', 3],
      ['MUG', 4],
    ])
    expect(result).toEqual({
      sent: 2,
      message: '2 SKUs were told; Rakuten’s report follows within minutes.',
      nextSlotAt: null,
    })
  })

  it('says so when both sides agree', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 5 } })

    const result = await world.desk.syncNow(world.corridor(), {})

    expect(result).toEqual({ sent: 0, message: 'Both sides agree: there is nothing to send.', nextSlotAt: null })
  })

  it('does not tell again what is on its way', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5, CUP: 5 }, onThisPc: { MUG: 4, CUP: 5 } })
    await world.desk.push(world.corridor())

    const result = await world.desk.syncNow(world.corridor(), {})

    expect(result.sent).toBe(0)
    expect(world.files()).toHaveLength(1)
  })

  it('says when the next file may leave once the hour is used up, and leaves the difference waiting', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 50 }, onThisPc: { MUG: 40 } })
    const started = world.clock.now()
    for (let units = 40; units > 30; units -= 1) {
      world.stockOnThisPc('MUG', units)
      await world.desk.syncNow(world.corridor(), {})
      world.pass(1)
    }
    world.stockOnThisPc('MUG', 7)

    const result = await world.desk.syncNow(world.corridor(), {})

    expect(world.files()).toHaveLength(10)
    expect(result).toMatchObject({ sent: 0, nextSlotAt: new Date(started + 3_600_000).toISOString() })
    expect(result.message).toContain('Rakuten takes ten stock files an hour')
    expect(world.row('MUG')).toMatchObject({ offered: 7, state: 'pending' })
  })

  it('tells its progress', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 4 } })
    const seen: Progress[] = []

    await world.desk.syncNow(world.corridor(), { onProgress: (progress) => seen.push(progress) })

    expect(seen).toEqual([
      { doing: 'Reading Rakuten’s inventory', done: 0, total: 3 },
      { doing: 'Reading Boutique’s stock', done: 1, total: 3 },
      { doing: 'Sending the differences', done: 2, total: 3 },
      { doing: 'Sending the differences', done: 3, total: 3 },
    ])
  })

  it.each([0, 1])('can be stopped before it sends (after %d steps)', async (steps) => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 4 } })
    const stop = new AbortController()

    const result = await world.desk.syncNow(world.corridor(), {
      signal: stop.signal,
      onProgress: ({ done }) => done === steps && stop.abort(),
    })

    expect(result).toEqual({ sent: 0, message: 'Stopped; nothing was sent.', nextSlotAt: null })
    expect(world.files()).toEqual([])
  })

  it('tries again at once what Rakuten refused, and what was left out on the seller’s word', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5, CUP: 5 }, onThisPc: { MUG: 4, CUP: 5 } })
    world.account.faults.add({ kind: 'stock-file-rejected' })
    await world.desk.push(world.corridor())
    world.pass(5)
    await world.desk.push(world.corridor())
    expect(world.row('MUG').state).toBe('error')

    const result = await world.desk.syncNow(world.corridor(), {})

    expect(result.sent).toBe(1)
    expect(world.files().at(-1)).toEqual([
      ['MUG', 4],
      ['CUP', 5],
    ])
  })

  it('looks what became of a file in doubt, and tells what did not arrive', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 8 } })
    world.account.faults.add({ kind: 'drop-before', action: 'genericimportfile' })
    await world.desk.push(world.corridor()).catch(() => undefined)
    expect(await world.desk.syncNow(world.corridor(), {})).toMatchObject({ sent: 0 })
    world.pass(7)

    expect(await world.desk.syncNow(world.corridor(), {})).toMatchObject({ sent: 1 })
  })

  it('says so when Rakuten would ignore the file', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 4 } })
    world.account.faults.add({ kind: 'stock-file-rejected' })
    await world.desk.push(world.corridor())
    world.pass(5)

    const result = await world.desk.syncNow(world.corridor(), {})

    expect(result).toMatchObject({
      sent: 0,
      message: 'Rakuten has just had this very file, and ignores one that says the same again.',
    })
    expect(world.files()).toHaveLength(1)
  })

  it('does nothing for a connection whose stock updates are off', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 4 }, settings: { stockUpdates: false } })

    const result = await world.desk.syncNow(world.corridor(), {})

    expect(result).toEqual({ sent: 0, message: 'Stock updates of Rakuten are off.', nextSlotAt: null })
    expect(world.asked()).toEqual([])
  })

  it('as part of a cycle counts what it told and what is wrong', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5, CUP: 5 }, onThisPc: { MUG: 4, CUP: 4 } })
    world.account.faults.add({ kind: 'half-stock-file' })

    expect(await world.desk.syncNowInCycle(world.corridor())).toEqual({ moved: 2, problems: 0 })
    world.pass(5)
    world.stockOnThisPc('CUP', 2)
    await world.desk.push(world.corridor())
    world.stockOnThisPc('CUP', 1)

    expect(await world.desk.syncNowInCycle(world.corridor())).toEqual({ moved: 2, problems: 0 })
  })

  it('waits for a step under way, so that no two files say the same', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 4 } })

    await Promise.all([
      world.desk.push(world.corridor()),
      world.desk.syncNow(world.corridor(), {}),
      world.desk.push(world.corridor(), 'timer'),
    ])

    expect(world.files()).toHaveLength(1)
  })
})
