import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createAskedOrders } from '../../../../src/main/connectors/custom/http-asked.ts'
import { clockByHand } from '../../../helpers/clock-by-hand.ts'
import { recordsInMemory } from '../../../helpers/records-in-memory.ts'

const A_DAY = 86_400_000
const key = (number: number) => ({ backOfficeRef: String(number), reference: `RKT-${number}` })

const open = () => {
  const [records, clock] = [recordsInMemory(), clockByHand('2026-03-31T12:00:00.000Z')]
  return { records, clock, asked: createAskedOrders({ records, clock }) }
}

describe('since when orders are asked for', () => {
  it('is a day before the oldest of them was placed', () => {
    const { asked, clock } = open()
    asked.placed(key(1))
    clock.advance(5 * A_DAY)
    asked.placed(key(2))

    expect(asked.since([key(1), key(2)])).toBe('2026-03-30T12:00:00.000Z')
    expect(asked.since([key(2)])).toBe('2026-04-04T12:00:00.000Z')
    expect(asked.latest()).toMatchObject(key(2))
  })

  it('reaches a month back for one that Navette did not place, and stays there', () => {
    const { asked, clock } = open()

    expect(asked.since([key(7)])).toBe('2026-03-01T12:00:00.000Z')
    clock.advance(10 * A_DAY)
    expect(asked.since([key(7)])).toBe('2026-03-01T12:00:00.000Z')
  })

  it('forgets orders that nobody asked about for ninety days, and no other', () => {
    const { asked, records, clock } = open()
    asked.placed(key(1))
    asked.placed(key(2))

    for (let month = 0; month < 4; month += 1) {
      clock.advance(30 * A_DAY)
      asked.since([key(2)])
    }

    expect(records.read('asked:1', z.unknown())).toBeNull()
    expect(asked.since([key(2)])).toBe('2026-03-30T12:00:00.000Z')
  })
})
