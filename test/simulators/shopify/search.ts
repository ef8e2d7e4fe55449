/** A document of the index: its texts by field. */
export type Indexed = Readonly<Record<string, string | readonly string[] | number>>

/**
 * A subset of Shopify's search language: `field:value`, `field:'a phrase'`, `field:>5`, AND (or nothing) and OR. It is no equality: values and
 * texts are cut into words, capitals do not count, and the last word may be the beginning of one (shopify.md 2.2).
 */
export const matches = (query: string, document: Indexed): boolean =>
  query.split(/\sOR\s/).some((all) => termsOf(all).every((term) => fits(term, document)))

interface Term {
  readonly field: string
  readonly value: string
}

const TERM = /([a-z_]+):('(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|\S+)/g

const termsOf = (text: string): readonly Term[] => {
  const terms = [...text.matchAll(TERM)].map(([, field = '', raw = '']) => ({
    field,
    value: /^['"]/.test(raw) ? raw.slice(1, -1).replaceAll(/\\(.)/g, '$1') : raw,
  }))
  const rest = text
    .replaceAll(TERM, '')
    .replaceAll(/\bAND\b/g, '')
    .trim()
  // What is no term is looked for everywhere there; here it would only hide a mistake.
  if (rest !== '') throw new Error(`Not in the simulator's search: ${rest}`)
  return terms
}

const fits = ({ field, value }: Term, document: Indexed): boolean => {
  const there = document[field]
  if (there === undefined) throw new Error(`Not in the simulator's search: ${field}`)
  if (typeof there === 'number') return isInRange(value, there)
  return [there].flat().some((text) => hasWords(wordsOf(text), wordsOf(value)))
}

const isInRange = (value: string, there: number): boolean => {
  const [, sign = '', digits = ''] = /^([<>]=?)?(.+)$/.exec(value) ?? []
  const limit = /^\d+$/.test(digits) ? Number(digits) : Date.parse(digits)
  if (sign === '>') return there > limit
  if (sign === '>=') return there >= limit
  if (sign === '<') return there < limit
  return sign === '<=' ? there <= limit : there === limit
}

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

const hasWords = (words: readonly string[], wanted: readonly string[]): boolean =>
  words.some((_, from) =>
    wanted.every((word, at) => {
      const there = words[from + at] ?? ''
      return at === wanted.length - 1 ? there.startsWith(word) : there === word
    }),
  )
