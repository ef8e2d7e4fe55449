import { Fault } from '../../domain/fault.ts'
import { type Filling, fill } from './fill.ts'
import { DoesNotFit } from './filters.ts'

/** A path of the template behind the address of the form. What is inserted is written for an address, so that it stays one value of it. */
export const addressOf = (baseUrl: string, path: string, filling: Filling, side: string): URL => {
  const base = baseOf(baseUrl, side)
  const filled = fill(path, filling, (value) => encodeURIComponent(value.toWellFormed()))
  // The slash in between keeps a path that begins with “@” or “:” from becoming another host.
  return new URL(`${base.origin}${base.pathname.replace(/\/+$/, '')}/${filled.replace(/^\/+/, '')}`)
}

/** Throws a `Fault` settings where the form names none. */
export const baseOf = (baseUrl: string, side: string): URL => {
  if (URL.canParse(baseUrl)) return new URL(baseUrl)
  const message = `${side} has no address of its interface yet: the template speaks to one.`
  throw new Fault('settings', message, { side, detail: { field: 'baseUrl' } })
}

/** Values of headers; what a header cannot hold does not fit. */
export const headersOf = (
  headers: Readonly<Record<string, string>>,
  filling: Filling,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, pattern]) => {
      const value = fill(pattern, filling)
      if (!/^[\t -~]*$/.test(value)) throw new DoesNotFit(`the header “${name}” holds ASCII only: use |ascii or |url`)
      return [name, value]
    }),
  )
