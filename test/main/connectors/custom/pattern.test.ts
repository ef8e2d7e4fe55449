import { describe, expect, it } from 'vitest'
import { BadPattern, parsePattern } from '../../../../src/main/connectors/custom/pattern.ts'

describe('a pattern', () => {
  it('comes apart into text and placeholders with their filters', () => {
    expect(parsePattern('A {{ order.ref | max(35)|default("}}")}}-{{ids|join(\', \', "x")}}!')).toEqual([
      'A ',
      {
        name: 'order.ref',
        filters: [
          { name: 'max', args: ['35'] },
          { name: 'default', args: ['}}'] },
        ],
      },
      '-',
      { name: 'ids', filters: [{ name: 'join', args: [', ', 'x'] }] },
      '!',
    ])
  })

  it.each(['', 'plain', 'a } b {', '{"json": "{x}"}'])('without placeholders is its text: %j', (text) => {
    expect(parsePattern(text).join('')).toBe(text)
  })

  it.each([
    '{{',
    '{{order.ref',
    '{{}}',
    '{{1}}',
    '{{order.ref|}}',
    '{{order.ref|max(}}',
    '{{order.ref|max(x)}}',
    '{{order.ref upper}}',
    '{{order.ref|max(1 2)}}',
    '{{a{{b}}',
  ])('that cannot be read is refused: %s', (text) => {
    expect(() => parsePattern(text)).toThrow(BadPattern)
  })
})
