import { describe, expect, it } from 'vitest'
import { toCents } from '../../../../src/main/connectors/prestashop/rounding.ts'

describe('rounding as the shop is set', () => {
  it.each([
    [0, [101, 101, 101, 102]],
    [1, [100, 100, 100, 101]],
    [2, [100, 101, 101, 102]],
    [3, [100, 100, 101, 101]],
    [4, [100, 100, 101, 102]],
    [5, [100, 101, 101, 101]],
  ])('mode %i', (mode, cents) => {
    expect([1_004_000n, 1_005_000n, 1_005_001n, 1_015_000n].map((amount) => toCents(amount, mode))).toEqual(cents)
  })
})
