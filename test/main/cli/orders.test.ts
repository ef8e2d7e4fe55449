import { describe, expect, it } from 'vitest'
import { anOrderDetail, anOrderRow, aProblemView } from '../../helpers/views.ts'
import { runLine } from './a-command-line.ts'

const counts = {
  todo: 0,
  'to-accept': 0,
  'not-shipped': 0,
  waiting: 0,
  shipped: 0,
  cancelled: 0,
  skipped: 0,
  all: 1,
}

describe('orders', () => {
  it('prints exactly what was promised of each order', async () => {
    const row = anOrderRow({
      status: 'dispatched',
      problem: aProblemView({ kind: 'carrier', message: 'Which carrier?' }),
      backOfficeRef: '812',
      carrier: 'Colissimo',
      trackingNumber: '6A1',
      trackingUrl: 'https://laposte.example/6A1',
    })
    const orders = { list: () => ({ rows: [row], total: 1, counts }) }

    const { out } = await runLine(['orders', '--json'], { answered: { orders } })

    expect(JSON.parse(out)).toEqual([
      {
        reference: '5000001',
        connection: 'Rakuten',
        status: 'dispatched',
        problem: { kind: 'carrier', message: 'Which carrier?' },
        backOfficeRef: '812',
        deliveryMode: 'Suivi',
        carrier: 'Colissimo',
        trackingNumber: '6A1',
        trackingUrl: 'https://laposte.example/6A1',
        items: [
          { itemId: '900001', sku: 'MUG-BLUE', status: 'to-decide', rakutenStatus: 'TO_CONFIRM', priceCents: 1290 },
        ],
        importedAt: '2026-11-24T13:00:00.000Z',
        acceptBy: '2026-11-27T23:00:00.000Z',
        shippedAt: null,
        skippedReason: null,
      },
    ])
  })

  it('asks for the status only', async () => {
    const orders = { list: () => ({ rows: [], total: 0, counts }) }

    const { asked, out } = await runLine(['orders', '--status', 'skipped'], { answered: { orders } })

    expect(asked[0]).toMatchObject(['orders:list', { status: 'skipped', tab: 'all' }])
    expect(out).toBe('No orders.\n')
  })

  it('tells the story of the one order', async () => {
    const orders = { find: () => [anOrderRow()], get: () => anOrderDetail() }

    const json = await runLine(['orders', '--order', '5000001', '--json'], { answered: { orders } })
    const text = await runLine(['orders', '--order', '5000001'], { answered: { orders } })

    expect(json.asked[0]).toEqual(['orders:find', { reference: '5000001', connectionId: null }])
    expect(JSON.parse(json.out)).toMatchObject([
      {
        reference: '5000001',
        timeline: [{ at: '2026-11-24T13:00:00.000Z', actor: 'navette', what: 'imported', detail: {} }],
      },
    ])
    expect(text.out).toMatch(/5000001 .*imported[\s\S]*navette {2}imported/)
  })

  it('prints an empty list for a number nobody bears', async () => {
    const orders = { find: () => [] }

    const json = await runLine(['orders', '--order', '1', '--json'], { answered: { orders } })
    const text = await runLine(['orders', '--order', '1'], { answered: { orders } })

    expect(JSON.parse(json.out)).toEqual([])
    expect(text.out).toBe('There is no order 1.\n')
  })
})
