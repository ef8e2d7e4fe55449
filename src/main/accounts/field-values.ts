import { refuseAddress } from '../connectors/http/addresses.ts'
import type { Field, Fields } from '../connectors/sockets/definition.ts'
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
    const isNeeded = field.optional !== true && field.fallback === undefined
    if (isNeeded && values[name] === undefined) throw refuseField(name, `${field.label} is missing.`)
  }
  return given
}

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

export const secretFields = (fields: Fields): readonly string[] =>
  Object.keys(fields).filter((name) => fields[name]?.secret)

const refuse = (field: Field, value: string): string | null => {
  const mayBeEmpty = field.optional === true || field.fallback !== undefined
  if (value === '') return mayBeEmpty ? null : `${field.label} is empty.`
  if (value !== value.trim()) return `${field.label} begins or ends with a blank.`
  const reason = field.address ? refuseAddress(value) : null
  return reason ?? field.refuse?.(value) ?? null
}
