import { describe, expect, it } from 'vitest'
import { openTestRepositories } from '../../helpers/open-test-database.ts'

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 20, 10, minute)).toISOString()

const steps = (moved = 0, problems = 0) => [{ step: 'import', moved, problems, reached: true }]

const unreachable = { kind: 'unreachable', message: 'Rakuten does not answer.' } as const

const run = (
  minute: number,
  outcome = steps(),
  problem: typeof unreachable | null = null,
  cycles = openTestRepositories().cycles,
) => {
  const id = cycles.start(1, at(minute))
  cycles.finish(id, at(minute + 1), outcome, problem)
  return id
}

describe('the book of cycles', () => {
  it('says what each step moved, and why the connection stopped', () => {
    const { cycles } = openTestRepositories()

    const id = run(0, steps(3, 1), unreachable, cycles)

    const cycle = {
      id,
      connectionId: 1,
      startedAt: at(0),
      finishedAt: at(1),
      runs: 1,
      tookMs: 60_000,
      steps: steps(3, 1),
      problem: unreachable,
    }
    expect(cycles.list(null, 10, false)).toEqual([cycle])
    expect(cycles.last(1)).toEqual(cycle)
    expect(cycles.last(2)).toBeNull()
  })

  it('takes one row for a run of quiet cycles, and counts them', () => {
    const { cycles } = openTestRepositories()

    for (const minute of [0, 5, 10]) run(minute, steps(), null, cycles)

    expect(cycles.list(1, 10, false)).toMatchObject([{ startedAt: at(0), finishedAt: at(11), runs: 3 }])
    expect(cycles.list(1, 10, true)).toEqual([])
  })

  it('says how long they took, of many in one row, too', () => {
    const { cycles } = openTestRepositories()
    const lasting = (minute: number, seconds: number, problem: typeof unreachable | null = null) => {
      const id = cycles.start(1, at(minute))
      cycles.finish(id, new Date(Date.parse(at(minute)) + seconds * 1_000).toISOString(), steps(), problem)
    }

    for (const [minute, seconds] of [
      [0, 4],
      [5, 2],
      [10, 9],
    ] as const)
      lasting(minute, seconds)
    lasting(15, 30, unreachable)
    lasting(20, 30, unreachable)
    lasting(24 * 60, 1)

    expect(cycles.list(1, 10, false).map(({ tookMs }) => tookMs)).toEqual([1_000, 60_000, 15_000])
    expect(cycles.perDay('2026-11-20', 1)).toEqual([
      { day: '2026-11-20', cycles: 5, failed: 2, averageMs: 15_000, longestMs: 30_000 },
      { day: '2026-11-21', cycles: 1, failed: 0, averageMs: 1_000, longestMs: 1_000 },
    ])
    expect(cycles.perDay('2026-11-21', null)).toHaveLength(1)
    expect(cycles.perDay('2026-11-20', 2)).toEqual([])
  })

  it('never counts a clock that went back as time', () => {
    const { cycles } = openTestRepositories()

    cycles.finish(cycles.start(1, at(10)), at(0), steps(1), null)

    expect(cycles.list(1, 1, false)).toMatchObject([{ tookMs: 0 }])
  })

  it('takes one row for an outage too, which is news', () => {
    const { cycles } = openTestRepositories()

    for (const minute of [0, 5]) run(minute, steps(), unreachable, cycles)
    run(10, steps(), null, cycles)

    expect(cycles.list(1, 10, true)).toMatchObject([{ runs: 2, problem: unreachable }])
    expect(cycles.list(1, 10, false)).toHaveLength(2)
  })

  it('never folds cycles that moved something, or a new day into the old one', () => {
    const { cycles } = openTestRepositories()

    run(0, steps(1), null, cycles)
    run(5, steps(1), null, cycles)
    run(10, steps(), null, cycles)
    run(24 * 60, steps(), null, cycles)

    expect(cycles.list(1, 10, false).map(({ runs }) => runs)).toEqual([1, 1, 1, 1])
  })

  it('numbers cycles upwards even where rows were folded', () => {
    const { cycles } = openTestRepositories()

    const ids = [0, 5, 10, 15].map((minute) => run(minute, steps(), null, cycles))

    expect(ids).toEqual([...new Set(ids)].toSorted((one, other) => one - other))
  })

  it('shows a cycle that was cut off, and starts no run with it', () => {
    const { cycles } = openTestRepositories()
    cycles.start(1, at(0))

    run(5, [], null, cycles)

    expect(cycles.list(1, 10, false)).toMatchObject([{ finishedAt: at(6) }, { finishedAt: null }])
    expect(cycles.last(1)?.finishedAt).toBe(at(6))
  })

  it('keeps to the number of rows asked for, newest first', () => {
    const { cycles } = openTestRepositories()
    for (const minute of [0, 5, 10]) run(minute, steps(1), null, cycles)

    expect(cycles.list(null, 2, true).map(({ startedAt }) => startedAt)).toEqual([at(10), at(5)])
  })
})
