import { describe, expect, it } from 'vitest'
import { Fault } from '../../../../src/main/domain/fault.ts'
import { aStockWorld, manySkus } from './a-stock-world.ts'

describe('what is told', () => {
  it('is the difference between the back office and what Rakuten shows, and nothing else', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5, CUP: 3, BOWL: 2 }, onThisPc: { MUG: 4, CUP: 3, BOWL: 9 } })

    const tally = await world.desk.push(world.corridor())

    expect(world.files()).toEqual([
      [
        ['BOWL', 9],
        ['MUG', 4],
      ],
    ])
    expect(tally).toEqual({ moved: 2, problems: 0 })
    expect(world.row('MUG')).toMatchObject({ available: 4, offered: 4, lastSent: 4, state: 'pending' })
    expect(world.row('CUP')).toMatchObject({
      available: 3,
      offered: 3,
      lastSent: null,
      state: 'unchanged',
      message: '',
    })
  })

  it('is compared with what Rakuten was last told, whatever it shows below that', async () => {
    const units = { CUP: 1, MUG: 8 }
    const world = await aStockWorld({ atRakuten: { CUP: 1, MUG: 5 }, onThisPc: units, stockFollowsSales: true })
    await world.desk.push(world.corridor())
    world.pass(70)
    // Rakuten takes the file over before the sale.
    world.account.world.inventory()
    world.account.world.buy({ items: [{ sku: 'MUG', priceCents: 1290 }] })

    await world.restart().push(world.corridor())

    expect(world.row('MUG')).toMatchObject({ rakutenQuantity: 7, offered: 8, lastSent: 8 })
    expect(world.files()).toHaveLength(1)
  })

  it('is not told again within the hour, in which Rakuten may still show what it had', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 9 }, onThisPc: { MUG: 4 }, importDuration: 1 })
    await world.desk.push(world.corridor())
    world.pass(5)
    await world.desk.push(world.corridor())
    world.account.world.setInventory([{ sku: 'MUG', stock: 9, title: 'Mug', priceCents: 1290 }])
    world.pass(50)

    await world.restart().push(world.corridor())

    expect(world.row('MUG')).toMatchObject({ rakutenQuantity: 9, state: 'sent' })
    expect(world.files()).toHaveLength(1)
  })

  it('is told again when Rakuten shows more than it was told, which nobody has', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 9 }, onThisPc: { MUG: 4, PLATE: 1 } })
    await world.desk.push(world.corridor())
    world.pass(5)
    await world.desk.push(world.corridor())
    world.account.world.setInventory([
      { sku: 'MUG', stock: 50, title: 'Mug', priceCents: 1290 },
      { sku: 'PLATE', stock: 1, title: 'Plate', priceCents: 900 },
    ])
    world.pass(60)

    await world.restart().push(world.corridor())

    expect(world.files().at(-1)).toEqual([
      ['MUG', 4],
      ['PLATE', 1],
    ])
    expect(world.row('MUG')).toMatchObject({ rakutenQuantity: 50, state: 'pending' })
  })

  it('never concerns a SKU that only one side has', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5, TASSE: 4 }, onThisPc: { MUG: 5, PLATE: 7 } })

    await world.desk.push(world.corridor())

    expect(world.files()).toEqual([])
    expect(world.row('TASSE')).toMatchObject({
      state: 'skipped',
      offered: null,
      message: 'Not in Boutique: it has no product TASSE.',
    })
    expect(world.repositories.stock.rows(1).map(({ sku }) => sku)).toEqual(['MUG', 'TASSE'])
  })

  it('finds a product through the alias table, and otherwise by the very SKU', async () => {
    const world = await aStockWorld({
      atRakuten: { 'TASSE-B': 5, mug: 5 },
      onThisPc: { 'MUG-BLUE': 2, MUG: 3 },
      settings: { skuAliases: { 'TASSE-B': 'MUG-BLUE' } },
    })

    await world.desk.push(world.corridor())

    expect(world.files()).toEqual([[['TASSE-B', 2]]])
    expect(world.row('mug').state).toBe('skipped')
  })

  it('never carries a SKU that stands for several adverts, whose prices it would mix up', async () => {
    const world = await aStockWorld({ onThisPc: { MUG: 2, CUP: 2 } })
    const real = world.marketplace
    const advert = { sku: 'MUG', title: '', ean: '', currency: 'EUR', quantity: 5, unlimited: false }
    world.marketplace = {
      ...real,
      readInventory: async () => [
        { ...advert, advertId: '1', priceCents: 900 },
        { ...advert, advertId: '2', priceCents: 700 },
        { ...advert, advertId: '3', priceCents: 700, sku: '' },
      ],
    }

    await world.desk.push(world.corridor())

    expect(world.files()).toEqual([])
    expect(world.row('MUG')).toMatchObject({
      state: 'skipped',
      message: 'Several adverts at Rakuten have the SKU MUG.',
    })
    expect(world.row('')).toMatchObject({ state: 'skipped', message: 'This advert has no SKU at Rakuten.' })
  })

  it('is nothing while stock updates are off, not even a question', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 4 }, confirmed: false })
    await world.desk.push(world.corridor())
    expect(world.problems()).toHaveLength(1)
    const before = world.asked().length
    world.change({ stockUpdates: false })

    await world.desk.push(world.corridor())
    await world.desk.push(world.corridor(), 'timer')
    await world.desk.tellSoldOut(world.corridor())

    expect(world.asked().length).toBe(before)
    expect(world.problems()).toEqual([])
  })

  it('is nothing while the connection is paused', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 4 } })
    const { connection, ...corridor } = world.corridor()

    const tally = await world.desk.push({ ...corridor, connection: { ...connection, paused: true } })

    expect(tally).toEqual({ moved: 0, problems: 0 })
    expect(world.asked()).toEqual([])
  })
})

describe('a quantity', () => {
  it('leaves the safety stock of the connection and that of the product on the shelf', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 50 }, onThisPc: { MUG: 10 }, settings: { safetyStock: 3 } })
    const mug = world.products.get('MUG')
    if (mug !== null) world.products.save({ ...mug, safetyStock: 2 }, mug)

    await world.desk.push(world.corridor())

    expect(world.files()).toEqual([[['MUG', 5]]])
    expect(world.row('MUG')).toMatchObject({ available: 8, offered: 5 })
  })

  it('is never more than 999, which is also what a product without a count is offered as', async () => {
    const world = await aStockWorld({ atRakuten: { MANY: 1, ENDLESS: 1 }, onThisPc: { MANY: 5000 } })
    const { readStock } = world.backOffice
    world.backOffice = {
      ...world.backOffice,
      readStock: async () => [...(await readStock()), { sku: 'ENDLESS', available: null, title: '' }],
    }

    await world.desk.push(world.corridor())

    expect(world.files()).toEqual([
      [
        ['ENDLESS', 999],
        ['MANY', 999],
      ],
    ])
    expect(world.row('ENDLESS').available).toBeNull()
  })

  it.each([
    [0.9, 0],
    [2.7, 2],
    [-3, 0],
  ])('of %d in the back office is %d at Rakuten', async (available, offered) => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 } })
    world.backOffice = { ...world.backOffice, readStock: async () => [{ sku: 'MUG', available, title: '' }] }

    await world.desk.push(world.corridor())

    expect(world.row('MUG')).toMatchObject({ available: Math.floor(available), offered })
  })

  it('of a SKU that means several products is not told', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 } })
    const mug = { sku: 'MUG', available: 3, title: '' }
    world.backOffice = { ...world.backOffice, readStock: async () => [mug, mug] }

    await world.desk.push(world.corridor())

    expect(world.files()).toEqual([])
    expect(world.row('MUG')).toMatchObject({
      state: 'skipped',
      message: 'Several products in Boutique have the SKU MUG.',
    })
  })

  it('of an advert without limit is told, unless nobody counts the product here either', async () => {
    const world = await aStockWorld({ onThisPc: { MUG: 5 } })
    const advert = { title: '', ean: '', currency: 'EUR', quantity: 0, unlimited: true, priceCents: 900 }
    const { readStock } = world.backOffice
    world.marketplace = {
      ...world.marketplace,
      readInventory: async () => [
        { ...advert, sku: 'MUG', advertId: '1' },
        { ...advert, sku: 'ENDLESS', advertId: '2' },
      ],
    }
    world.backOffice = {
      ...world.backOffice,
      readStock: async () => [...(await readStock()), { sku: 'ENDLESS', available: null, title: '' }],
    }

    await world.desk.push(world.corridor())

    expect(world.files()).toEqual([[['MUG', 5]]])
    expect(world.row('ENDLESS')).toMatchObject({ offered: 999, state: 'unchanged' })
  })
})

describe('an idle step', () => {
  it('writes nothing, whoever asks for it', async () => {
    const world = await aStockWorld({
      atRakuten: { MUG: 5, CUP: 2, GONE: 4, TASSE: 1 },
      onThisPc: { MUG: 4, CUP: 2, GONE: 4 },
    })
    await world.desk.push(world.corridor())
    world.removeFromThisPc('GONE')
    for (const _ of [1, 2, 3, 4]) {
      world.pass(8)
      await world.desk.push(world.corridor())
    }
    const before = world.writes()
    const asked = world.asked().length

    world.pass(5)
    await world.desk.tellSoldOut(world.corridor())
    await world.desk.push(world.corridor())
    await world.desk.push(world.corridor(), 'timer')

    expect(world.writes()).toBe(before)
    expect(world.asked().length).toBe(asked)
  })

  it('writes a question that waits once only', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 4 }, confirmed: false })
    await world.desk.push(world.corridor())
    const before = world.writes()
    world.pass(5)

    await world.desk.push(world.corridor())

    expect(world.writes()).toBe(before)
  })
})

describe('the readings', () => {
  it('of the inventory come with the start of the process and a day later, not with every step', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 5 } })
    const exports = () => world.asked('export').length

    await world.desk.push(world.corridor())
    world.pass(60)
    await world.desk.push(world.corridor())
    expect(exports()).toBe(1)
    world.pass(24 * 60)
    await world.desk.push(world.corridor())
    expect(exports()).toBe(2)
    await world.restart().push(world.corridor())

    expect(exports()).toBe(3)
  })

  it('of the inventory come right before a file whose prices are older than 15 minutes', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 5 } })
    await world.desk.push(world.corridor())
    world.account.world.setInventory([{ sku: 'MUG', stock: 5, title: 'Mug', priceCents: 1990 }])
    world.stockOnThisPc('MUG', 3)
    world.pass(16)

    await world.desk.push(world.corridor())

    expect(world.asked().slice(-2)).toEqual(['export', 'genericimportfile'])
    world.pass(3)
    expect(world.account.ledger().skus['MUG']?.told).toMatchObject([{ quantity: 3, priceCents: 1990 }])
  })

  it('of the inventory are not waited for by sold-out SKUs', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 5 } })
    await world.desk.push(world.corridor())
    world.stockOnThisPc('MUG', 0)
    world.pass(16)

    await world.desk.push(world.corridor())

    expect(world.asked()).toEqual(['export', 'genericimportfile'])
  })

  it('of the inventory that fail keep prices from being told, and nothing from being sold out', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5, CUP: 5 }, onThisPc: { MUG: 5, CUP: 5 } })
    await world.desk.push(world.corridor())
    world.stockOnThisPc('MUG', 0)
    world.stockOnThisPc('CUP', 3)
    world.pass(16)
    world.account.faults.add({ kind: 'truncated', action: 'export', times: 'always' })

    await expect(world.desk.push(world.corridor())).rejects.toMatchObject({ kind: 'unreadable', side: 'Rakuten' })

    expect(world.files()).toEqual([[['MUG', 0]]])
  })

  it('of a long inventory are not waited for by sold-out SKUs that others accompany', async () => {
    const world = await aStockWorld()
    const stock = new Map(Object.keys(manySkus(2_500, 5)).map((sku) => [sku, 5]))
    const advert = { title: '', ean: '', priceCents: 990, currency: 'EUR', quantity: 5, unlimited: false }
    let readings = 0
    world.marketplace = {
      ...world.marketplace,
      readInventory: async () => {
        readings += 1
        return [...stock.keys()].map((sku, index) => ({ ...advert, sku, advertId: `${index}` }))
      },
    }
    world.backOffice = {
      ...world.backOffice,
      readStock: async () => [...stock].map(([sku, available]) => ({ sku, available, title: '' })),
    }
    await world.desk.push(world.corridor())
    stock.set('SKU-01', 0).set('SKU-02', 3)
    world.pass(16)

    await world.desk.push(world.corridor())
    expect(world.files()).toEqual([[['SKU-01', 0]]])
    expect(readings).toBe(1)
    world.pass(7)
    await world.desk.push(world.corridor())

    expect(world.files().at(-1)).toEqual([['SKU-02', 3]])
    expect(readings).toBe(2)
  })

  it('of the inventory that fail are handed on even when there is nothing to tell', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 5 } })
    await world.desk.push(world.corridor())
    world.account.faults.add({ kind: 'truncated', action: 'export', times: 'always' })

    await expect(world.restart().push(world.corridor())).rejects.toMatchObject({ kind: 'unreadable', side: 'Rakuten' })
  })

  it('of the inventory right before a file may bring a question that keeps it here', async () => {
    const world = await aStockWorld({ atRakuten: manySkus(20, 0), onThisPc: manySkus(20, 0) })
    await world.desk.push(world.corridor())
    const shown = Object.keys(manySkus(20, 5)).map((sku) => ({ sku, stock: 5, title: sku, priceCents: 990 }))
    world.account.world.setInventory(shown)
    world.stockOnThisPc('SKU-20', 3)
    world.pass(16)

    await world.desk.push(world.corridor())

    expect(world.files()).toEqual([])
    expect(world.problems()[0]?.message).toContain('19 of 20 SKUs would go to zero at once')
  })

  it('of the back office come with each cycle, and never with the timer', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 5 } })
    let readings = 0
    const { readStock } = world.backOffice
    world.backOffice = {
      ...world.backOffice,
      readStock: () => {
        readings += 1
        return readStock()
      },
    }

    await world.desk.push(world.corridor())
    await world.desk.push(world.corridor(), 'timer')
    await world.desk.push(world.corridor())
    expect(readings).toBe(2)
    await world.desk.tellSoldOut(world.corridor())
    await world.desk.push(world.corridor())

    expect(readings).toBe(3)
  })

  it('of the back office by the timer of a process that has not read it yet tell nothing', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 5 } })
    await world.desk.push(world.corridor())
    world.stockOnThisPc('MUG', 2)

    const tally = await world.restart().push(world.corridor(), 'timer')

    expect(tally.moved).toBe(0)
    expect(world.files()).toEqual([])
  })

  it('of the back office at the beginning of a cycle that took long are made again at its end', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 5 } })
    await world.desk.push(world.corridor())
    await world.desk.tellSoldOut(world.corridor())
    world.stockOnThisPc('MUG', 3)
    world.pass(6)

    await world.desk.push(world.corridor())

    expect(world.files()).toEqual([[['MUG', 3]]])
  })

  it('of another back office than the connection’s present one count for nothing', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 5 } })
    await world.desk.push(world.corridor())
    world.stockOnThisPc('MUG', 3)
    const { id } = world.repositories.backOffices.insert({ label: 'New shop', kind: 'this-pc', settings: {} })
    world.repositories.connections.save({ ...world.corridor().connection, backOfficeId: id })
    world.change({ safetyStock: 1 })
    world.pass(1)

    await world.desk.push(world.corridor(), 'timer')
    expect(world.files()).toEqual([])
    await world.desk.push(world.corridor())

    expect(world.files()).toEqual([[['MUG', 2]]])
  })

  it('say when a price is no longer the one that was told', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 3 } })
    await world.desk.push(world.corridor())
    world.pass(5)
    await world.desk.push(world.corridor())
    world.account.world.setInventory([{ sku: 'MUG', stock: 3, title: 'Mug', priceCents: 1990 }])

    await world.restart().push(world.corridor())

    expect(world.row('MUG')).toMatchObject({
      priceCents: 1990,
      state: 'sent',
      message: 'The price at Rakuten is 19.90 now; it was 12.90 when stock was last told.',
    })
  })

  it('say nothing of a price that nobody told along', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 5 } })
    await world.desk.push(world.corridor())
    world.account.world.setInventory([{ sku: 'MUG', stock: 5, title: 'Mug', priceCents: 1990 }])

    await world.restart().push(world.corridor())

    expect(world.row('MUG')).toMatchObject({ priceCents: 1990, message: '' })
  })

  it('of a SKU that the inventory shows for the first time are followed by one of the back office', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 5, CUP: 4 } })
    await world.desk.push(world.corridor())
    world.account.world.setInventory([
      { sku: 'MUG', stock: 5, title: 'Mug', priceCents: 1290 },
      { sku: 'CUP', stock: 1, title: 'Cup', priceCents: 990 },
    ])
    world.pass(25 * 60)

    await world.desk.tellSoldOut(world.corridor())
    await world.desk.push(world.corridor())

    expect(world.files()).toEqual([[['CUP', 4]]])
  })
})

describe('a fault', () => {
  it('of the back office changes nothing, and is handed on', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 5 } })
    await world.desk.push(world.corridor())
    const before = world.writes()
    world.backOffice = {
      ...world.backOffice,
      readStock: () => Promise.reject(new Fault('unreadable', 'Half a page.', { side: 'Boutique' })),
    }
    world.pass(5)

    await expect(world.desk.push(world.corridor())).rejects.toMatchObject({ kind: 'unreadable', side: 'Boutique' })

    expect(world.writes()).toBe(before)
  })

  it('of Rakuten that certainly kept the file away costs neither a slot nor a quantity', async () => {
    const world = await aStockWorld({ atRakuten: { MUG: 5 }, onThisPc: { MUG: 4 } })
    const refusing = new Fault('refused', 'An error occurred while submitting the file', { side: 'Rakuten' })
    const real = world.marketplace
    world.marketplace = { ...real, sendStock: () => Promise.reject(refusing) }
    await expect(world.desk.push(world.corridor())).rejects.toBe(refusing)
    world.marketplace = real

    await world.desk.push(world.corridor())

    expect(world.files()).toEqual([[['MUG', 4]]])
    expect(world.repositories.stock.filesSince(1, '')).toHaveLength(1)
    expect(world.repositories.intents.unsettled(1)).toEqual([])
  })
})

it('handles as many SKUs as a big shop has, without keeping any of them waiting in another file', async () => {
  const world = await aStockWorld()
  const skus = Object.keys(manySkus(50_000, 1))
  world.marketplace = {
    ...world.marketplace,
    readInventory: async () =>
      skus.map((sku, index) => ({
        sku,
        advertId: `${index}`,
        title: 'A title of usual length',
        ean: '',
        priceCents: 990,
        currency: 'EUR',
        quantity: 5,
        unlimited: false,
      })),
    sendStock: async () => ({ fileId: '1' }),
  }
  world.backOffice = {
    ...world.backOffice,
    readStock: async () => skus.map((sku) => ({ sku, available: 4, title: '' })),
  }

  const tally = await world.desk.push(world.corridor())

  expect(tally).toEqual({ moved: 50_000, problems: 0 })
  expect(world.repositories.stock.filesSince(1, '').map(({ lines }) => lines.length)).toEqual([50_000])
}, 60_000)
