import { applyFilter, type Filtered } from './filters.ts'
import { type Piece, parsePattern } from './pattern.ts'
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
    // The order 21 is not the order 2.
    return `(?<![\\p{L}\\p{N}])${literally(safePart(String(filled)))}(?![\\p{L}\\p{N}])`
  })
  return new RegExp(`^${pieces.join('').replace(/((?:\\\.[^.\\]*)?)$/, '(_r\\d+)?$1')}$`, 'su')
}
const safePart = (text: string): string => Array.from(text, (one) => (ALLOWED.test(one) ? one : escaped(one))).join('')
const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** They keep two references two. */
const FAITHFUL = ['upper', 'lower', 'trim', 'url']

/** Why a pattern gives no order a name of its own, by which its file can be found again; null when it does. */
export const refuseName = (pattern: string, names: readonly string[]): string | null => {
  const pieces = parsePattern(pattern)
  const isOwn = (piece: Piece): boolean =>
    typeof piece !== 'string' &&
    names.includes(piece.name) &&
    piece.filters.every(({ name }) => FAITHFUL.includes(name))
  const at = pieces.findIndex(isOwn)
  if (at === -1) return `a name needs {{${names[0]}}}, whole: each order has a file of its own`
  const beside = [pieces[at - 1], pieces[at + 1]]
  const isApart =
    beside.every((piece) => piece === undefined || typeof piece === 'string') &&
    !/[\p{L}\p{N}]$/u.test(String(beside[0] ?? '')) &&
    !/^[\p{L}\p{N}]/u.test(String(beside[1] ?? ''))
  return isApart ? null : `{{${names[0]}}} must stand apart from what is beside it, by a sign such as _`
}
