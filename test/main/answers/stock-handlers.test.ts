import { describe, expect, it } from 'vitest'
import { aNewOrder, anItem } from '../../helpers/an-order.ts'
import { rakutenForm } from '../../helpers/test-accounts.ts'
import { testAnswers } from '../../helpers/test-answers.ts'

const READ_AT = '2026-11-20T09:00:00.000Z'

const connected = async () => {
  const test = testAnswers()
  const office = await test.accounts.backOffices.add('this-pc', 'This PC', {})
  const { id } = await test.accounts.connections.add({ ...rakutenForm(), backOfficeId: office.id })
  const { stock } = test.repositories
  const entry = { advertId: '1', title: 'Mug', ean: '', priceCents: 100, unlimited: false }
  stock.replaceInventory(
    id,
    [
      { ...entry, sku: 'BLUE', quantity: 5 },
      { ...entry, sku: 'RED', quantity: 2, title: 'Théière' },
      { ...entry, sku: 'GREEN', quantity: 1 },
    ],
    READ_AT,
  )
  const [blue, green, red] = stock.rows(id)
  if (!blue || !green || !red) throw new Error('the inventory was not stored')
  stock.saveRows([
    { ...blue, available: 6, offered: 5, lastSent: 5, state: 'sent', fileId: 'f1' },
    { ...red, available: 0, offered: 0, lastSent: 2, state: 'pending' },
  ])
  return { ...test, id, office }
}

const list = { filter: 'all', search: '', offset: 0, limit: 10 } as const

describe('the stock screen', () => {
  it('shows what differs: told otherwise, or never told and shown otherwise', async () => {
    const { ask, id } = await connected()

    const different = await ask.stock.list({ ...list, connectionId: id, filter: 'different' })

    expect(different).toMatchObject({ ok: true, value: { total: 1, rows: [{ sku: 'RED', offered: 0, lastSent: 2 }] } })
  })

  it('finds a product by a word of its title, accents aside', async () => {
    const { ask } = await connected()

    const found = await ask.stock.list({ ...list, connectionId: null, search: 'theiere' })

    expect(found).toMatchObject({ ok: true, value: { rows: [{ connection: 'Rakuten', sku: 'RED' }] } })
  })

  it('counts units of orders on the same shelf under the product’s own SKU', async () => {
    const { ask, accounts, repositories, id, office } = await connected()
    accounts.connections.change(id, { settings: { skuAliases: { BLUE: 'MUG' } } })
    const other = await accounts.connections.add({ ...rakutenForm({ login: 'autre' }), backOfficeId: office.id })
    repositories.orders.insertNew([
      aNewOrder({ reference: '1', connectionId: id, items: [anItem({ itemId: 'a', sku: 'BLUE' })] }),
      aNewOrder({ reference: '2', connectionId: other.id, items: [anItem({ itemId: 'b', sku: 'MUG' })] }),
    ])

    const reply = await ask.stock.list({ ...list, connectionId: id, search: 'BLUE' })

    expect(reply).toMatchObject({ ok: true, value: { rows: [{ sku: 'BLUE', inOrders: 2 }] } })
  })

  it('says what left, what waits and when the next file may go', async () => {
    const { ask, repositories, id } = await connected()
    repositories.stock.addFile({
      ...{ connectionId: id, fileId: 'f1', sentAt: '2026-11-20T09:58:00.000Z', kind: 'regular', state: 'pending' },
      ...{ nextPollAt: null, polls: 0, lines: [{ sku: 'BLUE', quantity: 5 }], hash: 'h' },
    })

    const overview = await ask.stock.overview({ connectionId: id })

    expect(overview).toMatchObject({
      ok: true,
      value: {
        lastFile: { sentAt: '2026-11-20T09:58:00.000Z', skus: 1, state: 'pending' },
        waitingSkus: 1,
        // A sold-out SKU need not wait for the seven minutes.
        nextFileAt: '2026-11-20T10:00:00.000Z',
        filesThisHour: 1,
        filesPerHour: 10,
        counts: { all: 3, different: 1, sent: 1, pending: 1, unchanged: 1 },
      },
    })
  })

  it.each([
    ['confirm', 'send'],
    ['discard', 'discard'],
  ] as const)('passes %s on as the choice %s', async (question, choice) => {
    const { ask, asked, id } = await connected()

    await ask.stock[question]({ connectionId: id })

    expect(asked).toEqual([`fix ${id} stock-confirmation ${choice}`])
  })
})
