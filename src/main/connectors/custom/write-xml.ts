import type { Canonical } from './canonical.ts'
import type { Filling } from './fill.ts'
import type { Body } from './formats.ts'
import { filledBody, isList } from './write-json.ts'

/**
 * The body's one member is the root; a list repeats its element, `@name` is an attribute, `#text` the text beside attributes. What no XML
 * can hold is left out.
 */
export const writeXml = (
  body: Body,
  canonical: Canonical,
  filling: Omit<Filling, 'values'>,
  encoding: 'UTF-8' | 'windows-1252' = 'UTF-8',
): string => {
  const filled = filledBody(body, canonical, filling)
  return `<?xml version="1.0" encoding="${encoding}"?>\n${members(filled)
    .map(([name, root]) => element(name, root))
    .join('')}\n`
}

const element = (name: string, body: Body): string => {
  if (isList(body)) return body.map((one) => element(name, one)).join('')
  const inside = members(body)
  const attributes = inside
    .filter(([member]) => member.startsWith('@'))
    .map(([member, value]) => ` ${member.slice(1)}="${escaped(plain(value))}"`)
  const children = inside.map(([member, value]) => {
    if (member.startsWith('@')) return ''
    return member === '#text' ? escaped(plain(value)) : element(member, value)
  })
  const content = inside.length > 0 ? children.join('') : escaped(plain(body))
  return `<${name}${attributes.join('')}>${content}</${name}>`
}

const members = (body: Body): readonly (readonly [string, Body])[] =>
  body === null || typeof body !== 'object' || isList(body) ? [] : Object.entries(body)

const plain = (body: Body): string => (body === null || typeof body === 'object' ? '' : String(body))

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no spelling at all for these
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

/** Readers turn a bare carriage return into a line feed, and both into a blank within an attribute. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .replace(/[&<>"\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)
