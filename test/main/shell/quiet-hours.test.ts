import { describe, expect, it } from 'vitest'
import { isQuiet } from '../../../src/main/shell/quiet-hours.ts'
import { localAt } from '../../helpers/local-time.ts'

const at = (time: string): number => localAt('2026-11-24', time)

describe('quiet hours', () => {
  it.each([
    ['11:59', false],
    ['12:00', true],
    ['13:59', true],
    ['14:00', false],
  ])('within a day, %s: %s', (time, quiet) => {
    expect(isQuiet({ from: '12:00', to: '14:00' }, at(time))).toBe(quiet)
  })

  it.each([
    ['21:59', false],
    ['22:00', true],
    ['00:00', true],
    ['06:59', true],
    ['07:00', false],
  ])('across midnight, %s: %s', (time, quiet) => {
    expect(isQuiet({ from: '22:00', to: '07:00' }, at(time))).toBe(quiet)
  })

  it('are none unless they are set', () => {
    expect(isQuiet(null, at('03:00'))).toBe(false)
  })
})
