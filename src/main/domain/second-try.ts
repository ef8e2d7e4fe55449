/** A try whose outcome is unknown is followed by look-ups; the next one comes no sooner than this (product.md section 4, step 4). */
const BEFORE_A_SECOND_TRY_MS = 5 * 60_000

/** Until when, in milliseconds since 1970, a try in doubt may still show in a look-up; there is one at least. */
export const patienceWith = (
  { indexDelaySeconds }: { readonly indexDelaySeconds: number },
  tries: readonly { readonly openedAt: string }[],
): number =>
  Math.max(...tries.map(({ openedAt }) => Date.parse(openedAt))) + BEFORE_A_SECOND_TRY_MS + indexDelaySeconds * 1000
