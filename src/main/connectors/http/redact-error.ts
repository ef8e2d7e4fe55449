import type { Redact } from './redact.ts'

/** A copy of an error and of all it was caused by, fit for the log: what a library throws may quote the address it was given. */
export const redactError = (error: unknown, redact: Redact, depth = 0): Error => {
  if (!(error instanceof Error)) return new Error(redact(String(error)))
  // A chain that bites its tail must end somewhere.
  const cause = error.cause === undefined || depth > 8 ? undefined : redactError(error.cause, redact, depth + 1)
  const copy = new Error(redact(error.message), cause && { cause })
  copy.name = error.name
  if (error.stack !== undefined) copy.stack = redact(error.stack)
  return Object.assign(copy, 'code' in error ? { code: error.code } : {})
}
