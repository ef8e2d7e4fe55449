import { expect, it } from 'vitest'
import { aStockWorld, manySkus } from './a-stock-world.ts'

it('shows what would be told without telling or concluding anything', async () => {
  const world = await aStockWorld({
    atRakuten: { MUG: 5, CUP: 5, BOWL: 5, PLATE: 5, GONE: 1 },
    onThisPc: { MUG: 0, CUP: 2, BOWL: 9, PLATE: 5, GONE: 1 },
    confirmed: false,
  })
  await world.desk.push(world.corridor())
  world.removeFromThisPc('GONE')
  const before = world.repositories.stock.rows(1)

  const preview = await world.desk.preview(world.corridor())

  expect(preview).toEqual({
    connectionId: 1,
    soldOut: [{ sku: 'MUG', title: 'Article MUG', from: 5, to: 0 }],
    fewer: [{ sku: 'CUP', title: 'Article CUP', from: 5, to: 2 }],
    more: [{ sku: 'BOWL', title: 'Article BOWL', from: 5, to: 9 }],
    needsConfirmation: expect.stringContaining('Nothing is sent before you say yes'),
  })
  expect(world.repositories.stock.rows(1)).toEqual(before)
  expect(world.problems()).toHaveLength(1)
  expect(world.files()).toEqual([])
})

it('reads both sides anew each time', async () => {
  const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 5 } })
  await world.desk.preview(world.corridor())
  world.account.world.setInventory([{ sku: 'MUG', stock: 8, title: 'Mug', priceCents: 1290 }])
  world.stockOnThisPc('MUG', 6)

  const preview = await world.desk.preview(world.corridor())

  expect(preview).toMatchObject({ fewer: [{ sku: 'MUG', from: 8, to: 6 }], needsConfirmation: null })
})

it('says when the seller would be asked', async () => {
  const world = await aStockWorld({ atRakuten: manySkus(20, 5), onThisPc: manySkus(20, 0) })

  const preview = await world.desk.preview(world.corridor())

  expect(preview.soldOut).toHaveLength(20)
  expect(preview.needsConfirmation).toContain('20 of 20 SKUs would go to zero at once')
})

it('leaves the next step to read the back office for itself', async () => {
  const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 4 } })
  await world.desk.preview(world.corridor())

  await world.desk.push(world.corridor(), 'timer')
  expect(world.files()).toEqual([])
  await world.desk.push(world.corridor())

  expect(world.files()).toEqual([[['MUG', 4]]])
})

it('compares with what Rakuten shows, told or not', async () => {
  const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 4 } })
  await world.desk.push(world.corridor())
  world.pass(5)
  await world.desk.push(world.corridor())
  world.account.world.setInventory([{ sku: 'MUG', stock: 1, title: 'Mug', priceCents: 1290 }])

  const preview = await world.desk.preview(world.corridor())

  expect(preview.more).toMatchObject([{ sku: 'MUG', from: 1, to: 4 }])
})

it('keeps nothing of the back office’s answer, not even that it was read', async () => {
  const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 5 } })
  await world.desk.push(world.corridor())
  world.stockOnThisPc('MUG', 3)
  await world.desk.preview(world.corridor())

  await world.desk.push(world.corridor())

  expect(world.files()).toEqual([[['MUG', 3]]])
})
