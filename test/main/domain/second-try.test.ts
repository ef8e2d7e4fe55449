import { expect, it } from 'vitest'
import { patienceWith } from '../../../src/main/domain/second-try.ts'

it('a try in doubt is waited for from the last one on, as long as its platform needs to show it', () => {
  const tries = [{ openedAt: '2026-01-12T09:10:00.000Z' }, { openedAt: '2026-01-12T09:00:00.000Z' }]

  const patience = patienceWith({ indexDelaySeconds: 60 }, tries)

  expect(new Date(patience).toISOString()).toBe('2026-01-12T09:16:00.000Z')
})
