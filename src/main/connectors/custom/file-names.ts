import { applyFilter, type Filtered } from './filters.ts'
import { parsePattern } from './pattern.ts'
import type { Template } from './template.ts'

/** A name that a file can have everywhere: what else stands in it is written as `%` and its code, so that no two become one. */
export const safeName = (name: string): string =>
  Array.from(name.trim().normalize('NFC'), (character) => (ALLOWED.test(character) ? character : escaped(character)))
    .join('')
    .replace(/^\.+|\.+$/g, (dots) => '%2E'.repeat(dots.length))
const ALLOWED = /[\p{L}\p{N} ._()+=@,~-]/u
const escaped = (character: string): string =>
  Array.from(new TextEncoder().encode(character.toWellFormed()), (byte) => `%${byte.toString(16).toUpperCase()}`).join(
    '',
  )

/** `order_1.csv` becomes `order_1_r2.csv` at the second try; the first keeps its name. */
export const nameOfTry = (name: string, number: number): string =>
  number === 1 ? name : name.replace(/(?:\.[^.]*)?$/, `_r${number}$&`)

/** Which names of incoming files are meant by `shipments_*.csv`. */
export const matches = (pattern: string): RegExp =>
  new RegExp(`^${pattern.split('*').map(literally).join('.*')}$`, 'is')

/** Every name, of any try, that a pattern gives the order of this reference; whatever else it holds is anything. */
export const namesOf = (pattern: string, reference: string, tables: Template): RegExp => {
  const pieces = parsePattern(pattern).map((piece) => {
    if (typeof piece === 'string') return literally(safePart(piece))
    if (piece.name !== 'order.ref') return '.*'
    const filled = piece.filters.reduce<Filtered>((so, filter) => applyFilter(so, filter, tables), reference)
    return literally(safePart(String(filled)))
  })
  return new RegExp(`^${pieces.join('').replace(/((?:\\\.[^.\\]*)?)$/, '(_r\\d+)?$1')}$`, 's')
}
const safePart = (text: string): string => Array.from(text, (one) => (ALLOWED.test(one) ? one : escaped(one))).join('')
const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
