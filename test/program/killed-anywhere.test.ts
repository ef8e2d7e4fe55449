import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Life } from './lives/a-life.ts'
import { type BuiltProgram, buildProgram } from './lives/build-program.ts'
import type { Ending } from './lives/ending.ts'
import { type Killings, killEverywhere, type Span } from './lives/kill-everywhere.ts'
import { openStage, SHELF, type Stage } from './lives/stage.ts'

/** Two dozen processes a second at best, and other suites run beside. */
const TIMEOUT = 600_000

const everywhere: Span = { from: 'start', to: 'told', at: 'everything' }
const whereItDiffers: Span = { from: 'act', to: 'end', at: 'changes' }

const anItem = (facts: Partial<Ending['items'][number]> = {}) =>
  expect.objectContaining({ accepted: 1, refused: 0, cancelledBy: null, shipments: [], messages: [], ...facts })

const twoItems = (facts: Partial<Ending['items'][number]> = {}) => [
  anItem({ sku: 'MUG-BLUE', ...facts }),
  anItem({ sku: 'BOWL', ...facts }),
]

/** What is on the shelf, what Rakuten was told, and what it shows. */
const stockOf = (taken: 0 | 1) => {
  const units = Object.fromEntries(Object.entries(SHELF).map(([sku, before]) => [sku, before - taken]))
  return { shelf: units, told: units, atRakuten: units }
}

const oneOrder = (state: string, parcels: number) => [{ reference: expect.stringMatching(/^RKT-\d+$/), state, parcels }]

const sentOnce = [expect.objectContaining({ transporter: 'Colissimo', trackingNumber: '6A01234567897' })]

const nothingLeft = { problems: [], unsettled: [] }
const PAID = 2580

describe('a process killed at any moment of an order’s life and started again', () => {
  let program: BuiltProgram
  let stage: Stage
  const killed = new Map<Life, Killings>()
  const kill = async (life: Life, span: Span): Promise<Killings> => {
    const killings = await killEverywhere(stage, life, span)
    killed.set(life, killings)
    return killings
  }

  beforeAll(async () => {
    program = await buildProgram(fileURLToPath(new URL('one-life.ts', import.meta.url)))
    stage = await openStage(program.path)
  }, TIMEOUT)
  afterAll(async () => {
    await stage.remove()
    await program.remove()
    for (const line of summary(killed)) console.log(line)
  })

  it('leaves one order in the back office, each item accepted once, each shipment sent', {
    timeout: TIMEOUT,
  }, async () => {
    const { uninterrupted, killedAfter, astray } = await kill('shipped', everywhere)

    expect(uninterrupted).toMatchObject({
      ...{ ...nothingLeft, ...stockOf(1), status: 'shipped', placed: oneOrder('completed', 1) },
      items: twoItems({ state: 'accepted', shipped: true, shipments: sentOnce }),
      ...{ debitedCents: PAID, refundedCents: 0 },
    })
    expect(Object.keys(killedAfter).sort()).toEqual(['answer', 'call', 'commit', 'intent-closed', 'intent-opened'])
    expect(astray).toEqual([])
  })

  it('leaves one order in a shop that makes another one of every request', { timeout: TIMEOUT }, async () => {
    const { uninterrupted, astray } = await kill('shipped-by-a-shop', { from: 'start', to: 'act', at: 'changes' })

    expect(uninterrupted).toMatchObject({
      ...{ ...nothingLeft, ...stockOf(1), status: 'shipped', placed: oneOrder('completed', 1) },
      items: twoItems({ state: 'accepted', shipped: true, shipments: sentOnce }),
    })
    expect(astray).toEqual([])
  })

  it('leaves it refused when the seller refuses it', { timeout: TIMEOUT }, async () => {
    const { uninterrupted, astray } = await kill('refused', whereItDiffers)

    expect(uninterrupted).toMatchObject({
      ...{ ...nothingLeft, ...stockOf(0), status: 'refused', placed: [] },
      items: twoItems({ state: 'refused', accepted: 0, refused: 1 }),
    })
    expect(astray).toEqual([])
  })

  it.each<[string, Life, Ending['items'][number]['cancelledBy'], Span]>([
    ['the buyer', 'cancelled-by-buyer', 'buyer', { ...whereItDiffers, to: 'told' }],
    ['the seller', 'cancelled-by-seller', 'seller', whereItDiffers],
    ['the back office', 'cancelled-in-back-office', 'seller', whereItDiffers],
  ])(
    'leaves it cancelled on both sides when %s cancels it, its units back on the shelf once',
    { timeout: TIMEOUT },
    async (_, life, cancelledBy, span) => {
      const { uninterrupted, astray } = await kill(life, span)

      expect(uninterrupted).toMatchObject({
        ...{ ...nothingLeft, ...stockOf(0), status: 'cancelled', placed: oneOrder('cancelled', 0) },
        items: twoItems({ state: 'cancelled', cancelledBy, shipped: false }),
        ...{ debitedCents: PAID, refundedCents: PAID },
      })
      expect(astray).toEqual([])
    },
  )
})

const summary = (killed: ReadonlyMap<Life, Killings>): readonly string[] => {
  const lines = [...killed].map(([life, { killedAfter, astray }]) => {
    const points = Object.values(killedAfter).reduce((sum, count) => sum + count, 0)
    const kinds = Object.entries(killedAfter).map(([event, count]) => `${count} ${event}`)
    return { points, astray: astray.length, text: `  ${life}: ${points} (${kinds.join(', ')})` }
  })
  const points = lines.reduce((sum, line) => sum + line.points, 0)
  const lost = lines.reduce((sum, line) => sum + line.astray, 0)
  return [`killed at ${points} points, ${lost} lives lost, doubled or left in doubt`, ...lines.map(({ text }) => text)]
}
