import { beforeEach, describe, expect, it } from 'vitest'
import type { ProblemKind } from '../../../src/main/domain/problem.ts'
import type { ConnectionState } from '../../../src/preload/contract/connection-views.ts'
import { aNewOrder } from '../../helpers/an-order.ts'
import { GOOD_TOKEN, officeBook, rakutenForm } from '../../helpers/test-accounts.ts'
import { testAnswers } from '../../helpers/test-answers.ts'

const connected = async (kind: 'this-pc' | 'woocommerce' = 'this-pc') => {
  const test = testAnswers()
  const shop = { shopUrl: 'https://boutique.example', consumerKey: GOOD_TOKEN, consumerSecret: 'secret' }
  const office = await test.accounts.backOffices.add(kind, 'Boutique', kind === 'this-pc' ? {} : shop)
  const { id } = await test.accounts.connections.add({ ...rakutenForm(), backOfficeId: office.id })
  const view = async () => {
    const reply = await test.ask.connections.list()
    return reply.ok ? reply.value.find((connection) => connection.id === id) : expect.fail(reply.fault.message)
  }
  return { ...test, id, office, view }
}

const base64 = (text: string): string => Buffer.from(text).toString('base64')

describe('a connection’s card', () => {
  it.each<[ProblemKind, ConnectionState]>([
    ['credentials', 'stopped'],
    ['settings', 'stopped'],
    ['unreachable', 'trying-again'],
    ['quota', 'trying-again'],
    ['stock-confirmation', 'running'],
  ])('with the problem %s is %s', async (kind, state) => {
    const { repositories, id, view } = await connected()
    const problem = { kind, message: 'so it is', detail: {}, since: '2026-11-20T09:00:00.000Z', nextTryAt: null }
    repositories.problems.put({ connectionId: id }, problem)

    expect(await view()).toMatchObject({ state, problem: { kind } })
  })

  it('counts what is open and names the nearest deadline', async () => {
    const { repositories, id, view } = await connected()
    repositories.orders.insertNew([aNewOrder({ connectionId: id, acceptBy: '2026-11-24T23:00:00.000Z' })])

    expect(await view()).toMatchObject({ openOrders: 1, nearestAcceptBy: '2026-11-24T23:00:00.000Z', state: 'running' })
  })
})

describe('connecting through the window', () => {
  it('leaves a new connection paused until it is activated, which starts its first cycle', async () => {
    const { ask, office, asked } = await connected()

    const added = await ask.connections.add({ ...rakutenForm({ login: 'autre' }), backOfficeId: office.id })
    const id = added.ok ? added.value.id : expect.fail(added.fault.message)
    const activated = await ask.connections.activate({ id })

    expect(added).toMatchObject({ value: { paused: true, state: 'paused' } })
    expect(activated).toMatchObject({ ok: true, value: { paused: false, state: 'running' } })
    expect(asked).toContain(`sync ${id}`)
  })

  it('keeps its draft between two sittings and drops it once the connection runs', async () => {
    const { ask, id } = await connected()
    const draft = {
      ...{ step: 'sku', marketplace: 'rakuten-france', label: 'Rakuten', values: { login: 'maboutique' } },
      ...{ backOfficeId: 1, connectionId: id },
    }

    await ask.connections.saveDraft(draft)
    expect(await ask.connections.draft()).toEqual({ ok: true, value: draft })
    await ask.connections.activate({ id })

    expect(await ask.connections.draft()).toEqual({ ok: true, value: null })
  })

  it('names the field of the form that is wrong', async () => {
    const { ask, office } = await connected()

    const reply = await ask.connections.add({ ...rakutenForm({ login: 'moi@example.fr' }), backOfficeId: office.id })

    expect(reply).toMatchObject({ ok: false, fault: { kind: 'settings', field: 'login' } })
  })

  it('starts a practice account with its products on This PC and its first cycle at once', async () => {
    const { ask, asked } = testAnswers()

    const reply = await ask.connections.startPractice({ backOfficeId: null, intoRealShop: false })

    const practice = reply.ok ? reply.value : expect.fail(reply.fault.message)
    const products = await ask.products.list({ backOfficeId: practice.backOfficeId, search: '', offset: 0, limit: 10 })
    expect(practice).toMatchObject({ practice: true, paused: false, referencePrefix: 'TRY' })
    expect(products).toMatchObject({ ok: true, value: { rows: [{ sku: 'MUG-BLUE', stock: 5 }] } })
    expect(asked).toContain(`sync ${practice.id}`)
  })
})

describe('removing through the window', () => {
  it('hands open orders over and takes the connection away, token and all', async () => {
    const { ask, repositories, secrets, names, id } = await connected()
    const [order] = repositories.orders.insertNew([aNewOrder({ connectionId: id })])
    await secrets.remove(names.ofConnection(id, 'token'))

    const reply = await ask.connections.remove({ id, openOrders: 'hand-over' })

    expect(reply).toEqual({ ok: true, value: { removed: true, openOrders: 0 } })
    expect(repositories.orders.get(order?.id ?? 0)).toMatchObject({ status: 'manual', manualSince: expect.any(String) })
    expect(repositories.timeline.of(order?.id ?? 0).at(-1)).toMatchObject({ what: 'manual', actor: 'seller' })
  })

  it('finishes open orders first when asked to, and can be taken back', async () => {
    const { ask, repositories, id, view } = await connected()
    repositories.orders.insertNew([aNewOrder({ connectionId: id })])

    const reply = await ask.connections.remove({ id, openOrders: 'finish' })
    expect(reply).toEqual({ ok: true, value: { removed: false, openOrders: 1 } })
    expect(await view()).toMatchObject({ state: 'finishing', settings: { importFrom: '9999-12-31' } })
    await ask.connections.resume({ id })

    expect(await view()).toMatchObject({ state: 'running', settings: { importFrom: '2026-11-20' } })
  })
})

describe('testing a connection', () => {
  it('shows both sides, and a side that cannot be asked as one failed check', async () => {
    const { ask, secrets, names, id } = await connected('woocommerce')
    await secrets.remove(names.ofConnection(id, 'token'))

    const reply = await ask.connections.test({ id })

    expect(reply).toEqual({
      ok: true,
      value: [
        { name: 'Rakuten', ok: false, message: 'Token of Rakuten is not in the keychain. Enter it again.' },
        { name: 'login and token', ok: true, message: 'well' },
      ],
    })
  })

  it('lets the connection call again when all is well', async () => {
    const { ask, repositories, id, view } = await connected()
    const problem = { kind: 'credentials', message: 'refused', detail: { side: 'Rakuten' } } as const
    const since = '2026-11-20T09:00:00.000Z'
    repositories.problems.put({ connectionId: id }, { ...problem, since, nextTryAt: null })

    await ask.connections.test({ id })

    expect(await view()).toMatchObject({ state: 'running', problem: null })
  })
})

describe('SKUs', () => {
  it('are matched through the alias table', async () => {
    const { ask, accounts, id } = await connected('woocommerce')

    expect(await ask.connections.matchSkus({ id, skuSource: null })).toMatchObject({
      value: { matched: 1, missing: 0 },
    })
    accounts.connections.change(id, { settings: { skuAliases: { 'MUG-BLUE': 'TASSE' } } })

    expect(await ask.connections.matchSkus({ id, skuSource: null })).toMatchObject({
      value: { matched: 0, missing: 1, samples: { missing: [{ sku: 'MUG-BLUE', title: 'Blue mug' }] } },
    })
  })

  it('take aliases from a CSV, and give them back in the same form', async () => {
    const { ask, id } = await connected()

    const file = base64('rakuten_sku;sku\r\nTASSE-B;MUG-BLUE\r\n')
    expect(await ask.connections.importAliases({ id, file })).toEqual({ ok: true, value: { imported: 1, errors: [] } })

    expect(await ask.connections.exportAliases({ id })).toMatchObject({
      value: { text: '\uFEFFrakuten_sku;sku\r\nTASSE-B;MUG-BLUE\r\n' },
    })
  })

  it.each([
    ['a missing column', 'rakuten_sku;product\nA;B', { row: 1, column: 'sku' }],
    ['an empty cell', 'rakuten_sku;sku\nA;B\nC;', { row: 3, column: 'sku' }],
    ['a SKU twice', 'rakuten_sku;sku\nA;B\nA;C', { row: 3, column: 'rakuten_sku' }],
  ])('refuse a CSV with %s and import nothing of it', async (_, text, error) => {
    const { ask, accounts, id } = await connected()

    const reply = await ask.connections.importAliases({ id, file: base64(text) })

    expect(reply).toMatchObject({ ok: true, value: { imported: 0, errors: [error] } })
    expect(accounts.connections.get(id).settings.skuAliases).toEqual({})
  })
})

describe('a test order', () => {
  beforeEach(() => officeBook.clear())

  it('is created, read back, and its cancellation noticed', async () => {
    const { ask, id } = await connected('woocommerce')

    const sent = await ask.connections.sendTestOrder({ id })
    const [placed] = officeBook.values()
    if (placed === undefined) expect.fail('nothing was placed')
    officeBook.set(placed.reference, { ...placed, state: 'cancelled' })
    const after = await ask.connections.testOrder({ id })

    expect(sent).toMatchObject({ ok: true, value: { state: 'confirmed', backOfficeNumber: '4807' } })
    expect(placed.reference).toMatch(/^TEST-/)
    expect(after).toMatchObject({ ok: true, value: { state: 'cancelled' } })
  })

  it('is not sent twice while the first one is under way', async () => {
    const { ask, id } = await connected('woocommerce')

    await ask.connections.sendTestOrder({ id })
    await ask.connections.sendTestOrder({ id })

    expect(officeBook.size).toBe(1)
  })
})
