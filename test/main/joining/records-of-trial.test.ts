import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { recordsOfTrial } from '../../../src/main/joining/records-of-trial.ts'
import { recordsInMemory } from '../../helpers/records-in-memory.ts'

const Text = z.string()

describe('the records of a trial', () => {
  it('show what is kept, and hide what the trial wrote from it', () => {
    const kept = recordsInMemory()
    kept.save('last/states', 'verzonden')
    kept.save('last/stock', '14')
    const trial = recordsOfTrial(kept)

    trial.save('last/states', 'geannuleerd')
    trial.save('last/order', 'RKT-1')
    trial.remove('last/stock')

    expect(trial.read('last/states', Text)).toBe('geannuleerd')
    expect(trial.read('last/stock', Text)).toBeNull()
    expect(trial.list('last/', Text)).toEqual([
      { key: 'last/order', value: 'RKT-1' },
      { key: 'last/states', value: 'geannuleerd' },
    ])
    expect(kept.list('last/', Text)).toEqual([
      { key: 'last/states', value: 'verzonden' },
      { key: 'last/stock', value: '14' },
    ])
  })

  it('begin empty where nothing is kept', () => {
    const trial = recordsOfTrial()

    expect(trial.read('last/states', Text)).toBeNull()
    expect(trial.list('', Text)).toEqual([])
  })
})
