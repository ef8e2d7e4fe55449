import { describe, expect, it } from 'vitest'
import { Fault } from '../../../../src/main/domain/fault.ts'
import { aStockWorld } from './a-stock-world.ts'

describe('ordinary files', () => {
  it('leave seven minutes apart and merge what changed in between, the newest value alone', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5, CUP: 5 }, onThisPc: { MUG: 4, CUP: 5 } })
    await world.desk.push(world.corridor())

    world.pass(2)
    world.stockOnThisPc('MUG', 3)
    await world.desk.push(world.corridor())
    expect(world.row('MUG')).toMatchObject({ offered: 3, lastSent: 4, state: 'pending' })
    world.pass(2)
    world.stockOnThisPc('MUG', 2)
    world.stockOnThisPc('CUP', 1)
    await world.desk.push(world.corridor())
    expect(world.row('CUP')).toMatchObject({ state: 'pending', message: 'Waits for the next file.' })
    world.pass(2)
    await world.desk.push(world.corridor(), 'timer')
    expect(world.files()).toHaveLength(1)
    world.pass(1)
    await world.desk.push(world.corridor(), 'timer')

    expect(world.files()).toEqual([
      [['MUG', 4]],
      [
        ['CUP', 1],
        ['MUG', 2],
      ],
    ])
  })

  it('do not leave for a value that came back before it left', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5, CUP: 5 }, onThisPc: { MUG: 4, CUP: 5 } })
    await world.desk.push(world.corridor())
    world.pass(2)
    world.stockOnThisPc('CUP', 3)
    await world.desk.push(world.corridor())

    world.pass(5)
    world.stockOnThisPc('CUP', 5)
    await world.desk.push(world.corridor())

    expect(world.files()).toHaveLength(1)
    expect(world.row('CUP')).toMatchObject({
      state: 'superseded',
      message: '3 never left: 5, which Rakuten has, took its place.',
    })
  })

  it('keep their distance over a restart', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 4 } })
    await world.desk.push(world.corridor())
    world.pass(6)
    world.stockOnThisPc('MUG', 3)

    await world.restart().push(world.corridor())

    expect(world.files()).toHaveLength(1)
  })
})

describe('sold-out SKUs', () => {
  it('lead the file', async () => {
    const world = await aStockWorld({ atRakuten: { A: 5, B: 5, C: 5, D: 5 }, onThisPc: { A: 4, B: 0, C: 7, D: 0 } })

    await world.desk.push(world.corridor())

    expect(world.files()).toEqual([
      [
        ['B', 0],
        ['D', 0],
        ['A', 4],
        ['C', 7],
      ],
    ])
  })

  it('need not wait for the seven minutes, and the rest stays behind', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5, CUP: 5, BOWL: 5 }, onThisPc: { MUG: 4, CUP: 5, BOWL: 5 } })
    await world.desk.push(world.corridor())
    world.pass(1)
    world.stockOnThisPc('CUP', 0)
    world.stockOnThisPc('BOWL', 2)

    await world.desk.push(world.corridor())

    expect(world.files().at(-1)).toEqual([['CUP', 0]])
    expect(world.row('BOWL').state).toBe('pending')
  })

  it('are told before a cycle does anything else', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5, CUP: 5 }, onThisPc: { MUG: 5, CUP: 5 } })
    await world.desk.push(world.corridor())
    world.pass(5)
    world.stockOnThisPc('MUG', 0)

    const tally = await world.desk.tellSoldOut(world.corridor())

    expect(tally).toEqual({ moved: 1, problems: 0 })
    expect(world.files()).toEqual([[['MUG', 0]]])
  })

  it('lead the file of the cycle instead when that takes the rest along', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5, CUP: 5 }, onThisPc: { MUG: 5, CUP: 5 } })
    await world.desk.push(world.corridor())
    world.pass(5)
    world.stockOnThisPc('MUG', 0)
    world.stockOnThisPc('CUP', 3)

    expect(await world.desk.tellSoldOut(world.corridor())).toEqual({ moved: 0, problems: 0 })
    await world.desk.push(world.corridor())

    expect(world.files()).toEqual([
      [
        ['MUG', 0],
        ['CUP', 3],
      ],
    ])
  })

  it('are left to the end of the cycle when the back office does not answer', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 5 } })
    await world.desk.push(world.corridor())
    const failing = (kind: 'unreachable' | 'credentials') => ({
      ...world.backOffice,
      readStock: () => Promise.reject(new Fault(kind, 'No.', { side: 'Boutique' })),
    })

    world.backOffice = failing('unreachable')
    expect(await world.desk.tellSoldOut(world.corridor())).toEqual({ moved: 0, problems: 0 })
    world.backOffice = failing('credentials')

    await expect(world.desk.tellSoldOut(world.corridor())).rejects.toMatchObject({ kind: 'credentials' })
  })
})

it('never sends more than ten files in any hour, the tenth only for zeros and Sync stock now', async () => {
  const skus = Array.from({ length: 40 }, (_, index) => `S${index}`)
  const units = (count: number) => Object.fromEntries(skus.map((sku) => [sku, count]))
  const world = await aStockWorld({ atRakuten: units(9), onThisPc: units(9), stockFilesPerHour: 1_000 })
  await world.desk.push(world.corridor())
  const sentAt: number[] = []

  for (const [minute, sku] of skus.entries()) {
    world.stockOnThisPc(sku, 0)
    world.stockOnThisPc(skus[39] ?? '', minute + 10)
    const before = world.files().length
    await world.desk.push(world.corridor())
    if (world.files().length > before) sentAt.push(minute)
    world.pass(1)
  }

  expect(sentAt).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  const kinds = world.repositories.stock.filesSince(1, '').map(({ kind }) => kind)
  expect(kinds.at(-1)).toBe('zeros')
  expect(kinds.filter((kind) => kind === 'regular').length).toBeLessThan(10)
})
