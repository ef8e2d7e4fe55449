import { LONGEST_TEXT, STREET_LINES } from './facts.ts'

/** The street in as many lines as there are, broken between words only; null when it does not fit. Nothing is ever cut off. */
export const streetLines = (parts: readonly string[]): readonly string[] | null => {
  const lines = parts.filter((part) => part !== '').flatMap(wrapped)
  return lines.length <= STREET_LINES && lines.every(({ length }) => length <= LONGEST_TEXT) ? lines : null
}

const wrapped = (part: string): readonly string[] => {
  const lines: string[] = []
  for (const word of part.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= LONGEST_TEXT) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
