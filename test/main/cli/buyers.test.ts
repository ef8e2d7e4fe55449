import { describe, expect, it } from 'vitest'
import type { BuyerOrder } from '../../../src/preload/contract/privacy.ts'
import { type Answered, runLine } from './a-command-line.ts'

const found = (more: Partial<BuyerOrder> = {}): BuyerOrder => ({
  id: 7,
  reference: '5000001',
  connection: 'Rakuten',
  status: 'shipped',
  purchasedAt: '2026-11-24T13:00:00.000Z',
  buyerName: 'Camille Martin',
  keptBecause: null,
  ...more,
})

const open = found({ id: 8, reference: '5000002', keptBecause: 'It is still on its way.' })

const privacy = (orders: readonly BuyerOrder[]): Answered => ({
  privacy: {
    find: () => orders,
    erase: ({ orderIds }) => ({ erased: orderIds.length }),
    export: ({ buyer }) => ({
      name: 'buyer.json',
      mediaType: 'application/json',
      text: JSON.stringify({ buyer, orders: [{ reference: '5000001' }] }),
    }),
  },
})

describe('erase', () => {
  it('lists what it would erase and changes nothing without --yes', async () => {
    const { exitCode, out, asked } = await runLine(['erase', '--buyer', 'martin'], {
      answered: privacy([found(), open]),
    })

    expect(exitCode).toBe(0)
    expect(out).toMatch(/5000001 .*Camille Martin/)
    expect(out).toContain('5000002 stays for now: It is still on its way.')
    expect(asked.map(([channel]) => channel)).not.toContain('privacy:erase')
  })

  it('erases exactly what can be erased with --yes', async () => {
    const words = ['erase', '--buyer', 'martin', '--yes', '--json']

    const all = await runLine(words, { answered: privacy([found()]) })
    const some = await runLine(words, { answered: privacy([found(), open]) })
    const none = await runLine(words, { answered: privacy([]) })

    expect(JSON.parse(all.out)).toEqual({ erased: 1 })
    expect(some.asked).toContainEqual(['privacy:erase', { orderIds: [7] }])
    expect(JSON.parse(some.out)).toMatchObject({ erased: 1, kept: [{ reference: '5000002' }] })
    expect(JSON.parse(none.out)).toEqual({ erased: 0 })
  })
})

describe('export', () => {
  it('prints what is kept, the buyer read from standard input', async () => {
    const { exitCode, out, asked } = await runLine(['export', '--buyer', '-', '--json'], {
      answered: privacy([]),
      input: 'camille@example.org\n',
    })

    expect(exitCode).toBe(0)
    expect(asked[0]).toEqual(['privacy:export', { buyer: 'camille@example.org' }])
    expect(JSON.parse(out)).toEqual({ buyer: 'camille@example.org', orders: [{ reference: '5000001' }] })
  })
})
