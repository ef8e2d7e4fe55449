import { describe, expect, it } from 'vitest'
import { recallCarrier, rememberCarrier } from '../../../../src/main/domain/carriers/remembered.ts'

describe('a remembered carrier', () => {
  it('counts for numbers of the same prefix and length alone', () => {
    const remembered = [rememberCarrier('87778793', 'mondial-relay')]

    expect(recallCarrier('87000001', remembered)).toBe('mondial-relay')
    expect(recallCarrier('870000012', remembered)).toBeNull()
    expect(recallCarrier('86000001', remembered)).toBeNull()
  })

  it('gives way to a later answer', () => {
    const remembered = [rememberCarrier('87778793', 'mondial-relay'), rememberCarrier('87111111', 'heppner')]

    expect(recallCarrier('87000001', remembered)).toBe('heppner')
  })
})
