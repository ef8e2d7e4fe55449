import type { DocumentTableView } from '../../../preload/contract/shapes.ts'
import { isOpen, type Row } from './document-rows.ts'

type Choices = NonNullable<DocumentTableView['choices']>

/** Their word, and what it most likely means; null: nothing comes to mind. */
export interface Proposal {
  readonly theirs: string
  readonly ours: string | null
}

/** Shorter words stand in too many others. */
const TELLING = 4

/** Which of our words one of theirs is most like; null when it is like none, or like several. */
export const likeliest = (word: string, choices: Choices): string | null => {
  const bare = plain(word)
  if (bare === '') return null
  const named = choices.map(({ value, label, alike }) => ({ value, names: [value, label, ...alike].map(plain) }))
  const same = named.find(({ names }) => names.includes(bare))
  if (same !== undefined) return same.value
  const near = named.filter(({ names }) => names.some((name) => isNear(bare, name)))
  return near.length === 1 ? (near[0]?.value ?? null) : null
}

/** One is the beginning of the other: `trackingcode1`, `verzonden op`. */
const isNear = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) >= TELLING && (one.startsWith(other) || other.startsWith(one))

/** Case, accents, blanks and signs do not count. */
const plain = (word: string): string =>
  word
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '')

/**
 * Which of the words that turned up are not in the table yet. Where ours is the same few fields for everybody, a word that is like none of
 * them is nobody's business; a word for a state is always somebody's.
 */
export const proposalsFor = (
  { rows: shape, choices }: Pick<DocumentTableView, 'rows' | 'choices'>,
  rows: readonly Row[],
  words: readonly string[],
): readonly Proposal[] => {
  const known = new Set(rows.map(({ theirs }) => theirs.trim().toLowerCase()))
  const missing = [...new Set(words.map((word) => word.trim()))].filter(
    (word) => word !== '' && !known.has(word.toLowerCase()),
  )
  const proposals = missing.map((theirs) => ({ theirs, ours: choices && likeliest(theirs, choices) }))
  if (shape === 'theirs-first') return proposals
  const taken = new Set(rows.filter(({ theirs }) => !isOpen(theirs)).map(({ ours }) => ours))
  return proposals.filter(({ ours }) => ours !== null && !taken.has(ours))
}

/** The rows with a proposal taken: into the row that waited for it, otherwise in a new one. */
export const withProposal = (rows: readonly Row[], { theirs, ours }: Proposal): readonly Row[] => {
  const waiting = rows.findIndex((row) => row.ours === ours && !row.fixed && isOpen(row.theirs))
  return waiting < 0
    ? [...rows, { theirs, ours: ours ?? '' }]
    : rows.map((row, index) => (index === waiting ? { ...row, theirs } : row))
}
