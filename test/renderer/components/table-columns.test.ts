import { describe, expect, it } from 'vitest'
import { columnsThatFit } from '../../../src/renderer/components/table-columns.ts'

const columns = [
  { id: 'reference', rem: 10 },
  { id: 'mode', rem: 10, givesWay: 2 },
  { id: 'updated', rem: 10, givesWay: 1 },
]
const shownAt = (rem: number): readonly string[] => columnsThatFit(columns, rem).map(({ id }) => id)

describe('columns of a table', () => {
  it('are all there while there is room', () => {
    expect(shownAt(40)).toEqual(['reference', 'mode', 'updated'])
  })

  it('give way one by one, in their order', () => {
    expect(shownAt(30)).toEqual(['reference', 'mode'])
    expect(shownAt(20)).toEqual(['reference'])
  })

  it('never take away what a row cannot do without', () => {
    expect(shownAt(1)).toEqual(['reference'])
  })
})
