import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maySendNow, nextSlotAt, type StockFileKind } from '../../../src/main/domain/stock-pace.ts'

const MINUTE = 60_000
const noon = Date.parse('2026-01-12T12:00:00.000Z')
const at = (minutes: number): string => new Date(noon + minutes * MINUTE).toISOString()

describe('nextSlotAt', () => {
  it('lets the first file leave at once', () => {
    expect(nextSlotAt('ordinary', [], at(0))).toBe(at(0))
  })

  it('keeps seven minutes after any file, but for zeros and Sync stock now', () => {
    expect(nextSlotAt('ordinary', [at(-3)], at(0))).toBe(at(4))
    expect(nextSlotAt('ordinary', [at(-7)], at(0))).toBe(at(0))
    expect(nextSlotAt('zeros', [at(-3)], at(0))).toBe(at(0))
    expect(nextSlotAt('now', [at(-3)], at(0))).toBe(at(0))
  })

  it("keeps the hour's tenth file for zeros and Sync stock now", () => {
    const nine = [-58, -50, -45, -40, -35, -30, -25, -20, -10].map(at)

    expect(nextSlotAt('ordinary', nine, at(0))).toBe(at(2))
    expect(nextSlotAt('zeros', nine, at(0))).toBe(at(0))
    expect(nextSlotAt('now', nine, at(0))).toBe(at(0))
  })

  it('never sends an eleventh, and says when the next slot is', () => {
    const ten = [-55, -50, -45, -40, -35, -30, -25, -20, -10, -1].map(at)

    expect(nextSlotAt('now', ten, at(0))).toBe(at(5))
    expect(nextSlotAt('zeros', ten.toReversed(), at(0))).toBe(at(5))
  })

  it('never lets an hour hold more than ten files, nor more than nine ordinary ones', () => {
    const wishes = fc.array(
      fc.record({
        kind: fc.constantFrom<StockFileKind>('ordinary', 'zeros', 'now'),
        wait: fc.nat(12 * MINUTE),
      }),
      { minLength: 11, maxLength: 60 },
    )
    fc.assert(
      fc.property(wishes, (some) => {
        const sent: { readonly kind: StockFileKind; readonly at: string }[] = []
        let clock = noon
        for (const { kind, wait } of some) {
          clock += wait
          const slot = nextSlotAt(
            kind,
            sent.map((file) => file.at),
            new Date(clock).toISOString(),
          )
          clock = Date.parse(slot)
          sent.push({ kind, at: slot })
        }

        const hours = sent.map((last, index) =>
          sent.slice(0, index + 1).filter((file) => Date.parse(last.at) - Date.parse(file.at) < 60 * MINUTE),
        )
        expect(Math.max(...hours.map((files) => files.length))).toBeLessThanOrEqual(10)
        const ordinary = hours.map((files) => files.filter(({ kind }) => kind === 'ordinary').length)
        expect(Math.max(...ordinary)).toBeLessThanOrEqual(9)
      }),
    )
  })
})

describe('maySendNow', () => {
  it('says whether the slot is now', () => {
    expect(maySendNow('ordinary', [at(-7)], '2026-01-12T12:00:00Z')).toBe(true)
    expect(maySendNow('ordinary', [at(-6)], '2026-01-12T12:00:00Z')).toBe(false)
  })
})
