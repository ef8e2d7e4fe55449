import { describe, expect, it } from 'vitest'
import { aConnectionView } from '../../helpers/views.ts'
import { runLine } from './a-command-line.ts'

describe('connections', () => {
  it('prints what was promised of each, and no secret', async () => {
    const connections = { list: () => [aConnectionView()] }

    const { exitCode, out } = await runLine(['connections', '--json'], { answered: { connections } })

    expect(exitCode).toBe(0)
    expect(JSON.parse(out)).toEqual([
      {
        label: 'Rakuten',
        marketplace: 'rakuten-france',
        backOffice: 'Boutique',
        paused: false,
        stockUpdates: true,
        lastCycleAt: '2026-11-24T13:00:00.000Z',
        problem: null,
      },
    ])
  })

  it.each([
    [true, 0],
    [false, 1],
  ])('test prints the named checks of each; one that is %s leaves with %i', async (ok, exitCode) => {
    const connections = {
      list: () => [aConnectionView()],
      test: () => [{ name: 'reachable', ok, message: 'Rakuten answered.', aside: true }],
    }

    const ran = await runLine(['connections', 'test', '--json'], { answered: { connections } })

    expect(ran.exitCode).toBe(exitCode)
    expect(JSON.parse(ran.out)).toEqual([
      { label: 'Rakuten', checks: [{ name: 'reachable', ok, message: 'Rakuten answered.' }] },
    ])
  })
})
