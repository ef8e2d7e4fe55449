import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { ask } from './ask.ts'
import { bought, practiceAccount } from './practice.ts'

describe('the interface for another process', () => {
  const order = async (baseUrl: string, name: string, body: unknown, headers = {}) => {
    const response = await fetch(`${baseUrl}/practice/${name}`, { method: 'POST', body: JSON.stringify(body), headers })
    // Every order is answered with JSON; which keys it has is what the test asks about.
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }

  it('lives the whole life of a purchase by JSON', async () => {
    const { baseUrl, ledger, world } = await practiceAccount({ importDuration: 0 })
    const { body } = await order(baseUrl, 'buy', {
      items: [{ sku: 'MUG', priceCents: 1490 }],
      deliveryMode: 'Normal',
      buyer: { lastName: 'Martin' },
      at: '2026-01-12T11:00:00+01:00',
    })
    const [itemId = ''] = world.purchase(String(body['purchaseId'])).items.map((item) => item.itemId)

    const statuses = []
    for (const [name, what] of [
      ['site', { itemId, do: 'accept' }],
      ['site', { itemId, do: 'ship', transporter: 'DHL', trackingNumber: '1' }],
      ['message', { itemId, content: 'Merci' }],
      ['mail', { itemId, subject: 'Vente', content: 'Bonjour' }],
      ['claim', { itemId, text: 'Cassé' }],
      ['close-claim', { itemId }],
      ['close-sale', { itemId }],
      ['inventory', { adverts: [{ sku: 'MUG', title: 'Mug', priceCents: 1490, stock: 3 }] }],
      ['clock', { advanceMs: 60_000 }],
      ['token', { token: 'nouveau' }],
      ['style', { declaration: false }],
      ['clear-faults', {}],
    ] as const) {
      statuses.push((await order(baseUrl, name, what)).status)
    }

    expect(statuses).toEqual(statuses.map(() => 200))
    expect(ledger().items[itemId]).toMatchObject({ state: 'closed', shipments: [{ transporter: 'DHL', by: 'site' }] })
  })

  it('cancels by buyer or by Rakuten', async () => {
    const account = await practiceAccount()
    const { purchaseId, itemIds } = bought(account, 2)

    await order(account.baseUrl, 'cancel', { purchaseId, itemId: itemIds[0] })
    await order(account.baseUrl, 'cancel', { purchaseId, by: 'rakuten' })

    const { items } = account.ledger()
    expect(itemIds.map((id) => items[id]?.cancelledBy)).toEqual(['buyer', 'rakuten'])
  })

  it('shows state, ledger and calls', async () => {
    const account = await practiceAccount()
    const { itemId } = bought(account)
    await ask(account, 'getnewsales')
    const view = async (name: string) => (await fetch(`${account.baseUrl}/practice/${name}`)).json()

    expect(await view('state')).toMatchObject({ purchases: [{ items: [{ itemId }] }], faults: [] })
    expect(await view('ledger')).toMatchObject({ items: { [itemId]: { state: 'to-decide' } } })
    expect(await view('calls')).toMatchObject([{ action: 'getnewsales' }])
  })

  it.each([
    ['a key nobody knows', 'buy', { items: [{ sku: 'A', priceCents: 1 }], deliverymode: 'Suivi' }, 'deliverymode'],
    ['a price that is no number', 'buy', { items: [{ sku: 'A', priceCents: '1' }] }, 'priceCents'],
    ['no item', 'buy', { items: [] }, 'items'],
    ['an item that is not there', 'site', { itemId: '1', do: 'accept' }, 'no item 1'],
    ['an unknown fault', 'faults', { kind: 'meteor' }, 'kind'],
    ['a time that is none', 'clock', { set: 'hier' }, 'hier'],
  ])('refuses %s and says so', async (_, name, what, named) => {
    const { baseUrl } = await practiceAccount()

    const { status, body } = await order(baseUrl, name, what)

    expect(status).toBe(400)
    expect(body['error']).toContain(named)
  })

  it('does nothing for a web page', async () => {
    const account = await practiceAccount()

    const { status } = await order(account.baseUrl, 'token', { token: 'volé' }, { Origin: 'https://evil.example' })

    expect(status).toBe(403)
    expect(account.token).toBe('jeton-demo')
  })

  it.each(['/practice/state', '/sales_ws?action=getnewsales'])('does nothing under another name: %s', async (path) => {
    const { baseUrl } = await practiceAccount()
    const { port } = new URL(baseUrl)

    const status = await new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, path, headers: { Host: `evil.example:${port}` } }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .on('error', reject)
        .end()
    })

    expect(status).toBe(403)
  })

  it('knows its pages and answers HTML elsewhere', async () => {
    const { baseUrl } = await practiceAccount()

    const nowhere = await fetch(`${baseUrl}/listing_ssl_ws?action=listing`)
    const unknown = await fetch(`${baseUrl}/practice/steal`, { method: 'POST', body: '{}' })

    expect([nowhere.status, nowhere.headers.get('content-type')]).toEqual([404, 'text/html'])
    expect(unknown.status).toBe(404)
  })
})
