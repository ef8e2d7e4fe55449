import { REFERENCE_LINE } from './facts.ts'

/** The marketplace's references on an order's internal note: each on a line of its own, compared exactly (lightspeed.md 2.5). */
export const referencesIn = (memo: string): readonly string[] =>
  memo.split(/\r?\n/).flatMap((line) => REFERENCE_LINE.exec(line.trim())?.[1] ?? [])

export const bearsReference = (memo: string, reference: string): boolean => referencesIn(memo).includes(reference)
