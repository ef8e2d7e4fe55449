import { once } from 'node:events'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PracticeAccount, startPracticeAccount } from '../../src/main/practice/rakuten-france/index.ts'
import { type Desk, openDesk } from '../helpers/run-navette.ts'

const ADVERTS = [
  { sku: 'MUG-BLUE', title: 'Blue mug', priceCents: 1290, stock: 5, ean: '3760000000017' },
  { sku: 'BOWL', title: 'Bowl', priceCents: 1490, stock: 8, ean: '3760000000024' },
]
const NOW = '2026-11-24T13:00:00.000Z'
const CSV = 'sku,title,stock\nMUG-BLUE,Blue mug,5\nBOWL,Bowl,8\n'

const configurationFor = (account: PracticeAccount, more: object = {}): string =>
  JSON.stringify({
    backOffices: [{ label: 'This PC', kind: 'this-pc' }],
    connections: [
      {
        label: 'Rakuten',
        marketplace: 'rakuten-france',
        backOffice: 'This PC',
        settings: { login: account.login, token: { env: 'RAKUTEN_TOKEN' }, baseUrl: account.baseUrl },
        stockUpdates: true,
        ...more,
      },
    ],
  })

/** A seller with products on the shelf and one connected account whose clock stands at NOW. */
const aSeller = async (): Promise<{ account: PracticeAccount; desk: Desk }> => {
  const account = await startPracticeAccount({ now: () => Date.parse(NOW), importDuration: 0 })
  account.world.setInventory(ADVERTS)
  const desk = await openDesk({ RAKUTEN_TOKEN: account.token })
  const config = await desk.write('navette.json', configurationFor(account))
  await desk.write('products.csv', CSV)
  const { exitCode, error } = await desk.run(['products', 'import', 'products.csv', '--config', config])
  expect({ exitCode, error }).toEqual({ exitCode: 0, error: '' })
  return { account, desk }
}

describe('the life of an order on the command line', () => {
  let account: PracticeAccount
  let desk: Desk
  let reference = ''
  const json = async (...words: string[]) => {
    const { out, exitCode, error } = await desk.run([...words, '--json'])
    expect(error).toBe('')
    return { exitCode, document: JSON.parse(out) }
  }
  beforeAll(async () => {
    ;({ account, desk } = await aSeller())
    reference = account.world.buy({
      items: [{ sku: 'MUG-BLUE', priceCents: 1290 }],
      deliveryMode: 'Suivi',
      shippingCents: 490,
      buyer: { firstName: 'Ondine', lastName: 'Quenouille' },
      at: Date.parse(NOW) - 3_600_000,
    })
  })
  afterAll(async () => {
    await desk.remove()
    await account.close()
  })

  it('goes from new to placed in one sync', async () => {
    const { exitCode, document } = await json('sync', '--now', NOW)

    expect(exitCode).toBe(0)
    expect(document.connections).toMatchObject([{ label: 'Rakuten', problem: null }])
    expect((await json('orders')).document).toMatchObject([
      { reference, connection: 'Rakuten', status: 'placed', problem: null, deliveryMode: 'Suivi' },
    ])
  })

  it('is shipped by hand, told to Rakuten and read back', async () => {
    const shipped = await json(
      ...['act', 'ship', '--order', reference, '--carrier', 'Colissimo', '--number', '6A01234567897', '--now', NOW],
    )
    await json('sync', '--now', '2026-11-24T13:05:00Z')
    const { document } = await json('orders', '--order', reference)

    expect(shipped).toMatchObject({ exitCode: 0, document: { reference, action: 'ship', done: true } })
    expect(document).toMatchObject([{ status: 'shipped', trackingNumber: '6A01234567897' }])
    expect(document[0].timeline.length).toBeGreaterThan(5)
    expect(Object.values(account.ledger().items)).toMatchObject([{ accepted: 1, shipped: true }])
  })

  it('leaves the stock told', async () => {
    const { document } = await json('stock')

    expect(document).toMatchObject([
      { connection: 'Rakuten', sku: 'BOWL', available: 8, offered: 8 },
      { connection: 'Rakuten', sku: 'MUG-BLUE', available: 4, offered: 4 },
    ])
  })

  it('is an order that an unmapped mode holds back, and a fix lets in', async () => {
    const at = Date.parse(NOW) - 60_000
    const held = account.world.buy({ items: [{ sku: 'BOWL', priceCents: 1490 }], deliveryMode: 'Pigeon', at })

    const synced = await json('sync', '--now', '2026-11-24T13:10:00Z')
    const [order] = (await json('orders', '--order', held)).document
    const problems = await json('problems')
    const fixed = await json(
      ...['act', 'fix', '--order', held, '--choice', 'map', '--method', 'standard', '--now', '2026-11-24T13:11:00Z'],
    )

    expect(synced.exitCode).toBe(1)
    expect(order).toMatchObject({ status: 'skipped', skippedReason: 'mode-not-mapped' })
    expect(problems).toMatchObject({ exitCode: 1, document: [{ reference: held, kind: 'delivery-mode' }] })
    expect(fixed.document).toMatchObject({ reference: held, action: 'fix', done: true })
  })

  it('is exported and erased for its buyer, and stays without a name', async () => {
    const exported = await desk.run(['export', '--buyer', '-', '--json'], {}, 'Ondine Quenouille\n')
    const listed = await json('erase', '--buyer', 'Quenouille')
    const erased = await json('erase', '--buyer', 'Quenouille', '--yes')
    const after = await json('export', '--buyer', 'Quenouille')
    const [order] = (await json('orders', '--order', reference)).document

    expect(JSON.parse(exported.out)).toMatchObject({ buyer: 'Ondine Quenouille', orders: [{ reference }] })
    expect(listed.document).toMatchObject({ erased: 0, wouldErase: [{ reference }] })
    expect(erased.document).toEqual({ erased: 1 })
    expect(after.document.orders).toEqual([])
    expect(order).toMatchObject({ reference, status: 'shipped', trackingNumber: '6A01234567897' })
    expect(JSON.stringify(order)).not.toContain('Quenouille')
  })
})

describe('a sync that is told to stop', () => {
  it('finishes the call in flight, reports and lets the data folder go', async () => {
    const { account, desk } = await aSeller()
    for (const sku of ['MUG-BLUE', 'BOWL']) account.world.buy({ items: [{ sku, priceCents: 1290 }] })
    account.faults.add({ kind: 'slow', action: 'acceptsale', delayMs: 1_500 })

    const child = desk.start(['sync', '--json', '--now', NOW])
    const finished = Promise.all([text(child.stdout), once(child, 'close')])
    await expect.poll(() => account.calls.map(({ action }) => action), { timeout: 30_000 }).toContain('acceptsale')
    child.kill('SIGTERM')
    const [out] = await finished
    const orders = await desk.run(['orders', '--json'])

    const { connections } = JSON.parse(out)
    const steps: { step: string }[] = connections[0].steps
    expect(child.signalCode).toBeNull()
    expect(steps.map(({ step }) => step)).not.toContain('place')
    expect(orders.exitCode).toBe(0)
    expect(Object.values(account.ledger().items).every(({ acceptCalls }) => acceptCalls <= 1)).toBe(true)
    await desk.remove()
    await account.close()
  })
})

describe('what keeps it from running', () => {
  let account: PracticeAccount
  let desk: Desk
  beforeAll(async () => {
    account = await startPracticeAccount({ now: () => Date.parse(NOW) })
    desk = await openDesk({ RAKUTEN_TOKEN: account.token })
    expect((await desk.run(['orders'])).exitCode).toBe(0)
  })
  afterAll(async () => {
    await desk.remove()
    await account.close()
  })

  it.each([
    ['missing', '', /NAVETTE_DATABASE_KEY is not set/, 2],
    ['malformed', 'abc', /64 hexadecimal digits/, 2],
    ['another one', 'f'.repeat(64), /another one/, 3],
  ])('a database key that is %s', async (_, key, sentence, expected) => {
    const { exitCode, out, error } = await desk.run(['orders', '--json'], { NAVETTE_DATABASE_KEY: key })

    expect({ exitCode, out }).toEqual({ exitCode: expected, out: '' })
    expect(error).toMatch(sentence)
  })

  it.each([
    ['an unknown key', () => configurationFor(account, { colour: 'blue' }), /connections\[0\]\.colour/],
    ['an e-mail as login', () => configurationFor(account).replace(account.login, 'me@shop.example'), /login/],
    ['a foreign http address', () => configurationFor(account).replace('127.0.0.1', 'shop.example'), /baseUrl/],
    ['a variable that is not set', () => configurationFor(account).replace('RAKUTEN_TOKEN', 'UNSET'), /UNSET/],
    ['no JSON', () => '{', /not JSON/],
  ])('%s in the configuration file, named and nothing stored', async (_, configuration, sentence) => {
    const config = await desk.write('bad.json', configuration())

    const { exitCode, error } = await desk.run(['connections', '--config', config])
    const { out } = await desk.run(['connections', '--json'])

    expect(exitCode).toBe(2)
    expect(error).toMatch(sentence)
    expect(JSON.parse(out)).toEqual([])
  })

  it('--now with an address elsewhere', async () => {
    const config = await desk.write(
      'far.json',
      configurationFor(account).replace(/"baseUrl":"[^"]*"/, '"baseUrl":"https://ws.example"'),
    )

    const { exitCode, error } = await desk.run(['sync', '--now', NOW, '--config', config])

    expect(exitCode).toBe(2)
    expect(error).toMatch(/--now/)
  })

  it('a data folder that is a file', async () => {
    const file = await desk.write('file', '')

    const { exitCode } = await desk.run(['orders', '--data', file])

    expect(exitCode).toBe(3)
  })
})

describe('a reader that goes away', () => {
  it('is no error', async () => {
    const desk = await openDesk()
    const child = desk.start(['act', '--help'])
    child.stdout.destroy()

    const [error] = await Promise.all([text(child.stderr), once(child, 'close')])

    expect({ error, exitCode: child.exitCode }).toEqual({ error: '', exitCode: 0 })
    await desk.remove()
  })
})

describe('serve', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk()
  })
  afterAll(() => desk.remove())

  it('lets one browser in by the printed key, holds the data folder, and closes on SIGTERM', async () => {
    const child = desk.start(['serve', '--port', '0', '--json'])
    let printed = ''
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
    })
    while (!printed.includes('}')) await once(child.stdout, 'data')
    const { address, keyAddress } = JSON.parse(printed)

    const entered = await fetch(keyAddress, { redirect: 'manual' })
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
    const info = await fetch(`${address}/api/app:info`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', origin: address },
    })
    const second = await desk.run(['orders'])
    child.kill('SIGTERM')
    const [exitCode] = await once(child, 'close')

    expect(entered.status).toBe(303)
    expect(await info.json()).toMatchObject({ ok: true, value: { host: 'web' } })
    expect(second).toMatchObject({ exitCode: 3, error: expect.stringContaining('in use') })
    expect(exitCode).toBe(0)
    expect((await desk.run(['orders'])).exitCode).toBe(0)
  })

  it('writes the key into a file of its owner alone, and prints one line without it', async () => {
    const file = join(desk.folder, 'key')
    const child = desk.start(['serve', '--port', '0', '--key-file', file])
    const [line] = await once(createInterface(child.stdout), 'line')
    const key = (await readFile(file, 'utf8')).trim()
    child.kill('SIGINT')
    const [exitCode] = await once(child, 'close')

    expect(line).toMatch(/^Navette is at http:\/\/127\.0\.0\.1:\d+; the one-time key is in /)
    expect(line).not.toContain(key)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(exitCode).toBe(0)
  })
})
