import { describe, expect, it } from 'vitest'
import { Fault } from '../../../src/main/domain/fault.ts'
import { aCorridor, type CorridorOptions } from '../../helpers/a-corridor.ts'
import { aProduct } from '../connectors/this-pc/a-shelf.ts'

const mug = { sku: 'MUG', priceCents: 1490 }

const open = async (options: CorridorOptions = {}) => {
  const corridor = await aCorridor(options)
  corridor.pc.products.save(aProduct({ sku: 'MUG', stock: 20 }), null)
  return corridor
}

describe('a token that Rakuten refuses', () => {
  it('stops the connection at the first refusal: no further call, orders untouched', async () => {
    const { rakuten, sync, pass, order } = await open({ settings: { acceptance: 'by-hand' } })
    const id = rakuten.world.buy({ items: [mug] })
    await sync()
    rakuten.world.resetToken('another-token')

    const report = await sync()
    const callsThen = rakuten.calls.length
    await pass(60)

    expect(report.connections[0]?.problem?.kind).toBe('credentials')
    expect(rakuten.calls).toHaveLength(callsThen)
    expect(order(id).status).toBe('imported')
  })

  it('stops it as well when a button meets the refusal first', async () => {
    const { rakuten, sync, act, pass, repositories } = await open({ settings: { acceptance: 'by-hand' } })
    const id = rakuten.world.buy({ items: [mug] })
    await sync()
    rakuten.world.resetToken('another-token')

    const result = await act(id, { action: 'accept' })
    const callsThen = rakuten.calls.length
    await pass(30)

    expect(result.done).toBe(false)
    expect(repositories.problems.of({ connectionId: 1 }).map(({ kind }) => kind)).toEqual(['credentials'])
    expect(rakuten.calls).toHaveLength(callsThen)
  })

  it('goes on as soon as the problem is cleared by a token that works', async () => {
    const { rakuten, sync, order, repositories } = await open()
    rakuten.world.resetToken('another-token')
    await sync()
    const id = rakuten.world.buy({ items: [mug] })
    rakuten.world.resetToken('jeton-demo')
    repositories.problems.clear({ connectionId: 1 }, 'credentials')

    await sync()

    expect(order(id).status).toBe('placed')
  })
})

describe('an answer that cannot be trusted', () => {
  const kinds = ['html-503', 'html-200', 'empty', 'truncated', 'oversized', 'doctype', 'wrong-encoding'] as const
  for (const kind of kinds) {
    it(`(${kind}) concludes nothing about orders`, async () => {
      const { rakuten, sync, order } = await open({ settings: { acceptance: 'by-hand' } })
      const id = rakuten.world.buy({ items: [mug] })
      await sync()
      rakuten.faults.add({ kind, times: 'always' })

      const report = await sync()

      expect(report.connections[0]?.problem?.kind).toMatch(/unreadable|unreachable/)
      expect(order(id)).toMatchObject({ status: 'imported' })
      rakuten.faults.clear()
      expect((await sync()).connections[0]?.problem).toBeNull()
    })
  }
})

describe('the hourly quota', () => {
  it('is obeyed until its hour is over, across restarts', async () => {
    const { rakuten, sync, clock } = await open()
    rakuten.faults.add({ kind: 'quota', action: 'getnewsales', times: 1 })

    const report = await sync()
    expect(report.connections[0]?.problem?.kind).toBe('quota')
    const callsThen = rakuten.calls.filter(({ action }) => action === 'getnewsales').length
    clock.advance(60_000)
    await sync()
    expect(rakuten.calls.filter(({ action }) => action === 'getnewsales')).toHaveLength(callsThen)
    clock.advance(3_600_000)

    expect((await sync()).connections[0]?.problem).toBeNull()
  })
})

describe('a fault of one order', () => {
  it('never stops another one', async () => {
    const { rakuten, sync, order, problems } = await open()
    const first = rakuten.world.buy({ items: [mug], at: '2026-01-12T07:00:00.000Z' })
    const second = rakuten.world.buy({ items: [mug], at: '2026-01-12T08:00:00.000Z' })
    rakuten.faults.add({ kind: 'truncated', action: 'getbillinginformation', times: 2 })

    await sync()

    expect([order(first).status, problems(first)]).toEqual(['imported', ['unreadable']])
    expect(order(second).status).toBe('placed')
  })

  it("of a back office that is down leaves Rakuten's steps running", async () => {
    let isDown = false
    const { rakuten, pc, sync, order, clock } = await open({
      office: (backOffice) => ({
        ...backOffice,
        checkOrder: async (asked) => (isDown ? Promise.reject(down()) : backOffice.checkOrder(asked)),
      }),
    })
    const first = rakuten.world.buy({ items: [mug] })
    await sync()
    pc.orders.ship(`RKT-${first}`, { carrierName: 'Colissimo', trackingNumber: '6A62957360897' })
    isDown = true
    const second = rakuten.world.buy({ items: [mug] })
    clock.advance(300_000)

    const report = await sync()

    expect(report.connections[0]?.problem?.kind).toBe('unreachable')
    expect(order(second).status).toBe('imported')
    isDown = false
    await sync()
    expect([order(first).status, order(second).status]).toEqual(['shipped', 'placed'])
  })
})

const down = () => new Fault('unreachable', 'This PC does not answer', { side: 'This PC' })

describe('importing', () => {
  it('keeps each purchase once, however often it is listed', async () => {
    const { rakuten, sync, repositories } = await open({ settings: { acceptance: 'by-hand' }, splitSales: true })
    rakuten.world.buy({ items: [mug, mug, mug] })

    await sync()
    await sync()

    expect(
      repositories.orders.list({ tab: 'all', sort: 'purchasedAt', direction: 'ascending', offset: 0, limit: 10 }).total,
    ).toBe(1)
  })

  it('sets aside what is not for us, and says why', async () => {
    const { rakuten, sync, order, problems } = await open({
      customModes: [{ alias: 'X', label: 'Livraison en casier' }],
      settings: { importFrom: '2026-01-11' },
    })
    const pickup = rakuten.world.buy({ items: [mug], deliveryMode: 'Retrait chez le vendeur' })
    const unavailable = rakuten.world.buy({ items: [mug], deliveryMode: 'Chronopost' })
    const unmapped = rakuten.world.buy({ items: [mug], deliveryMode: 'Livraison en casier' })
    const logistics = rakuten.world.buy({ items: [{ ...mug, rsl: true }] })
    const old = rakuten.world.buy({ items: [mug], at: '2026-01-10T09:00:00.000Z' })

    await sync()

    expect([pickup, unavailable, unmapped, logistics, old].map((id) => order(id).skippedReason)).toEqual([
      'in-store-pickup',
      'mode-not-available',
      'mode-not-mapped',
      'rakuten-logistics',
      'before-start-date',
    ])
    expect(problems(unmapped)).toEqual(['delivery-mode'])
    expect(rakuten.calls.map(({ action }) => action)).not.toContain('acceptsale')
  })

  it('leaves out only the items that Rakuten ships itself', async () => {
    const { rakuten, pc, sync, order } = await open()
    const id = rakuten.world.buy({ items: [mug, { sku: 'MUG', priceCents: 1490, rsl: true }] })

    await sync()

    expect(order(id).items.map(({ status }) => status)).toEqual(['accepted', 'not-ours'])
    expect(pc.orders.get(`RKT-${id}`)?.lines).toMatchObject([{ quantity: 1 }])
  })

  it('holds an order with a status we do not know before acceptance, and names it', async () => {
    const { rakuten, sync, order, problems, repositories } = await open({ settings: { acceptance: 'by-hand' } })
    const id = rakuten.world.buy({ items: [mug] })
    await sync()
    rakuten.world.showStatus(order(id).items[0]?.itemId ?? '', 'MYSTERE')

    await sync()

    expect([order(id).status, problems(id)]).toEqual(['imported', ['unknown-value']])
    expect(repositories.problems.all()[0]?.problem.message).toContain('"MYSTERE"')
  })

  it("adopts an order that somebody else accepted, only on the seller's word", async () => {
    const { rakuten, sync, order, problems } = await open()
    const id = rakuten.world.buy({ items: [mug] })
    rakuten.world.acceptOnSite(rakuten.world.purchase(id).items[0]?.itemId ?? '')

    await sync()
    await sync()

    expect([order(id).status, problems(id)]).toEqual(['accepted', ['accepted-elsewhere']])
  })
})
