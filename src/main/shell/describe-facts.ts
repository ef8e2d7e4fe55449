import { withoutSecrets } from './without-secrets.ts'

/** The causes of an error, each with its own words: what else hangs on it (a request, an answer) is left out on purpose. */
const describeError = (error: unknown, depth = 0): string => {
  if (!(error instanceof Error)) return String(error)
  const cause =
    error.cause === undefined || depth === CAUSES ? '' : `\ncaused by ${describeError(error.cause, depth + 1)}`
  return `${error.stack ?? `${error.name}: ${error.message}`}${cause}`
}
const CAUSES = 5

const describe = (value: unknown): string => {
  if (value instanceof Error) return describeError(value)
  if (typeof value === 'string') return value
  return JSON.stringify(value, (_, inner: unknown) => (inner instanceof Error ? describeError(inner) : inner)) ?? ''
}

/** One entry of the log: the sentence, then the facts by name. */
export const describeEntry = (text: string, facts: Readonly<Record<string, unknown>> = {}): string =>
  withoutSecrets([text, ...Object.entries(facts).map(([name, value]) => `${name}=${describe(value)}`)].join(' '))
