import { describe, expect, it } from 'vitest'
import { byDueGroup, dueGroup } from '../../../src/renderer/stores/due-group.ts'
import { aRow } from '../helpers/sample-orders.ts'

/** 14:32 in Paris. */
const NOW = Date.parse('2026-11-24T13:32:00Z')
/** 24:00 in Paris is 23:00 UTC in winter. */
const midnightAfter = (day: string): string => `${day}T23:00:00.000Z`

describe('by when an order wants to be looked at', () => {
  it.each([
    ['late', '2026-11-23'],
    ['today', '2026-11-24'],
    ['tomorrow', '2026-11-25'],
    ['week', '2026-11-27'],
    ['later', '2026-12-09'],
  ] as const)('is %s for one to accept until the end of %s in Paris', (group, day) => {
    expect(dueGroup({ status: 'imported', acceptBy: midnightAfter(day) }, NOW)).toBe(group)
  })

  it('is today for a parcel that left, whatever its acceptance deadline was', () => {
    expect(dueGroup({ status: 'waiting', acceptBy: midnightAfter('2026-11-01') }, NOW)).toBe('today')
  })

  it('keeps the order of a group as it came in', () => {
    const shipped = aRow({ id: 1, status: 'shipped' })
    const first = aRow({ id: 2, acceptBy: midnightAfter('2026-11-25') })
    const second = aRow({ id: 3, acceptBy: midnightAfter('2026-11-25') })

    expect(byDueGroup([shipped, first, second], NOW).map(({ id }) => id)).toEqual([2, 3, 1])
  })
})
