import { expect, it } from 'vitest'
import { createStartedClock } from '../../../src/main/cli/started-clock.ts'

it('a clock starts where it is told and ticks on', async () => {
  const clock = createStartedClock('2026-11-24T13:00:00.000Z')
  const first = clock.now()

  await clock.sleep(20)

  const start = Date.parse('2026-11-24T13:00:00.000Z')
  expect(first).toBeGreaterThanOrEqual(start)
  expect(clock.now()).toBeGreaterThan(first)
  expect(Date.parse(clock.nowIso())).toBeLessThan(start + 3_600_000)
})
