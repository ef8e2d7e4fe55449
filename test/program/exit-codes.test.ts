import { once } from 'node:events'
import { truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDesk } from '../helpers/run-navette.ts'
import { aConfiguration, aConnection, aSeller, NOW, openSeller, type Seller } from './a-seller.ts'
import { ProblemsDocument, SyncDocument } from './documents.ts'

describe('2: wrong usage or configuration, said on standard error, with nothing on standard output', () => {
  let seller: Seller
  beforeAll(async () => {
    seller = await openSeller()
  })
  afterAll(() => seller.close())

  it.each<[string, string[], RegExp]>([
    ['no command there is', ['ship-it'], /ship-it/],
    ['an option there is not', ['orders', '--colour'], /--colour/],
    ['a status there is not', ['orders', '--status', 'lost'], /lost/],
    ['an act there is not', ['act', 'sell', '--order', '1'], /sell/],
    ['an act without an order', ['act', 'accept'], /--order/],
    ['a fix without a choice', ['act', 'fix', '--order', '1'], /--choice/],
    ['tracking without a number', ['act', 'track', '--order', '1', '--carrier', 'DHL'], /--number/],
    ['a kind of problem there is not', ['act', 'fix', '--order', '1', '--choice', 'x', '--kind', 'y'], /--kind/],
    ['a moment that is none', ['sync', '--now', 'yesterday'], /--now/],
    ['a port that is none', ['serve', '--port', '70000'], /--port/],
    ['a buyer who is not named', ['export'], /--buyer/],
    ['a buyer whose name is empty', ['erase', '--buyer', ' '], /--buyer/],
    ['a place for secrets there is not', ['orders', '--secrets', 'file'], /--secrets/],
    ['a CSV that is not there', ['products', 'import', 'none.csv'], /none\.csv/],
    ['a configuration file that is not there', ['orders', '--config', 'none.json'], /none\.json/],
    ['a preview of a back office that is not mapped', ['connections', 'preview'], /connector of its own/],
    ['a preview of an order that is not there', ['connections', 'preview', '--order', '1'], /no order 1/],
    ['This PC by a name it does not have', ['products', 'export', '--back-office', 'Attic'], /This PC/],
  ])('%s', async (_, words, sentence) => {
    const { exitCode, document, error } = await seller.json(words)

    expect({ exitCode, document }).toEqual({ exitCode: 2, document: null })
    expect(error).toMatch(sentence)
    expect(error).not.toMatch(/\n {4}at /)
  })

  it('a CSV with a number that is none: nothing imported, row and column named', async () => {
    await seller.desk.write('bad.csv', 'sku,title,stock\nNEW,New,1\nMUG-BLUE,Blue mug,many\n')

    const { exitCode, document, error } = await seller.json(['products', 'import', 'bad.csv'])

    expect(exitCode).toBe(2)
    expect(document).toMatchObject({ added: 0, changed: 0, errors: [{ row: 3, column: 'stock' }] })
    expect(error).toMatch(/Row 3, stock/)
    expect((await seller.desk.run(['products', 'export'])).out).not.toContain('NEW')
  })

  it.each<[string, object, RegExp]>([
    ['a back office that is not there', { backOffice: 'Attic' }, /connections\[0\].*Attic/],
    ['an acceptance that is none', { acceptance: 'maybe' }, /connections\[0\]\.acceptance/],
    ['a delivery method that is no text', { deliveryModes: { Normal: 5 } }, /connections\[0\]\.deliveryModes/],
    ['a carrier that nobody knows', { carriers: { Post: 'no-such-carrier' } }, /connections\[0\]\.carriers/],
    ['a key of the settings there is not', { settings: { login: 'x', secret: 'y' } }, /connections\[0\]\.settings/],
  ])('a configuration file with %s', async (_, facts, sentence) => {
    await seller.desk.write('bad.json', aConfiguration(aConnection(seller.account, facts)))

    const { exitCode, document, error } = await seller.json(['connections', '--config', 'bad.json'])

    expect({ exitCode, document }).toEqual({ exitCode: 2, document: null })
    expect(error).toMatch(sentence)
  })

  it('a token written into the configuration file is refused, and not repeated', async () => {
    const settings = { login: seller.account.login, token: 'written-down', baseUrl: seller.account.baseUrl }
    await seller.desk.write('bad.json', aConfiguration(aConnection(seller.account, { settings })))

    const { exitCode, error } = await seller.json(['connections', '--config', 'bad.json'])

    expect(exitCode).toBe(2)
    expect(error).toMatch(/connections\[0\]\.settings\.token/)
    expect(error).not.toContain('written-down')
  })
})

describe('0: all well', () => {
  it.each([['--help'], ['--version'], ['act', '--help']])('%s', async (...words) => {
    const desk = await openDesk()

    const { exitCode, out, error } = await desk.run(words)

    expect({ exitCode, error }).toEqual({ exitCode: 0, error: '' })
    expect(out).not.toBe('')
    await desk.remove()
  })

  it('skipped orders alone are no problem', async () => {
    const seller = await aSeller()
    seller.buys(['BOWL'], { deliveryMode: 'Retrait chez le vendeur' })

    const { exitCode } = await seller.sync(0)

    expect([exitCode, (await seller.json(['problems'])).document]).toEqual([0, []])
  })
})

describe('1: done, but something stands in the way', () => {
  it('a delivery mode that nobody mapped', async () => {
    const seller = await aSeller()
    const reference = seller.buys(['BOWL'], { deliveryMode: 'Pigeon' })

    const { exitCode } = await seller.sync(0)

    const problems = ProblemsDocument.parse((await seller.json(['problems'])).document)
    expect(exitCode).toBe(1)
    expect(problems).toMatchObject([{ reference, kind: 'delivery-mode', choices: ['map'] }])
  })

  it('an account that cannot be reached, with a next try', async () => {
    const seller = await aSeller()
    await seller.account.close()

    const { exitCode, document } = await seller.json(['sync', '--now', NOW])

    const problems = ProblemsDocument.parse((await seller.json(['problems'])).document)
    expect(exitCode).toBe(1)
    expect(SyncDocument.parse(document).connections).toMatchObject([{ problem: { kind: 'unreachable' } }])
    expect(problems).toMatchObject([{ reference: null, kind: 'unreachable', nextTryAt: expect.any(String) }])
  })

  it.each([
    ['html-200', 'unreadable'],
    ['truncated', 'unreadable'],
    ['empty', 'unreadable'],
    ['quota', 'quota'],
    ['html-503', 'unreadable'],
    ['outage', 'unreachable'],
  ] as const)('an account that answers with %s', async (kind, problem) => {
    const seller = await aSeller()
    seller.buys(['BOWL'])
    seller.account.faults.add({ kind, times: 'always' })

    const { exitCode, document } = await seller.sync(0)

    expect(exitCode).toBe(1)
    expect(SyncDocument.parse(document).connections).toMatchObject([{ problem: { kind: problem } }])
    expect((await seller.json(['orders'])).document).toEqual([])
  })

  it('a token that is refused: asked once, and no more until it is another one', async () => {
    const seller = await aSeller()
    seller.account.world.resetToken('the-new-token')
    const first = await seller.sync(0)
    const calls = seller.account.calls.length
    const second = await seller.sync(5)
    const callsAfter = seller.account.calls.length

    seller.account.world.clock.set(NOW)
    const third = await seller.json(['sync', '--now', NOW], { RAKUTEN_TOKEN: 'the-new-token' })

    expect([first.exitCode, second.exitCode, third.exitCode]).toEqual([1, 1, 0])
    expect(SyncDocument.parse(second.document).connections).toMatchObject([{ problem: { kind: 'credentials' } }])
    expect(callsAfter).toBe(calls)
    expect((await seller.json(['problems'])).document).toEqual([])
  })

  it('a named check that fails', async () => {
    const seller = await aSeller()
    seller.account.world.resetToken('the-new-token')

    const { exitCode, document } = await seller.json(['connections', 'test'])

    expect(exitCode).toBe(1)
    expect(JSON.stringify(document)).toContain('"ok":false')
  })
})

describe('3: it could not run', () => {
  it('a damaged database, which is left as it is', async () => {
    const seller = await aSeller()
    const database = join(seller.desk.folder, 'data', 'navette.db')
    await writeFile(database, Buffer.alloc(8_192, 7))

    const { exitCode, document, error } = await seller.json(['orders'])

    expect({ exitCode, document }).toEqual({ exitCode: 3, document: null })
    expect(error).toMatch(/damaged/)
    await truncate(database, 0)
  })

  it('no keychain, and no plain-text fallback', async () => {
    const desk = await openDesk({ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere', HOME: '/nowhere' })

    const { exitCode, out, error } = await desk.run(['orders', '--secrets', 'keychain', '--json'])

    expect({ exitCode, out }).toEqual({ exitCode: 3, out: '' })
    expect(error).toMatch(/keychain/i)
    expect(error).not.toMatch(/\n {4}at /)
    await desk.remove()
  })

  it('a port that was asked for and is taken', async () => {
    const desk = await openDesk()
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0

    const { exitCode, out, error } = await desk.run(['serve', '--port', String(port), '--json'])

    expect({ exitCode, out }).toEqual({ exitCode: 3, out: '' })
    expect(error).toContain(String(port))
    server.close()
    await desk.remove()
  })

  it('a data folder in use, which says by whom and goes on', async () => {
    const desk = await openDesk()
    const child = desk.start(['serve', '--port', '0', '--json'])
    await once(child.stdout, 'data')

    const { exitCode, out, error } = await desk.run(['orders', '--json'])
    child.kill('SIGTERM')
    await once(child, 'close')

    expect({ exitCode, out }).toEqual({ exitCode: 3, out: '' })
    expect(error).toMatch(/in use by/)
    expect(await desk.run(['orders', '--json'])).toMatchObject({ exitCode: 0, out: '[]\n' })
    await desk.remove()
  })
})
