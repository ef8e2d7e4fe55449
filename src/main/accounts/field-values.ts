import { refuseAddress } from '../connectors/http/addresses.ts'
import { type Field, type Fields, severalOf } from '../connectors/sockets/definition.ts'
import { Fault } from '../domain/fault.ts'

export type Values = Readonly<Record<string, string>>

/** The values of a form, told apart by where they are kept. */
export interface SortedValues {
  readonly plain: Values
  readonly secrets: Values
}

/** The refusal of one field of a form; `field` is its path there. Nothing has been stored. */
export const refuseField = (field: string, message: string): Fault =>
  new Fault('settings', message, { side: 'This PC', detail: { field } })

/** Checks a whole form: every field that is needed is there, none that is unknown, each as its connector wants it. */
export const sortValues = (fields: Fields, values: Values): SortedValues => {
  const given = sortGiven(fields, values)
  for (const [name, field] of Object.entries(fields)) {
    if (isNeeded(field, values) && (values[name] ?? '') === '') throw refuseField(name, `${field.label} is missing.`)
  }
  return given
}

const isNeeded = ({ optional, fallback, unless }: Field, values: Values): boolean =>
  unless === undefined ? optional !== true && fallback === undefined : (values[unless] ?? '') === ''

/** Checks only what is given: a change to a form that was complete before. An optional field is taken back with an empty text. */
export const sortGiven = (fields: Fields, values: Values): SortedValues => {
  const plain: Record<string, string> = {}
  const secrets: Record<string, string> = {}
  for (const [name, value] of Object.entries(values)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (field === undefined) throw refuseField(name, `There is no field called ${name}.`)
    const reason = refuse(field, value)
    if (reason !== null) throw refuseField(name, reason)
    if (field.secret) secrets[name] = value
    else plain[name] = value
  }
  return { plain, secrets }
}

/** All fields as a connector takes them: what is missing has its fallback, or is empty. */
export const completeValues = (fields: Fields, values: Values): Values =>
  Object.fromEntries(Object.entries(fields).map(([name, { fallback = '' }]) => [name, values[name] || fallback]))

export const refuseSecret = ({ secrets }: SortedValues): void => {
  const [secret] = Object.keys(secrets)
  if (secret !== undefined) throw refuseField(secret, 'A secret is entered as a new secret, so that it can be tested.')
}

export const secretFields = (fields: Fields): readonly string[] =>
  Object.keys(fields).filter((name) => fields[name]?.secret)

/** In characters. A template with a table of a thousand carriers fits into a document; a whole export of a shop, picked by mistake, does not. */
const LONGEST = { text: 5_000, document: 250_000 } as const

const refuse = (field: Field, value: string): string | null => {
  const mayBeEmpty = field.optional === true || field.fallback !== undefined
  if (value === '') return mayBeEmpty ? null : `${field.label} is empty.`
  // A file ends with a line end.
  if (!field.document && value !== value.trim()) return `${field.label} begins or ends with a blank.`
  if (value.trim() === '') return `${field.label} is empty.`
  const longest = field.document ? LONGEST.document : LONGEST.text
  if (value.length > longest) return `${field.label} is longer than ${longest.toLocaleString('en')} characters.`
  const reason = field.address ? refuseAddress(value) : refuseChoice(field, value)
  return reason ?? field.refuse?.(value) ?? null
}

/** What only the outside knows is not asked for here: a shop that is down would keep its own settings from being written. */
const refuseChoice = ({ label, choices, several }: Field, value: string): string | null => {
  const chosen = several ? severalOf(value) : [value]
  if (chosen.length === 0) return `${label} is empty.`
  if (choices === undefined || choices === 'from-outside') return null
  const stranger = chosen.find((one) => choices.every((choice) => choice.value !== one))
  if (stranger === undefined) return null
  return `${label} cannot be “${stranger}”, only ${choices.map((choice) => choice.value).join(', ')}.`
}
