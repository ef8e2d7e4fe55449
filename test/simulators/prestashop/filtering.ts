import type { Kind, Value } from './columns.ts'

/** A filter of the query (prestashop.md 1.4), as the platform's own pattern reads it: the last `[` and the last `]` are its ends. */
export const toTest = (filter: string): ((value: Value) => boolean) => {
  const [, before, inside, after] = /^(.*)\[(.*)\](.*)$/s.exec(filter) ?? []
  if (before === undefined || inside === undefined) return equals(filter)
  if (before === '%' || after === '%') return like(`${before}${inside}${after}`)
  if (before === '>') return (value) => compare(value, inside) > 0
  if (before === '<') return (value) => compare(value, inside) < 0
  if (before === '!') return (value) => !equals(inside)(value)
  // Anything else before the bracket (`>=`) is not understood, and holds nothing back.
  if (before !== '') return () => true
  if (inside.indexOf('|') > 0) {
    const values = new Set(inside.split('|').map(folded))
    return (value) => values.has(folded(value))
  }
  const [, from, to] = /^([\d.:\-\s]+),([\d.:\-\s]+)$/.exec(inside) ?? []
  if (from !== undefined && to !== undefined) return (value) => compare(value, from) >= 0 && compare(value, to) <= 0
  return equals(inside)
}

/** Texts are compared without case and without the blanks at their end, as the database does. */
const folded = (value: Value): string => String(value).toLowerCase().replace(/ +$/, '')
const equals = (wanted: Value) => {
  const text = folded(wanted)
  return (value: Value): boolean => folded(value) === text
}

const like = (pattern: string) => {
  const source = folded(pattern)
    .replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
    .replaceAll('%', '.*')
  const expression = new RegExp(`^${source}$`, 's')
  return (value: Value): boolean => expression.test(folded(value))
}

const compare = (value: Value, other: string): number => {
  const [one, two] = [Number(value), Number(other)]
  if (!Number.isNaN(one) && !Number.isNaN(two)) return one - two
  return folded(value) < folded(other) ? -1 : folded(value) > folded(other) ? 1 : 0
}

export const sorted = <T extends Readonly<Record<string, Value>>>(
  rows: readonly T[],
  field: string,
  isDown: boolean,
): T[] => rows.toSorted((one, other) => compare(one[field] ?? '', String(other[field] ?? '')) * (isDown ? -1 : 1))

export const isDate = (kind: Kind): boolean => kind === 'date'
