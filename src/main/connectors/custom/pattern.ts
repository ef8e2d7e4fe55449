/** A text with placeholders, taken apart: `{{order.shippingCity|upper|max(35)}}`. */
export type Piece = string | Placeholder

export interface Placeholder {
  readonly name: string
  readonly filters: readonly FilterCall[]
}

export interface FilterCall {
  readonly name: string
  readonly args: readonly string[]
}

/** The pattern cannot be read; the message says from where on. */
export class BadPattern extends Error {
  override readonly name = 'BadPattern'
}

/** What stands in quotes may hold anything, the signs that end a filter or a placeholder included. */
const PLACEHOLDER = /\{\{\s*([a-z][\w.]*)\s*((?:[^{}"']|"[^"]*"|'[^']*')*)\}\}/gi
const FILTER = /\|\s*([a-z]\w*)\s*(?:\(((?:[^()"']|"[^"]*"|'[^']*')*)\)\s*)?/giy
const ARGUMENT = /\s*(?:"([^"]*)"|'([^']*)'|(\d+))\s*(?:,|$)/gy

export const parsePattern = (pattern: string): readonly Piece[] => {
  const pieces: Piece[] = []
  let end = 0
  for (const match of pattern.matchAll(PLACEHOLDER)) {
    const [whole, name = '', filters = ''] = match
    pieces.push(literal(pattern.slice(end, match.index)), { name, filters: filtersOf(filters, whole) })
    end = match.index + whole.length
  }
  pieces.push(literal(pattern.slice(end)))
  return pieces.filter((piece) => piece !== '')
}

const literal = (text: string): string => {
  if (text.includes('{{')) throw new BadPattern(`“${text.slice(text.indexOf('{{'))}” is no placeholder`)
  return text
}

const filtersOf = (text: string, whole: string): readonly FilterCall[] =>
  wholly(text, FILTER, whole).map(([, name = '', args = '']) => ({ name, args: argumentsOf(args, whole) }))

const argumentsOf = (text: string, whole: string): readonly string[] =>
  wholly(text, ARGUMENT, whole).map(([, double, single, number]) => double ?? single ?? number ?? '')

/** Every match, one after the other; together they must be the text. */
const wholly = (text: string, expression: RegExp, whole: string): readonly RegExpMatchArray[] => {
  const matches = Array.from(text.matchAll(expression))
  const length = matches.reduce((sum, [match]) => sum + match.length, 0)
  if (length !== text.length) throw new BadPattern(`“${whole}” cannot be understood`)
  return matches
}
