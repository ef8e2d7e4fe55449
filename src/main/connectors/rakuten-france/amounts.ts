import { parseCents } from '../../domain/money.ts'
import type { XmlElement } from '../http/read-xml.ts'
import { unreadable } from './unreadable.ts'

interface Amount {
  readonly cents: number
  readonly currency: string
}

/** A price (4): `amount` with a dot and any number of decimals, `currency`. Throws when it is missing, malformed or negative. */
export const readAmount = (parent: XmlElement, name: string): Amount => {
  const cents = parseCents(parent.text(`${name}/amount`))
  if (cents === null || cents < 0)
    throw unreadable(`“${name}” is no amount`, { field: name, value: parent.text(`${name}/amount`) })
  return { cents, currency: parent.text(`${name}/currency`) }
}

/** A text that must be there. */
export const readRequired = (parent: XmlElement, name: string): string => {
  const text = parent.text(name)
  if (text === '') throw unreadable(`“${name}” is missing from “${parent.name}”`, { field: name })
  return text
}

/** An element that must be there, be it empty: its absence is not the same as nothing in it. */
export const readRequiredElement = (parent: XmlElement, path: string): XmlElement => {
  const element = parent.at(path)
  if (element === undefined) throw unreadable(`“${path}” is missing`, { field: path })
  return element
}
