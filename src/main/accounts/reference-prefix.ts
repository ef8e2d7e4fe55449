import type { Connection } from '../domain/connection.ts'

const PREFIX = 'RKT'
const PRACTICE_PREFIX = 'TRY'

/** Invented orders bear their own prefix, so that nobody takes them for real ones. */
export const isPractice = ({ referencePrefix }: Pick<Connection, 'referencePrefix'>): boolean =>
  referencePrefix.startsWith(PRACTICE_PREFIX)

/** The first prefix nobody used in a back office: `RKT`, then `RKT2`… Two sellers can share a purchase id (product.md section 4, step 4). */
export const freePrefix = (practice: boolean, taken: readonly string[]): string => {
  const word = practice ? PRACTICE_PREFIX : PREFIX
  for (let count = 1; ; count += 1) {
    const prefix = count === 1 ? word : `${word}${count}`
    if (!taken.includes(prefix)) return prefix
  }
}
