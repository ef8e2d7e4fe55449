import { describe, expect, it } from 'vitest'
import { aStandingProblem } from '../../helpers/views.ts'
import { runLine } from './a-command-line.ts'

const report = {
  startedAt: '2026-11-24T13:00:00.000Z',
  finishedAt: '2026-11-24T13:00:04.000Z',
  connections: [
    {
      connectionId: 1,
      label: 'Rakuten',
      problem: { kind: 'unreachable', message: 'Rakuten did not answer.' },
      steps: [
        { step: 'import' as const, moved: 2, problems: 1 },
        { step: 'accept' as const, moved: 0, problems: 0 },
      ],
    },
  ],
}

describe('sync', () => {
  it('reports the cycle of every connection and leaves with 1 while there are problems', async () => {
    const problems = { list: () => [aStandingProblem()] }

    const { exitCode, out, synced } = await runLine(['sync', '--json'], { report, answered: { problems } })

    expect(exitCode).toBe(1)
    expect(synced).toEqual([{ stockNow: false }])
    expect(JSON.parse(out)).toEqual({
      startedAt: '2026-11-24T13:00:00.000Z',
      finishedAt: '2026-11-24T13:00:04.000Z',
      connections: [
        {
          label: 'Rakuten',
          problem: { kind: 'unreachable', message: 'Rakuten did not answer.' },
          steps: [
            { step: 'import', moved: 2, problems: 1 },
            { step: 'accept', moved: 0, problems: 0 },
          ],
        },
      ],
    })
  })

  it('says in words what moved', async () => {
    const { exitCode, out } = await runLine(['sync'], { report })

    expect(exitCode).toBe(0)
    expect(out).toBe('Rakuten: import 2 (1 with a problem).\n  Rakuten did not answer.\n')
  })

  it('also sends stock at once, and starts the clock where it is told', async () => {
    const { opened, synced } = await runLine(['sync', '--stock', '--now', '2026-11-24T14:00:00+01:00'])

    expect(synced).toEqual([{ stockNow: true }])
    expect(opened).toMatchObject([{ now: '2026-11-24T13:00:00.000Z' }])
  })
})
