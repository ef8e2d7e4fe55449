import type { Account } from '../account.ts'
import type { FaultKind } from '../faults.ts'
import type { Family } from '../options.ts'
import { node, text, withAttributes, type XmlElement } from '../wire/xml-writer.ts'

/** What an action is asked, once login, token, version and mandatory parameters have been found in order. */
export interface Question {
  readonly action: string
  readonly version: string
  readonly login: string
  /** A parameter of the query, '' when absent. */
  param(name: string): string
  /** Null unless a part named `file` was uploaded. */
  readonly file: { readonly name: string; readonly bytes: Buffer } | null
  readonly now: number
  readonly faults: ReadonlySet<FaultKind>
}

export interface Action {
  readonly family: Family
  /** Dates taken, newest first; the first is told as `lastversion`. */
  readonly versions: readonly string[]
  readonly mandatory?: readonly string[] | ((version: string) => readonly string[])
  readonly professionalOnly?: boolean
  /** The document to send: a result, or a refusal. */
  readonly answer: (question: Question, account: Account) => XmlElement
}

const SCHEMAS = 'https://static.fr.shopping.rakuten.com/res/schema'

/** The attributes of a root element; the exact URI of each action is not guaranteed by the spec (15.3). */
export const schemaAttributes = (schema: string, file: string): Readonly<Record<string, string>> => ({
  xmlns: `${SCHEMAS}/${schema}`,
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': `${SCHEMAS}/${schema} ${SCHEMAS}/${schema}/${file}.xsd`,
})

/** `<root><request>…</request><response>…</response></root>`; roots are irregular (section 4). */
export const result = (
  { root, schema }: { readonly root: string; readonly schema: string },
  version: string,
  request: readonly (XmlElement | null)[],
  response: readonly (XmlElement | null)[],
): XmlElement => withAttributes(plainResult(root, request, response), schemaAttributes(schema, `${schema}.${version}`))

/** Some answers carry no namespace at all. */
export const plainResult = (
  root: string,
  request: readonly (XmlElement | null)[],
  response: readonly (XmlElement | null)[],
): XmlElement => node(root, node('request', ...request), node('response', ...response))

export const user = ({ login }: Question): XmlElement => text('user', login)
export const version = (question: Question): XmlElement => text('version', question.version)
export const lastVersion = ({ versions }: Pick<Action, 'versions'>): XmlElement =>
  text('lastversion', versions[0] ?? '')
export const sellerId = ({ settings }: Account): XmlElement => text('sellerid', settings.sellerId)
