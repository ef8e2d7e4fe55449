import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aConfiguration, aConnection, aSeller, NOW, type Seller } from './a-seller.ts'
import { ExportDocument, OrdersDocument, StockDocument } from './documents.ts'

const ordersOf = async ({ json }: Seller) => {
  const orders = OrdersDocument.parse((await json(['orders'])).document)
  return new Map(orders.map((order) => [order.reference, order]))
}

const itemsOf = ({ account }: Seller, reference: string) =>
  Object.values(account.ledger().items).filter(({ purchaseId }) => purchaseId === reference)

describe('the configuration file', () => {
  it('says what comes in, and how', async () => {
    const seller = await aSeller({
      products: 'sku,title,stock\nMUG-BLUE,Blue mug,50\nRARE,Rare thing,1\n',
      facts: {
        ...{ importFrom: '2026-11-23', partialStock: 'accept-available', adoptAccepted: 'automatic' },
        ...{ skuAliases: { 'TASSE-B': 'MUG-BLUE' }, deliveryModes: { Express: null, Pigeon: 'home' } },
      },
    })
    const bought = {
      early: seller.buys(['MUG-BLUE'], { at: '2026-11-20T10:00:00Z' }),
      partial: seller.buys(['RARE', 'RARE']),
      elsewhere: seller.buys(['MUG-BLUE'], { acceptedAt: NOW }),
      aliased: seller.buys(['TASSE-B']),
      unavailable: seller.buys(['MUG-BLUE'], { deliveryMode: 'Express' }),
      mapped: seller.buys(['MUG-BLUE'], { deliveryMode: 'Pigeon' }),
    }

    const { exitCode } = await seller.sync(0)
    await seller.sync(5)

    const orders = await ordersOf(seller)
    expect(exitCode).toBe(0)
    expect(orders.get(bought.early)).toMatchObject({ status: 'skipped', skippedReason: 'before-start-date' })
    expect(orders.get(bought.partial)).toMatchObject({
      ...{ status: 'placed', items: [{ status: 'accepted' }, { status: 'refused' }] },
    })
    expect(orders.get(bought.elsewhere)).toMatchObject({ status: 'placed', problem: null })
    expect(orders.get(bought.aliased)).toMatchObject({ status: 'placed', problem: null })
    expect(orders.get(bought.unavailable)).toMatchObject({ status: 'skipped', skippedReason: 'mode-not-available' })
    expect(orders.get(bought.mapped)).toMatchObject({ status: 'placed', deliveryMode: 'Pigeon' })
  })

  it('says what goes out, and how', async () => {
    const template = 'https://coursier.example/suivi/{trackingNumber}'
    const seller = await aSeller({
      facts: {
        ...{ carriers: { 'Ma Poste': 'colissimo' }, defaultCarrier: 'chronopost', messageBuyer: true },
        ...{ ownCarriers: [{ name: 'Coursier', trackingUrlTemplate: template }] },
        ...{ cancelComment: 'Cassé en réserve.', safetyStock: 3 },
      },
    })
    const bought = {
      mapped: seller.buys(['BOWL']),
      own: seller.buys(['BOWL']),
      other: seller.buys(['BOWL']),
      cancelled: seller.buys(['BOWL']),
    }
    await seller.sync(0)

    await seller.act(1, 'ship', bought.mapped, '--carrier', 'Ma Poste', '--number', '6A01234567897')
    await seller.act(1, 'ship', bought.own, '--carrier', 'Coursier', '--number', 'C420042')
    await seller.act(1, 'ship', bought.other, '--carrier', 'Quelqu’un', '--number', 'Q430043')
    await seller.act(2, 'cancel', bought.cancelled)
    await seller.sync(10, '--stock')

    const shipmentsOf = (reference: string) => itemsOf(seller, reference)[0]?.shipments
    expect(shipmentsOf(bought.mapped)).toMatchObject([{ transporter: 'Colissimo', trackingNumber: '6A01234567897' }])
    expect(shipmentsOf(bought.own)).toMatchObject([
      { transporter: 'Autre', trackingNumber: 'C420042', trackingUrl: 'https://coursier.example/suivi/C420042' },
    ])
    expect(shipmentsOf(bought.other)).toMatchObject([{ transporter: 'Chronopost', trackingNumber: 'Q430043' }])
    expect(itemsOf(seller, bought.mapped)[0]?.messagesFromSeller).toHaveLength(1)
    expect(itemsOf(seller, bought.cancelled)).toMatchObject([
      { cancelledBy: 'seller', cancelComment: 'Cassé en réserve.' },
    ])
    expect(seller.account.ledger().skus).toMatchObject({ BOWL: { lastTold: 80 - 3 - 3 }, 'MUG-BLUE': { lastTold: 47 } })
  })

  it('turns stock updates off, and says which field of a product is the SKU and how long a buyer is remembered', async () => {
    const seller = await aSeller({
      products: 'sku,ean,title,stock\nM-1,3760000000017,Blue mug,50\n',
      facts: { stockUpdates: false, skuSource: 'ean', acceptance: 'by-hand' },
    })
    const file = JSON.parse(aConfiguration(aConnection(seller.account, { stockUpdates: false })))
    await seller.desk.write('short.json', JSON.stringify({ ...file, retentionDays: 1 }))
    const reference = seller.buys(['3760000000017'], { buyer: { lastName: 'Quenouille' } })
    await seller.sync(0, '--config', 'short.json')
    const accepted = await seller.act(1, 'accept', reference)
    await seller.act(2, 'cancel', reference)
    const before = ExportDocument.parse((await seller.json(['export', '--buyer', 'Quenouille'])).document)

    await seller.sync(3 * 24 * 60)

    const after = ExportDocument.parse((await seller.json(['export', '--buyer', 'Quenouille'])).document)
    expect(accepted.document).toMatchObject({ done: true })
    expect([before.orders.length, after.orders.length]).toEqual([1, 0])
    expect((await ordersOf(seller)).get(reference)).toMatchObject({ status: 'cancelled' })
    expect(seller.account.ledger().stockFiles).toBe(0)
  })

  it('changes only the keys it contains, and what it made is still there without it', async () => {
    const seller = await aSeller({ facts: { safetyStock: 5, acceptance: 'by-hand' } })
    await seller.desk.write('less.json', aConfiguration(aConnection(seller.account, { label: 'Shop', safetyStock: 7 })))
    const reference = seller.buys(['BOWL'])
    await seller.json(['connections', '--config', 'less.json'])

    await seller.sync(0)

    const orders = await ordersOf(seller)
    const stock = StockDocument.parse((await seller.json(['stock'])).document)
    expect(orders.get(reference)).toMatchObject({ status: 'imported', connection: 'Shop' })
    expect(stock.map(({ sku, offered }) => [sku, offered])).toEqual([
      ['BOWL', 80 - 7 - 1],
      ['MUG-BLUE', 50 - 7],
    ])
  })

  it('names files for what has many lines or is a secret, from where it lies itself, and finds them without it', async () => {
    const seller = await aSeller()
    await mkdir(join(seller.desk.folder, 'etc'))
    await seller.desk.write('etc/token.txt', `${seller.account.token}\n`)
    await seller.desk.write('etc/url.txt', `${seller.account.baseUrl}\n`)
    const settings = { login: seller.account.login, token: { file: 'token.txt' }, baseUrl: { file: 'url.txt' } }
    await seller.desk.write('etc/files.json', aConfiguration(aConnection(seller.account, { settings })))

    await seller.json(['connections', '--config', 'etc/files.json'])
    const reference = seller.buys(['BOWL'])
    const { exitCode } = await seller.sync(0)
    await seller.desk.write('etc/token.txt', '\n')
    const emptied = await seller.json(['connections', 'test'])

    expect(exitCode).toBe(0)
    expect((await ordersOf(seller)).get(reference)).toMatchObject({ status: 'placed' })
    expect(emptied.exitCode).not.toBe(0)
    expect(JSON.stringify(emptied.document)).toContain(join(seller.desk.folder, 'etc', 'token.txt'))
  })

  it('is refused by field and file when one that it names is not there, and nothing is kept', async () => {
    const seller = await aSeller()
    const account = { ...seller.account, login: 'another' }
    const settings = { login: 'another', token: { file: 'nowhere.txt' } }
    await seller.desk.write('files.json', aConfiguration(aConnection(account, { label: 'Other', settings })))

    const { exitCode, error } = await seller.json(['connections', '--config', 'files.json'])

    const place = join(seller.desk.folder, 'nowhere.txt')
    expect(exitCode).toBe(2)
    expect(error).toContain(`connections[0].settings.token: the file ${place} cannot be read.`)
    expect((await seller.json(['connections'])).document).toHaveLength(1)
  })
})
