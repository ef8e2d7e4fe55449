import { describe, expect, it } from 'vitest'
import type { TimelineEntry } from '../../../src/main/domain/timeline.ts'
import { aNewOrder } from '../../helpers/an-order.ts'
import { openTestRepositories } from '../../helpers/open-test-database.ts'

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 20, 10, minute)).toISOString()

const aCall = (minute: number, facts: Partial<TimelineEntry> = {}): TimelineEntry => ({
  at: at(minute),
  actor: 'navette',
  what: 'call',
  detail: { call: 'acceptsale', status: 503 },
  ...facts,
})

const ofOneOrder = () => {
  const repositories = openTestRepositories()
  repositories.orders.insertNew([aNewOrder({ reference: 'A' }), aNewOrder({ reference: 'B' })])
  return repositories.timeline
}

describe('a timeline', () => {
  it('tells what happened to one order, in the order it happened', () => {
    const timeline = ofOneOrder()
    const imported = aCall(0, { what: 'imported', detail: { units: 2, skus: ['A', 'B'], note: null, held: false } })
    timeline.addMany(1, [imported, aCall(1)])
    timeline.add(2, aCall(2))

    expect(timeline.of(1)).toEqual([imported, aCall(1)])
  })

  it('stays small while the same calls fail for days', () => {
    const timeline = ofOneOrder()
    for (let minute = 0; minute < 1000; minute += 5) {
      timeline.add(1, aCall(minute))
      timeline.add(1, aCall(minute + 1, { detail: { call: 'find', status: 200 } }))
    }

    expect(timeline.of(1)).toEqual([
      aCall(0, { detail: { call: 'acceptsale', status: 503, times: 200, lastAt: at(995) } }),
      aCall(1, { detail: { call: 'find', status: 200, times: 200, lastAt: at(996) } }),
    ])
  })

  it('tells a call again that got another answer, or came after something else', () => {
    const timeline = ofOneOrder()
    const story = [
      aCall(0),
      aCall(5, { detail: { call: 'acceptsale', status: 200 } }),
      aCall(6, { what: 'accepted', detail: {} }),
      aCall(7, { detail: { call: 'acceptsale', status: 200 } }),
    ]

    timeline.addMany(1, story)

    expect(timeline.of(1)).toEqual(story)
  })

  it('folds the same call however long it took', () => {
    const timeline = ofOneOrder()

    timeline.addMany(1, [
      aCall(0, { detail: { name: 'export', durationMs: 12 } }),
      aCall(1, { detail: { name: 'export', durationMs: 40 } }),
    ])

    expect(timeline.of(1)).toMatchObject([{ detail: { name: 'export', times: 2 } }])
  })

  it('never folds anything but calls', () => {
    const timeline = ofOneOrder()
    const note = aCall(0, { what: 'note', detail: { text: 'again' } })

    const story = [note, note, aCall(1, { detail: note.detail }), aCall(2, { what: 'note', detail: note.detail })]
    timeline.addMany(1, story)

    expect(timeline.of(1)).toEqual(story)
  })
})
