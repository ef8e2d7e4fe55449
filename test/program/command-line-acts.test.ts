import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { startPracticeAccount } from '../../src/main/practice/rakuten-france/index.ts'
import { aConfiguration, aConnection, aSeller, later, NOW, openSeller, type Seller } from './a-seller.ts'
import { ActDocument, OrdersDocument } from './documents.ts'

/** How an order stands, by its number. */
const statusOf = async ({ json }: Pick<Seller, 'json'>, reference: string): Promise<string | undefined> => {
  const documents = z
    .array(z.looseObject({ status: z.string() }))
    .parse((await json(['orders', '--order', reference])).document)
  return documents[0]?.status
}

describe('act, on a connection that accepts by hand', () => {
  let seller: Seller
  const orders: Record<'accepted' | 'refused' | 'mine' | 'waiting' | 'cancelled' | 'retried' | 'aliased', string> = {
    ...{ accepted: '', refused: '', mine: '', waiting: '', cancelled: '', retried: '', aliased: '' },
  }
  const did = async (minutes: number, action: string, reference: string, ...words: string[]) => {
    const { exitCode, document, error } = await seller.act(minutes, action, reference, ...words)
    expect(error).toBe('')
    return { exitCode, ...ActDocument.parse(document) }
  }
  beforeAll(async () => {
    seller = await openSeller({ facts: { acceptance: 'by-hand', deliveryModes: { Normal: 'home' } } })
    orders.accepted = seller.buys(['MUG-BLUE'])
    orders.refused = seller.buys(['MUG-BLUE', 'BOWL'])
    orders.mine = seller.buys(['BOWL'])
    orders.waiting = seller.buys(['BOWL'])
    orders.cancelled = seller.buys(['MUG-BLUE'])
    orders.retried = seller.buys(['LATER'])
    orders.aliased = seller.buys(['TASSE-B'])
    const { exitCode } = await seller.sync(0)
    expect(exitCode).toBe(0)
  })
  afterAll(() => seller.close())

  it('accept: accepts every item, and places the order', async () => {
    const act = await did(1, 'accept', orders.accepted)

    expect(act).toMatchObject({ exitCode: 0, reference: orders.accepted, action: 'accept', done: true })
    expect(await statusOf(seller, orders.accepted)).toBe('placed')
  })

  it('refuse: refuses every item', async () => {
    const act = await did(2, 'refuse', orders.refused)

    expect(act).toMatchObject({ exitCode: 0, action: 'refuse', done: true })
    expect(await statusOf(seller, orders.refused)).toBe('refused')
    const items = Object.values(seller.account.ledger().items).filter(({ purchaseId }) => purchaseId === orders.refused)
    expect(items.map(({ refused, accepted }) => [refused, accepted])).toEqual([
      [1, 0],
      [1, 0],
    ])
  })

  it('manual and resume: hands an order over, and takes it back where it stands', async () => {
    const taken = await did(3, 'manual', orders.mine)
    const meanwhile = await statusOf(seller, orders.mine)
    const resumed = await did(4, 'resume', orders.mine)

    expect([taken, resumed]).toMatchObject([
      { exitCode: 0, action: 'manual', done: true },
      { exitCode: 0, action: 'resume', done: true },
    ])
    expect([meanwhile, await statusOf(seller, orders.mine)]).toEqual(['manual', 'imported'])
  })

  it('cancel: cancels on both sides, and gives the units back', async () => {
    await did(5, 'accept', orders.cancelled)
    const act = await did(6, 'cancel', orders.cancelled)

    expect(act).toMatchObject({ exitCode: 0, action: 'cancel', done: true })
    expect(await statusOf(seller, orders.cancelled)).toBe('cancelled')
    const [item] = Object.values(seller.account.ledger().items).filter(
      ({ purchaseId }) => purchaseId === orders.cancelled,
    )
    expect(item).toMatchObject({ cancelledBy: 'seller', cancelCalls: 1 })
    expect((await seller.desk.run(['products', 'export'])).out).toMatch(/MUG-BLUE.*49/)
  })

  it('ship: sends a parcel of This PC, and the next cycle tells Rakuten', async () => {
    const act = await did(7, 'ship', orders.accepted, '--carrier', 'Colissimo', '--number', '6A01234567897')
    await seller.sync(8)

    expect(act).toMatchObject({ exitCode: 0, action: 'ship', done: true })
    expect(await statusOf(seller, orders.accepted)).toBe('shipped')
  })

  it('track: tells Rakuten a number with the link that was given', async () => {
    const url = 'https://www.laposte.fr/outils/suivre-vos-envois?code=8K00009775862'
    await did(9, 'accept', orders.waiting)
    const words = ['--carrier', 'Colissimo', '--number', '8K00009775862', '--url', url]
    const act = await did(10, 'track', orders.waiting, ...words)
    await seller.sync(11)

    expect(act).toMatchObject({ exitCode: 0, action: 'track', done: true })
    expect(await statusOf(seller, orders.waiting)).toBe('shipped')
    const [item] = Object.values(seller.account.ledger().items).filter(
      ({ purchaseId }) => purchaseId === orders.waiting,
    )
    expect(item?.shipments).toMatchObject([
      { transporter: 'Colissimo', trackingNumber: '8K00009775862', trackingUrl: url },
    ])
  })

  it('retry: goes on once what was missing is there', async () => {
    const early = await did(12, 'accept', orders.retried)
    await seller.desk.write('more.csv', 'sku,title,stock\nLATER,Late,3\n')
    await seller.json(['products', 'import', 'more.csv'])
    const act = await did(13, 'retry', orders.retried)

    expect(early).toMatchObject({ exitCode: 1, done: false, message: expect.stringContaining('LATER') })
    expect(act).toMatchObject({ exitCode: 0, action: 'retry', done: true })
    expect(await statusOf(seller, orders.retried)).toBe('placed')
  })

  it('fix: takes the named way out, and says which there are when the name is wrong', async () => {
    await did(14, 'accept', orders.aliased)
    const wrong = await did(15, 'fix', orders.aliased, '--choice', 'wait')
    const right = await did(16, 'fix', orders.aliased, '--choice', 'alias', '--sku', 'TASSE-B', '--product', 'MUG-BLUE')

    expect(wrong).toMatchObject({
      exitCode: 1,
      done: false,
      message: expect.stringMatching(/sku: alias, retry, refuse/),
    })
    expect(right).toMatchObject({ exitCode: 0, action: 'fix', done: true })
    expect(await statusOf(seller, orders.aliased)).toBe('placed')
  })

  it('says what cannot be done, and exits with 1', async () => {
    const acts = [await did(17, 'accept', orders.accepted), await did(17, 'cancel', orders.accepted)]

    expect(acts).toMatchObject([
      { exitCode: 1, done: false },
      { exitCode: 1, done: false },
    ])
    expect(await statusOf(seller, orders.accepted)).toBe('shipped')
  })

  it('names an order that does not exist, and exits with 2', async () => {
    const { exitCode, document, error } = await seller.act(18, 'accept', '4711')

    expect(exitCode).toBe(2)
    expect(ActDocument.parse(document)).toMatchObject({ reference: '4711', action: 'accept', done: false })
    expect(error).toContain('4711')
  })
})

describe('act, where two accounts have an order of the same number', () => {
  it('asks whose, and acts on that one alone', async () => {
    const seller = await aSeller({ facts: { label: 'Rakuten A', acceptance: 'by-hand' } })
    const other = await startPracticeAccount({ now: () => Date.parse(NOW), login: 'other-shop', token: 'other-token' })
    const second = {
      ...aConnection(other, { label: 'Rakuten B', acceptance: 'by-hand' }),
      settings: { login: other.login, token: { env: 'OTHER_TOKEN' }, baseUrl: other.baseUrl },
    }
    await seller.desk.write('two.json', aConfiguration(second))
    const reference = seller.buys(['MUG-BLUE'])
    other.world.buy({ purchaseId: reference, items: [{ sku: 'BOWL', priceCents: 1490 }] })
    const environment = { OTHER_TOKEN: other.token }
    await seller.json(['sync', '--now', NOW, '--config', 'two.json'], environment)
    const accept = ['act', 'accept', '--order', reference, '--now', later(1)]

    const unsaid = await seller.json(accept, environment)
    const wrong = await seller.json([...accept, '--connection', 'Rakuten C'], environment)
    const said = await seller.json([...accept, '--connection', 'Rakuten B'], environment)

    const orders = OrdersDocument.parse((await seller.json(['orders'], environment)).document)
    expect(unsaid).toMatchObject({
      exitCode: 2,
      document: { done: false },
      error: expect.stringMatching(/Rakuten A.*Rakuten B/),
    })
    expect(wrong).toMatchObject({ exitCode: 2, error: expect.stringContaining('Rakuten C') })
    expect(said).toMatchObject({ exitCode: 0, document: { reference, done: true } })
    expect(orders.map(({ connection, status, backOfficeRef }) => [connection, status, backOfficeRef]).sort()).toEqual([
      ['Rakuten A', 'imported', null],
      ['Rakuten B', 'placed', `RKT2-${reference}`],
    ])
    await other.close()
  })
})
