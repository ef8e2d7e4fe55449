import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { CycleView } from '../../../../src/preload/contract/activity.ts'
import { createApiTwin } from '../../helpers/api-twin.ts'
import { renderApp } from '../../helpers/render-app.tsx'
import { threeConnections } from '../../helpers/sample-connections.ts'
import { ago } from '../../helpers/sample-orders.ts'

const PLACE = '#/activity'
const DAY = 24 * 3_600_000

const aCycle = (given: Partial<CycleView> & Pick<CycleView, 'id'>): CycleView => ({
  connectionId: 1,
  connection: 'Boutique',
  startedAt: ago(0),
  finishedAt: ago(0),
  times: 1,
  running: false,
  tookMs: 4_100,
  steps: [],
  problem: null,
  ...given,
})

const aDay = (day: string, given: object = {}) => ({
  ...{ day, imported: 3, shipped: 2, cycles: 288, failed: 0, averageMs: 4_000, longestMs: 9_000 },
  ...given,
})

describe('the charts of the activity', () => {
  const card = async (name: string) => within(await screen.findByRole('region', { name }))

  it('say their sums in big numbers, and every day in a table in the place of the drawing', async () => {
    const perDay = () => [aDay('2026-11-20'), aDay('2026-11-21', { imported: 5, shipped: 0 })]
    const { user } = await renderApp(createApiTwin({ activity: { perDay } }), PLACE)
    const orders = await card('Orders and shipments per day')
    expect(orders.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual(['8', '2'])

    await user.click(orders.getByRole('button', { name: /^Table/ }))

    expect(orders.getAllByRole('row').map(({ textContent }) => textContent)).toEqual([
      'Dayorders inshipped',
      'Sat 21 Nov50',
      'Fri 20 Nov32',
    ])
    await user.click(orders.getByRole('button', { name: /^Chart/ }))
    expect(orders.queryByRole('table')).toBeNull()
  })

  it('weigh the duration of a day by its cycles, and leave out days nobody timed', async () => {
    const perDay = () => [
      aDay('2026-11-19', { averageMs: null, longestMs: null }),
      aDay('2026-11-20', { cycles: 100, averageMs: 2_000, longestMs: 7_000 }),
      aDay('2026-11-21', { cycles: 300, averageMs: 6_000 }),
    ]

    await renderApp(createApiTwin({ activity: { perDay } }), PLACE)

    const duration = await card('How long a cycle takes')
    expect(duration.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual(['5 s', '9 s'])
  })

  it('say that nothing failed rather than draw nothing', async () => {
    const { user } = await renderApp(createApiTwin({ activity: { perDay: () => [aDay('2026-11-20')] } }), PLACE)
    const errors = await card('Failed cycles per day')

    expect(errors.getByText('No cycle failed in these days.')).toBeDefined()
    await user.click(errors.getByRole('button', { name: /^Table/ }))
    expect(errors.getByRole('row', { name: 'Fri 20 Nov 0' })).toBeDefined()
  })

  it('go back further when asked, for one connection when asked', async () => {
    const twin = createApiTwin({}, { connections: threeConnections() })
    const { user } = await renderApp(twin, PLACE)
    await card('Orders and shipments per day')

    await user.click(screen.getByRole('radio', { name: '90 days' }))
    await user.click(screen.getByRole('radio', { name: 'Papeterie' }))

    expect(twin.inputsOf('activity:perDay').at(-1)).toEqual({ connectionId: 2, days: 90 })
  })
})

describe('the cycles', () => {
  it('stand under their day, newest first', async () => {
    const cycles = () => [
      aCycle({ id: 3 }),
      aCycle({ id: 2, startedAt: ago(DAY) }),
      aCycle({ id: 1, startedAt: ago(DAY) }),
    ]

    await renderApp(createApiTwin({ activity: { cycles } }), PLACE)

    const heads = await screen.findAllByRole('rowheader')
    expect(heads.map(({ textContent }) => textContent)).toEqual(['Today', 'Yesterday'])
  })

  it('open to what each of their steps did', async () => {
    const steps: CycleView['steps'] = [
      { step: 'import', moved: 2, problems: 0, reached: true },
      { step: 'accept', moved: 0, problems: 1, reached: true },
      { step: 'place', moved: 0, problems: 0, reached: true },
    ]
    const { user } = await renderApp(createApiTwin({ activity: { cycles: () => [aCycle({ id: 1, steps })] } }), PLACE)

    await user.click(await screen.findByRole('button', { name: /^Steps of the cycle of/, expanded: false }))

    const table = within(screen.getByRole('table'))
    const said = table.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(said.slice(0, 4)).toEqual([
      'reading new orders2 orders in',
      'accepting 1 problem',
      'creating ordersnothing to do',
      'reading shipmentsnot reached',
    ])
  })

  it.each([
    ['runs now', { running: true, finishedAt: null, tookMs: null }],
    ['cut off', { running: false, finishedAt: null, tookMs: null }],
    ['4.1 s', {}],
    ['4.1 s on average', { times: 12 }],
  ] as const)('say how long they took: %s', async (words, given) => {
    await renderApp(createApiTwin({ activity: { cycles: () => [aCycle({ id: 1, ...given })] } }), PLACE)

    expect(await screen.findByRole('cell', { name: words })).toBeDefined()
  })
})
