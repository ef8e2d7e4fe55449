import { describe, expect, it } from 'vitest'
import { type Filling, fill, fillMember } from '../../../../src/main/connectors/custom/fill.ts'
import { DoesNotFit, type Tables } from '../../../../src/main/connectors/custom/filters.ts'

const tables: Tables = {
  carriers: { 'POSTNL-NL': 'PostNL' },
  methods: [{ id: 'relay', title: 'Point relais', serves: ['relay'] }],
}
const filling = (value: string | readonly string[], more: Partial<Filling> = {}): Filling => ({
  values: { value, 'line.lineGross': '12.90' },
  tables,
  ...more,
})

describe('filling a pattern', () => {
  it.each([
    ['{{value}}', 'Été', 'Été'],
    ['{{value|upper}}', 'été', 'ÉTÉ'],
    ['{{value|lower}}', 'ÉTÉ', 'été'],
    ['{{value|trim}}', ' a ', 'a'],
    ['{{value|max(3)}}', '🏺🏺🏺🏺', '🏺🏺🏺'],
    ['{{value|ascii}}', 'Œuvre à Łódź – 5 €, ça 🏺', 'OEuvre a Lodz - 5 EUR, ca ?'],
    ['{{value|url}}', 'a b/ü&c', 'a%20b%2F%C3%BC%26c'],
    ['{{value|default("none")}}', '', 'none'],
    ['{{value|default("none")}}', 'x', 'x'],
    ['{{value|cents}}', '14.90', '1490'],
    ['{{value|cents}}', '0.05', '5'],
    ['{{value|cents}}', '-12.30', '-1230'],
    ['{{value|map("methods")}}', 'relay', 'Point relais'],
    ['{{value|map("methods")}}', 'other', 'other'],
    ['{{value|map("carrier")}}', 'POSTNL-NL', 'PostNL'],
    ['{{value|iso}}', '2026-03-04T09:00:00.000Z', '2026-03-04T09:00:00Z'],
    ['{{value|date("dd/MM/yy HH:mm:ss")}}', '2026-03-04T09:05:06.000Z', '04/03/26 09:05:06'],
    ['{{value|date("yyyyMMdd", "Europe/Paris")}}', '2026-03-31T22:30:00.000Z', '20260401'],
    ['{{value|date("yyyy-MM-dd\'T\'HH")}}', '2026-12-31T23:59:59.999Z', '2026-12-31T23'],
    ['{{value|upper|max(1)}}-{{value}}', 'ab', 'A-ab'],
  ])('%s', (pattern, value, text) => {
    expect(fill(pattern, filling(value))).toBe(text)
  })

  it('works on each member of a list, and joins them', () => {
    expect(fill('ids={{value|url|join(",")}}', filling(['a b', 'c']))).toBe('ids=a%20b,c')
    expect(fill('ids={{value|join(";")|url}}', filling(['a b', 'c']))).toBe('ids=a%20b%3Bc')
  })

  it('writes amounts with the decimal sign of the file, and nothing else', () => {
    expect(fill('{{line.lineGross}} {{value}}', filling('1.5', { decimal: ',' }))).toBe('12,90 1.5')
    expect(fill('{{line.lineGross|number}} {{line.lineGross|cents}}', filling('', { decimal: ',' }))).toBe('12.90 1290')
  })

  it('never reads a value as a pattern', () => {
    expect(fill('{{value}}', filling('{{line.lineGross}}'))).toBe('{{line.lineGross}}')
  })

  it.each([
    ['{{value|number}}', 'Ana Petit'],
    ['{{value|cents}}', 'Ana Petit'],
    ['{{value|date("yyyy")}}', 'Ana Petit'],
    ['{{other}}', 'Ana Petit'],
    ['{{value|shout}}', 'Ana Petit'],
  ])('says what does not fit, never the value: %s', (pattern, value) => {
    expect(() => fill(pattern, filling(value))).toThrow(DoesNotFit)
    expect(() => fill(pattern, filling(value))).not.toThrow(/Petit/)
  })
})

describe('filling a member of JSON', () => {
  it.each([
    ['{{value|number}}', '14.90', 14.9],
    ['{{value|cents}}', '14.90', 1490],
    ['{{value|number}}', '', null],
    ['{{value}}', '007', '007'],
    ['n{{value|number}}', '1', 'n1'],
  ])('%s', (pattern, value, member) => {
    expect(fillMember(pattern, filling(value))).toBe(member)
  })

  it('keeps a list a list', () => {
    expect(fillMember('{{value}}', filling(['1', '2']))).toEqual(['1', '2'])
  })
})
