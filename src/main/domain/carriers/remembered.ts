/** The seller's answer to "which of these?", kept for numbers of the same prefix and length of one connection. */
export interface RememberedCarrier {
  readonly prefix: string
  readonly length: number
  /** A carrier's id, or the name of an own carrier. */
  readonly carrier: string
}

const PREFIX_LENGTH = 2

/** What to keep of an answer about a normalised number. */
export const rememberCarrier = (number: string, carrier: string): RememberedCarrier => ({
  prefix: number.slice(0, PREFIX_LENGTH),
  length: number.length,
  carrier,
})

/** The answer given for a number like this one; the latest, when there are several. */
export const recallCarrier = (number: string, remembered: readonly RememberedCarrier[]): string | null =>
  remembered.findLast(({ prefix, length }) => number.startsWith(prefix) && number.length === length)?.carrier ?? null
