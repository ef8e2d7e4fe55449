/** Where a value stands in a text of JSON. */
export interface Place {
  readonly from: number
  readonly to: number
}

export interface Entry extends Place {
  /** In a list its number, from 0. */
  readonly key: string
}

/**
 * Looks into a text that is JSON already, without taking it apart: what is changed is put back into the very text, so that everything else
 * stays as somebody wrote it, to the blank.
 */
export const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** The value at a path; null: there is none. */
export const placeAt = (text: string, path: readonly string[]): Place | null => {
  const from = afterBlanks(text, 0)
  return path.reduce<Place | null>((place, name) => place && lastNamed(entriesOf(text, place), name), {
    from,
    to: endOf(text, from),
  })
}

/** Of several entries of one name the last one counts, as in any reader of JSON. */
const lastNamed = (entries: readonly Entry[], name: string): Entry | null =>
  entries.findLast(({ key }) => key === name) ?? null

/** The entries of an object or a list, in the order in which they are written. */
export const entriesOf = (text: string, { from }: Place): readonly Entry[] => {
  const isList = text[from] === '['
  if (!isList && text[from] !== '{') return []
  const entries: Entry[] = []
  let at = afterBlanks(text, from + 1)
  while (text[at] !== ']' && text[at] !== '}' && at < text.length) {
    const keyEnd = isList ? at : endOf(text, at)
    // A key is a string of JSON that was found whole.
    const key = isList ? String(entries.length) : String(JSON.parse(text.slice(at, keyEnd)))
    const start = isList ? at : afterBlanks(text, afterBlanks(text, keyEnd) + 1)
    const to = endOf(text, start)
    entries.push({ key, from: start, to })
    at = afterBlanks(text, to)
    if (text[at] === ',') at = afterBlanks(text, at + 1)
  }
  return entries
}

const afterBlanks = (text: string, at: number): number => {
  let next = at
  while (next < text.length && ' \t\r\n'.includes(text[next] ?? '')) next += 1
  return next
}

const endOf = (text: string, from: number): number => {
  if (text[from] === '"') return endOfString(text, from)
  if (text[from] !== '{' && text[from] !== '[') return endOfWord(text, from)
  // By counting, not by descending: a text can be nested deeper than a stack.
  let depth = 0
  let at = from
  while (at < text.length) {
    const sign = text[at]
    if (sign === '"') {
      at = endOfString(text, at)
      continue
    }
    if (sign === '{' || sign === '[') depth += 1
    if (sign === '}' || sign === ']') depth -= 1
    at += 1
    if (depth === 0) return at
  }
  return at
}

const endOfString = (text: string, from: number): number => {
  let at = from + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at + 1
}

const endOfWord = (text: string, from: number): number => {
  let at = from
  while (at < text.length && !',]} \t\r\n'.includes(text[at] ?? '')) at += 1
  return at
}
