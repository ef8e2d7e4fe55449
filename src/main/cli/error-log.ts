import { inspect } from 'node:util'

type Facts = Readonly<Record<string, unknown>>

export interface Log {
  info(text: string, facts?: Facts): void
  warn(text: string, facts?: Facts): void
  error(text: string, facts?: Facts): void
}

const shown = (facts: Facts): string =>
  Object.entries(facts)
    .map(([name, value]) => ` ${name}=${typeof value === 'string' ? value : inspect(value, { breakLength: Infinity })}`)
    .join('')

/** The log on standard error: one line for each thing that happened, `2026-11-24T13:00:00.000Z warn …`. */
export const createErrorLog = (write: (text: string) => void, nowIso: () => string, level: 'info' | 'warn'): Log => {
  const line =
    (word: string) =>
    (text: string, facts: Facts = {}) =>
      write(`${nowIso()} ${word} ${text}${shown(facts)}\n`)
  return { info: level === 'info' ? line('info') : () => {}, warn: line('warn'), error: line('error') }
}
