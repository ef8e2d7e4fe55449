import { describe, expect, it } from 'vitest'
import { createGates } from '../../../../src/main/connectors/http/gates.ts'
import { Fault } from '../../../../src/main/domain/fault.ts'
import { clockByHand } from '../../../helpers/clock-by-hand.ts'
import { recordsInMemory } from '../../../helpers/records-in-memory.ts'

const quota = new Fault('quota', 'Enough for this hour.', { retryAt: '2026-01-12T10:00:00.000Z' })

describe('createGates', () => {
  it('stays closed until its time, a restart included, and then opens by itself', () => {
    const clock = clockByHand('2026-01-12T09:30:00.000Z')
    const records = recordsInMemory()
    createGates({ records, clock, side: 'Rakuten' }).closeFor('sales', quota)
    const restarted = createGates({ records, clock, side: 'Rakuten' })

    expect(() => restarted.check('sales')).toThrow(
      expect.objectContaining({ kind: 'quota', message: quota.message, retryAt: quota.retryAt, outcome: 'not-done' }),
    )
    expect(() => restarted.check('stock')).not.toThrow()
    clock.set('2026-01-12T10:00:00.000Z')
    expect(() => restarted.check('sales')).not.toThrow()
  })

  it('does not close for a fault that says nothing about when to come back', () => {
    const gates = createGates({ records: recordsInMemory(), clock: clockByHand(), side: 'Rakuten' })

    gates.closeFor('sales', new Fault('busy', 'Slow down.'))
    gates.closeFor('sales', new Fault('refused', 'No.', { retryAt: '2026-01-12T10:00:00.000Z' }))

    expect(() => gates.check('sales')).not.toThrow()
  })
})
