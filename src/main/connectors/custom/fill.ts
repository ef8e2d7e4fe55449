import { isAmount, type Values } from './canonical.ts'
import { applyFilter, DoesNotFit, type Filtered, type Tables } from './filters.ts'
import type { Decimal } from './formats.ts'
import { type Placeholder, parsePattern } from './pattern.ts'

/** What a pattern is filled from. */
export interface Filling {
  readonly values: Values
  readonly tables: Tables
  /** How amounts are written; a point unless said. */
  readonly decimal?: Decimal
}

/**
 * The text of a pattern, each inserted value as `written` has it. Throws `DoesNotFit` (and `BadPattern` for one that `refuseTemplate` would
 * not let through).
 */
export const fill = (pattern: string, filling: Filling, written: (value: string) => string = asItIs): string =>
  parsePattern(pattern)
    .map((piece) => (typeof piece === 'string' ? piece : written(textOf(valueFor(piece, filling)))))
    .join('')

const asItIs = (value: string): string => value

/** As a member of JSON: one placeholder by itself may be a number (`number`, `cents`; null when there is nothing) or a list. */
export const fillMember = (pattern: string, filling: Filling): string | number | null | readonly string[] => {
  const [only, ...others] = parsePattern(pattern)
  if (only === undefined || typeof only === 'string' || others.length > 0) return fill(pattern, filling)
  const value = valueFor(only, filling)
  if (typeof value !== 'string' || !isNumber(only)) return value
  return value === '' ? null : Number(value)
}

const valueFor = (placeholder: Placeholder, { values, tables, decimal = '.' }: Filling): Filtered => {
  const { name, filters } = placeholder
  const value = values[name]
  if (value === undefined) throw new DoesNotFit(`there is no “${name}” here`)
  const filtered = filters.reduce<Filtered>((so, filter) => about(name, () => applyFilter(so, filter, tables)), value)
  const takesSign = decimal === ',' && isAmount(name) && !isNumber(placeholder)
  return takesSign && typeof filtered === 'string' ? filtered.replace(/^(-?\d+)\.(\d+)$/, '$1,$2') : filtered
}

const about = <T>(name: string, work: () => T): T => {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof DoesNotFit) && !(error instanceof RangeError)) throw error
    throw new DoesNotFit(`“${name}” does not fit: ${error.message}`)
  }
}

const isNumber = ({ filters }: Placeholder): boolean =>
  filters.some(({ name }) => name === 'number' || name === 'cents')

const textOf = (value: Filtered): string => (typeof value === 'string' ? value : value.join(','))
