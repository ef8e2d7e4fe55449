import { describe, expect, it } from 'vitest'
import { aStockWorld, manySkus, type StockWorld } from './a-stock-world.ts'

const told = async (units: Readonly<Record<string, number>>) => {
  const world = await aStockWorld({ atRakuten: units, onThisPc: units })
  await world.desk.push(world.corridor())
  world.pass(10)
  return world
}

const sellOut = (world: StockWorld, count: number): void => {
  for (const sku of Object.keys(manySkus(count, 0))) world.stockOnThisPc(sku, 0)
}

const answer = (world: StockWorld, choice: string) => world.desk.settleConfirmation(world.corridor(), choice)

describe('from 20 SKUs up, more than half of them going to zero at once', () => {
  it('is asked about with its numbers, and nothing at all is sent', async () => {
    const world = await told(manySkus(20, 5))
    sellOut(world, 11)
    world.stockOnThisPc('SKU-20', 2)

    const tally = await world.desk.push(world.corridor())
    await world.desk.push(world.corridor(), 'timer')
    world.pass(5)
    await world.desk.tellSoldOut(world.corridor())
    await world.desk.push(world.corridor())

    expect(tally).toEqual({ moved: 0, problems: 1 })
    expect(world.files()).toEqual([])
    expect(world.problems()).toMatchObject([
      {
        kind: 'stock-confirmation',
        message:
          '11 of 20 SKUs would go to zero at once, says Boutique. Nothing is sent before you say that this is right.',
      },
    ])
  })

  it.each([
    [20, 10],
    [19, 19],
  ])('(of %d, %d do) is not asked about otherwise', async (count, falling) => {
    const world = await told(manySkus(count, 5))
    sellOut(world, falling)

    await world.desk.push(world.corridor())

    expect(world.files()[0]).toHaveLength(falling)
    expect(world.problems()).toEqual([])
  })

  it('is asked about at the beginning of a cycle too', async () => {
    const world = await told(manySkus(20, 5))
    sellOut(world, 20)

    await world.desk.tellSoldOut(world.corridor())

    expect(world.files()).toEqual([])
    expect(world.problems()).toHaveLength(1)
  })

  it('is sent, all of it, once the seller says so', async () => {
    const world = await told(manySkus(20, 5))
    sellOut(world, 12)
    await world.desk.push(world.corridor())

    const result = await answer(world, 'send')

    expect(result).toEqual({
      reference: 'Rakuten',
      action: 'send',
      done: true,
      message: '12 SKUs were told; Rakuten’s report follows within minutes.',
    })
    expect(world.files()[0]).toHaveLength(12)
    expect(world.problems()).toEqual([])
  })

  it('is asked about again when there are more of them by the time of the answer', async () => {
    const world = await told(manySkus(20, 5))
    sellOut(world, 12)
    await world.desk.push(world.corridor())
    sellOut(world, 18)

    const result = await answer(world, 'send')

    expect(result).toMatchObject({ done: false })
    expect(world.files()).toEqual([])
    expect(world.problems()[0]?.message).toContain('18 of 20')
  })

  it('stays with the quantities that Rakuten has when the seller says so, and the rest goes on', async () => {
    const world = await told(manySkus(20, 5))
    sellOut(world, 12)
    world.stockOnThisPc('SKU-20', 2)
    await world.desk.push(world.corridor())

    expect(await answer(world, 'discard')).toMatchObject({ done: true })
    world.pass(10)
    await world.desk.push(world.corridor())

    expect(world.files()).toEqual([[['SKU-20', 2]]])
    expect(world.row('SKU-01')).toMatchObject({ state: 'skipped', offered: 0, message: 'You chose not to tell 0.' })
    expect(world.problems()).toEqual([])
  })

  it('is told after all once it has changed after a no', async () => {
    const world = await told(manySkus(20, 5))
    sellOut(world, 12)
    await world.desk.push(world.corridor())
    await answer(world, 'discard')
    world.pass(10)
    world.stockOnThisPc('SKU-01', 3)

    await world.desk.push(world.corridor())

    expect(world.files()).toEqual([[['SKU-01', 3]]])
  })

  it('is no question any more when the shop has recovered', async () => {
    const world = await told(manySkus(20, 5))
    sellOut(world, 12)
    await world.desk.push(world.corridor())
    for (const sku of Object.keys(manySkus(12, 0))) world.stockOnThisPc(sku, 5)

    await world.desk.push(world.corridor())

    expect(world.problems()).toEqual([])
    expect(world.files()).toEqual([])
    expect(world.row('SKU-01')).toMatchObject({ state: 'superseded' })
  })

  it('waits with a yes for the next slot when the hour is used up', async () => {
    const world = await told(manySkus(20, 5))
    for (let count = 0; count < 10; count += 1) {
      world.stockOnThisPc('SKU-20', 100 + count)
      await world.desk.syncNow(world.corridor(), {})
    }
    sellOut(world, 12)
    await world.desk.push(world.corridor())

    expect(await answer(world, 'send')).toMatchObject({ done: true })
    expect(world.files()).toHaveLength(10)
    world.pass(60)
    await world.desk.push(world.corridor())

    expect(
      world
        .files()
        .at(-1)
        ?.filter(([, quantity]) => quantity === 0),
    ).toHaveLength(12)
  })

  it('takes a yes for what it was about, and forgets it when more had to be asked', async () => {
    const world = await told(manySkus(20, 5))
    for (let count = 0; count < 10; count += 1) {
      world.stockOnThisPc('SKU-20', 100 + count)
      await world.desk.syncNow(world.corridor(), {})
    }
    sellOut(world, 12)
    await world.desk.push(world.corridor())
    await answer(world, 'send')
    sellOut(world, 18)
    await world.desk.push(world.corridor())
    expect(world.problems()[0]?.message).toContain('18 of 20')
    for (const sku of ['SKU-13', 'SKU-14', 'SKU-15', 'SKU-16', 'SKU-17', 'SKU-18']) world.stockOnThisPc(sku, 5)
    world.pass(60)

    await world.desk.push(world.corridor())

    expect(world.files()).toHaveLength(10)
    expect(world.problems()[0]?.message).toContain('12 of 20')
  })

  it('takes a yes for this time only', async () => {
    const world = await told(manySkus(20, 5))
    sellOut(world, 12)
    await world.desk.push(world.corridor())
    await answer(world, 'send')
    for (const sku of Object.keys(manySkus(12, 0))) world.stockOnThisPc(sku, 5)
    for (const _ of [1, 2]) {
      world.pass(10)
      await world.desk.push(world.corridor())
    }
    sellOut(world, 12)
    world.pass(10)

    await world.desk.push(world.corridor())

    expect(world.files()).toHaveLength(2)
    expect(world.problems()).toHaveLength(1)
  })
})

describe('a back office that lists nothing', () => {
  it('changes nothing and says so, however few SKUs there were', async () => {
    const world = await told({ MUG: 5, CUP: 2 })
    world.removeFromThisPc('MUG', 'CUP')

    for (const _ of [1, 2, 3]) {
      await world.desk.push(world.corridor())
      await world.desk.push(world.corridor(), 'timer')
      expect(world.problems()).toHaveLength(1)
      await world.desk.tellSoldOut(world.corridor())
      world.pass(10)
    }

    expect(world.files()).toEqual([])
    expect(world.row('MUG')).toMatchObject({ available: 5, offered: 5, state: 'unchanged' })
    expect(world.problems()).toMatchObject([
      {
        kind: 'stock-confirmation',
        message:
          'Boutique lists no product at all. Nothing was changed at Rakuten: say whether all 2 SKUs are sold out.',
      },
    ])
  })

  it('is believed once the seller says so', async () => {
    const world = await told({ MUG: 5, CUP: 2 })
    world.removeFromThisPc('MUG', 'CUP')
    await world.desk.push(world.corridor())

    expect(await answer(world, 'send')).toMatchObject({ done: true })

    expect(world.files()).toEqual([
      [
        ['CUP', 0],
        ['MUG', 0],
      ],
    ])
  })

  it('is not asked about again after a no, and believed again as soon as it lists something', async () => {
    const world = await told({ MUG: 5, CUP: 2 })
    world.removeFromThisPc('MUG', 'CUP')
    await world.desk.push(world.corridor())
    await answer(world, 'discard')
    world.pass(10)
    await world.desk.push(world.corridor())
    expect(world.problems()).toEqual([])
    world.stockOnThisPc('MUG', 1)
    world.pass(10)

    await world.desk.push(world.corridor())

    expect(world.files()).toEqual([[['MUG', 1]]])
  })

  it('and never did is no reason to ask', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 } })

    await world.desk.push(world.corridor())

    expect(world.problems()).toEqual([])
    expect(world.row('MUG')).toMatchObject({ state: 'skipped' })
  })
})

describe('one SKU that the back office no longer lists', () => {
  it('is zero after two complete readings in a row, and the seller learns it', async () => {
    const world = await told({ MUG: 5, CUP: 2 })
    world.removeFromThisPc('MUG')

    await world.desk.push(world.corridor())
    await world.desk.push(world.corridor(), 'timer')
    expect(world.files()).toEqual([])
    expect(world.row('MUG')).toMatchObject({ offered: 5, missingReadings: 1 })
    world.pass(5)
    await world.desk.push(world.corridor())

    expect(world.files()).toEqual([[['MUG', 0]]])
    const words = 'MUG is no longer in Boutique: Rakuten is told that it is sold out.'
    expect(world.row('MUG')).toMatchObject({ available: null, offered: 0, state: 'pending', message: words })
    expect(world.problems()).toMatchObject([
      { kind: 'sku', message: 'No longer in Boutique, so Rakuten was told that it is sold out: MUG.' },
    ])
    world.pass(5)
    await world.desk.push(world.corridor())
    expect(world.row('MUG')).toMatchObject({ state: 'sent', message: words })
  })

  it('is forgiven one reading', async () => {
    const world = await told({ MUG: 5, CUP: 2 })
    world.removeFromThisPc('MUG')
    await world.desk.push(world.corridor())
    world.stockOnThisPc('MUG', 5)
    await world.desk.push(world.corridor())
    world.removeFromThisPc('MUG')

    await world.desk.push(world.corridor())

    expect(world.files()).toEqual([])
    expect(world.row('MUG').missingReadings).toBe(1)
  })

  it('is offered again when it is back, and the note goes', async () => {
    const world = await told({ MUG: 5, CUP: 2 })
    world.removeFromThisPc('MUG')
    for (const _ of [1, 2]) await world.desk.push(world.corridor())
    world.stockOnThisPc('MUG', 4)
    world.pass(10)

    await world.desk.push(world.corridor())

    expect(world.files().at(-1)).toEqual([['MUG', 4]])
    expect(world.row('MUG')).toMatchObject({ goneSince: null, missingReadings: 0, message: '' })
    expect(world.problems()).toEqual([])
  })

  it('that is back without a unit is no longer said to be gone', async () => {
    const world = await told({ MUG: 5, CUP: 2 })
    world.removeFromThisPc('MUG')
    for (const _ of [1, 2]) await world.desk.push(world.corridor())
    world.pass(10)
    await world.desk.push(world.corridor())
    world.stockOnThisPc('MUG', 0)

    await world.desk.push(world.corridor())

    expect(world.row('MUG')).toMatchObject({ available: 0, state: 'sent', message: '' })
    expect(world.problems()).toEqual([])
  })

  it('is noted beside those noted before', async () => {
    const world = await told({ MUG: 5, CUP: 2, BOWL: 1 })
    for (const sku of ['MUG', 'BOWL']) {
      world.removeFromThisPc(sku)
      for (const _ of [1, 2]) await world.desk.push(world.corridor())
      world.pass(10)
    }

    expect(world.problems()[0]?.message).toContain('MUG, BOWL.')
  })

  it('is not noted again once the seller has seen it', async () => {
    const world = await told({ MUG: 5, CUP: 2 })
    world.removeFromThisPc('MUG')
    for (const _ of [1, 2]) await world.desk.push(world.corridor())
    world.repositories.problems.clear({ connectionId: 1 }, 'sku')
    world.pass(10)
    await world.desk.push(world.corridor())
    const before = world.writes()
    world.pass(10)

    await world.desk.push(world.corridor())

    expect(world.problems()).toEqual([])
    expect(world.writes()).toBe(before)
  })
})

describe('the first file of a connection', () => {
  const first = () =>
    aStockWorld({ atRakuten: { MUG: 5, CUP: 5, BOWL: 5 }, onThisPc: { MUG: 0, CUP: 2, BOWL: 9 }, confirmed: false })

  it('waits for a yes, sold-out SKUs included, and shows what it would say', async () => {
    const world = await first()

    await world.desk.push(world.corridor())
    await world.desk.push(world.corridor(), 'timer')
    await world.desk.tellSoldOut(world.corridor())
    await world.desk.syncNow(world.corridor(), {})

    expect(world.files()).toEqual([])
    expect(world.problems()).toMatchObject([
      {
        kind: 'stock-confirmation',
        message:
          'Navette has not told Rakuten the stock of Boutique yet. It would tell SKUs anew: 1 as sold out, 1 with fewer units and 1 with more. Nothing is sent before you say yes.',
      },
    ])
  })

  it('leaves with the yes, which is kept', async () => {
    const world = await first()
    await world.desk.push(world.corridor())

    await answer(world, 'send')

    expect(world.files()[0]).toHaveLength(3)
    expect(world.confirmed).toEqual(new Set([1]))
    expect(world.problems()).toEqual([])
  })

  it('does not leave with a yes to something else', async () => {
    const world = await first()
    await world.desk.push(world.corridor())
    world.removeFromThisPc('MUG', 'CUP', 'BOWL')
    await world.desk.push(world.corridor())
    expect(world.problems()[0]?.message).toContain('lists no product at all')

    expect(await answer(world, 'send')).toMatchObject({ done: false })

    expect(world.files()).toEqual([])
    expect(world.confirmed.size).toBe(0)
  })

  it('needs no yes when there is nothing to say', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 5 }, confirmed: false })

    await world.desk.push(world.corridor())

    expect(world.problems()).toEqual([])
  })

  it('stays here with a no, until something else would be said', async () => {
    const world = await first()
    await world.desk.push(world.corridor())
    await answer(world, 'discard')
    await world.desk.push(world.corridor())
    expect(world.problems()).toEqual([])
    world.stockOnThisPc('CUP', 1)

    await world.desk.push(world.corridor())

    expect(world.files()).toEqual([])
    expect(world.problems()).toHaveLength(1)
    expect(world.confirmed.size).toBe(0)
  })
})

it.each([
  ['send', 'No stock waits for your word.'],
  ['discard', 'No stock waits for your word.'],
])('a %s that answers no question does nothing', async (choice, message) => {
  const world = await told({ MUG: 5 })

  expect(await answer(world, choice)).toMatchObject({ done: false, message })
})

it('an answer that is no choice is not taken for a yes', async () => {
  const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 0 }, confirmed: false })
  await world.desk.push(world.corridor())

  expect(await answer(world, 'maybe')).toMatchObject({ done: false, message: 'The choices are send and discard.' })
  expect(world.files()).toEqual([])
})
