import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aConfiguration, aConnection, later, NOW, openSeller, type Seller } from './a-seller.ts'
import {
  ConnectionsDocument,
  ErasedDocument,
  ExportDocument,
  OrderDocument,
  OrdersDocument,
  ProblemsDocument,
  StockDocument,
  SyncDocument,
  TestedDocument,
} from './documents.ts'

describe('the documents of the command line', () => {
  let seller: Seller
  let shipped = ''
  let skipped = ''
  let held = ''
  beforeAll(async () => {
    seller = await openSeller()
    shipped = seller.buys(['MUG-BLUE', 'MUG-BLUE', 'BOWL'], { buyer: { firstName: 'Ondine', lastName: 'Quenouille' } })
    skipped = seller.buys(['BOWL'], { deliveryMode: 'Retrait chez le vendeur' })
  })
  afterAll(() => seller.close())

  it('connections: what is connected, before anything was done', async () => {
    const { exitCode, document, error } = await seller.json(['connections'])

    expect({ exitCode, error }).toEqual({ exitCode: 0, error: '' })
    expect(ConnectionsDocument.parse(document)).toEqual([
      {
        ...{ label: 'Rakuten', marketplace: 'rakuten-france', backOffice: 'This PC' },
        ...{ paused: false, stockUpdates: true, lastCycleAt: null, problem: null },
      },
    ])
  })

  it('connections test: every named check of every connection', async () => {
    seller.account.world.clock.set(new Date().toISOString())
    const { exitCode, document, error } = await seller.json(['connections', 'test'])

    const [tested, ...others] = TestedDocument.parse(document)
    expect({ exitCode, error }).toEqual({ exitCode: 0, error: '' })
    expect(others).toEqual([])
    expect(tested?.label).toBe('Rakuten')
    expect(tested?.checks.map(({ ok }) => ok)).not.toContain(false)
    expect(tested?.checks.length).toBeGreaterThanOrEqual(4)
  })

  it('products export: the CSV without --json, the rows with it', async () => {
    const text = await seller.desk.run(['products', 'export'])
    const { document } = await seller.json(['products', 'export'])

    expect(text).toMatchObject({ exitCode: 0, error: '' })
    expect(text.out).toContain('MUG-BLUE')
    expect(document).toMatchObject([
      { sku: 'BOWL', title: 'Bowl', stock: 80 },
      { sku: 'MUG-BLUE', title: 'Blue mug', stock: 50 },
    ])
  })

  it('sync: each step of each connection, with what moved', async () => {
    const { exitCode, document, error } = await seller.sync(0)

    const { connections, startedAt, finishedAt } = SyncDocument.parse(document)
    const moved = Object.fromEntries(connections.flatMap(({ steps }) => steps.map(({ step, moved }) => [step, moved])))
    expect({ exitCode, error }).toEqual({ exitCode: 0, error: '' })
    expect(startedAt >= NOW && finishedAt >= startedAt && finishedAt < later(5)).toBe(true)
    expect(connections.map(({ label, problem }) => ({ label, problem }))).toEqual([{ label: 'Rakuten', problem: null }])
    expect(moved).toMatchObject({ import: 2, accept: 1, place: 1 })
  })

  it('orders: every order with its items, those of one status, and one with its timeline', async () => {
    const all = OrdersDocument.parse((await seller.json(['orders'])).document)
    const placed = OrdersDocument.parse((await seller.json(['orders', '--status', 'placed'])).document)
    const [one] = OrderDocument.parse((await seller.json(['orders', '--order', shipped])).document)
    const none = await seller.json(['orders', '--order', '1'])

    expect(all.map(({ reference }) => reference).sort()).toEqual([shipped, skipped].sort())
    expect(all.find(({ reference }) => reference === skipped)).toMatchObject({
      ...{ status: 'skipped', skippedReason: 'in-store-pickup', backOfficeRef: null, problem: null },
    })
    expect(placed).toMatchObject([
      {
        ...{ reference: shipped, connection: 'Rakuten', status: 'placed', backOfficeRef: `RKT-${shipped}` },
        ...{ deliveryMode: 'Suivi', carrier: null, trackingNumber: null, trackingUrl: null, shippedAt: null },
        ...{ skippedReason: null, acceptBy: '2026-11-27T23:00:00.000Z' },
      },
    ])
    expect(placed[0]?.items.map(({ sku, status, priceCents }) => [sku, status, priceCents])).toEqual([
      ['MUG-BLUE', 'accepted', 1290],
      ['MUG-BLUE', 'accepted', 1290],
      ['BOWL', 'accepted', 1290],
    ])
    expect(one.timeline.map(({ what }) => what)).toEqual(expect.arrayContaining(['imported', 'accepted', 'placed']))
    expect(none).toMatchObject({ exitCode: 0, document: [] })
  })

  it('stock: each SKU, what is there, what is offered, what was told', async () => {
    const { exitCode, document } = await seller.json(['stock'])

    expect(exitCode).toBe(0)
    expect(
      StockDocument.parse(document).map(({ connection, sku, available, offered }) => [
        connection,
        sku,
        available,
        offered,
      ]),
    ).toEqual([
      ['Rakuten', 'BOWL', 79, 79],
      ['Rakuten', 'MUG-BLUE', 48, 48],
    ])
  })

  it('sync --stock: every difference is told at once', async () => {
    const { document } = await seller.sync(5, '--stock')
    await seller.sync(10)

    SyncDocument.parse(document)
    const told = StockDocument.parse((await seller.json(['stock'])).document)
    expect(told.map(({ sku, lastSent, state }) => [sku, lastSent, state])).toEqual([
      ['BOWL', 79, 'sent'],
      ['MUG-BLUE', 48, 'sent'],
    ])
    expect(seller.account.ledger().skus).toMatchObject({ BOWL: { lastTold: 79 }, 'MUG-BLUE': { lastTold: 48 } })
  })

  it('problems: none, though an order was skipped', async () => {
    expect(await seller.json(['problems'])).toEqual({ exitCode: 0, document: [], error: '' })
  })

  it('problems: what stands in the way, its ways out, and the exit that says so', async () => {
    held = seller.buys(['UNKNOWN-SKU'])
    const synced = await seller.sync(15)
    const { exitCode, document } = await seller.json(['problems'])

    expect([synced.exitCode, exitCode]).toEqual([1, 1])
    expect(ProblemsDocument.parse(document)).toMatchObject([
      {
        ...{
          connection: 'Rakuten',
          reference: held,
          kind: 'sku',
          choices: ['alias', 'retry', 'refuse'],
          nextTryAt: null,
        },
        message: expect.stringContaining('UNKNOWN-SKU'),
      },
    ])
    expect(OrdersDocument.parse((await seller.json(['orders', '--status', 'imported'])).document)).toMatchObject([
      { reference: held, problem: { kind: 'sku' } },
    ])
  })

  it('export and erase: what is kept about a buyer, and that it is gone', async () => {
    await seller.act(16, 'ship', shipped, '--carrier', 'Colissimo', '--number', '6A01234567897')
    await seller.sync(20)
    const exported = await seller.json(['export', '--buyer', 'Quenouille'])
    const erased = await seller.json(['erase', '--buyer', '-', '--yes'], {}, 'Ondine Quenouille\n')
    const again = await seller.json(['export', '--buyer', 'Quenouille'])
    const [order] = OrderDocument.parse((await seller.json(['orders', '--order', shipped])).document)

    expect(ExportDocument.parse(exported.document)).toMatchObject({
      buyer: 'Quenouille',
      orders: [{ reference: shipped }],
    })
    expect(JSON.stringify(exported.document)).toContain('Ondine')
    expect(ErasedDocument.parse(erased.document)).toEqual({ erased: 1 })
    expect(ExportDocument.parse(again.document).orders).toEqual([])
    expect(order).toMatchObject({ status: 'shipped', carrier: 'Colissimo', trackingNumber: '6A01234567897' })
    expect(JSON.stringify(order)).not.toMatch(/Ondine|Quenouille/)
  })

  it('orders: a shipped one, with its link and the moment Rakuten recorded it', async () => {
    const orders = OrdersDocument.parse((await seller.json(['orders', '--status', 'shipped'])).document)

    expect(orders).toMatchObject([
      { reference: shipped, trackingUrl: 'https://www.laposte.fr/outils/suivre-vos-envois?code=6A01234567897' },
    ])
    expect(orders[0]?.shippedAt).not.toBeNull()
  })

  it('connections: its switches, and its own problem when it has one', async () => {
    await seller.desk.write(
      'off.json',
      aConfiguration(aConnection(seller.account, { stockUpdates: false, label: 'Shop' })),
    )
    seller.account.world.resetToken('another-one')
    await seller.sync(25)

    const { exitCode, document } = await seller.json(['connections', '--config', 'off.json'])

    expect(exitCode).toBe(1)
    expect(ConnectionsDocument.parse(document)).toMatchObject([
      { label: 'Shop', stockUpdates: false, problem: { kind: 'credentials' }, lastCycleAt: expect.any(String) },
    ])
  })
})
