import type { Fields } from '../connectors/sockets/definition.ts'
import { Fault } from '../domain/fault.ts'
import { type ConfiguredValue, pathText } from './configuration-file.ts'
import { refuseField, type SortedValues, sortGiven, type Values } from './field-values.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** What a file says about one account, with the environment's values filled in. */
export interface ConfiguredValues {
  /** All that are set, as a form would give them. */
  readonly values: Values
  readonly sorted: SortedValues
  /** Secret fields and the variables that hold them. */
  readonly variables: Values
  /** Secret fields whose variable is not set; good enough where the secret is kept already. */
  readonly unset: readonly string[]
}

/** @param path where the settings stand in the file, for the refusal */
export const readConfigured = (
  fields: Fields,
  settings: Readonly<Record<string, ConfiguredValue>>,
  environment: Environment,
  path: string,
): ConfiguredValues => {
  const values: Record<string, string> = {}
  const variables: Record<string, string> = {}
  const unset: string[] = []
  for (const [name, value] of Object.entries(settings)) {
    const isSecret = Object.hasOwn(fields, name) && fields[name]?.secret === true
    if (typeof value === 'string') {
      if (isSecret)
        throw refuseAt(path, name, 'a secret is not written into the file. Write { "env": "NAME" } instead.')
      values[name] = value
      continue
    }
    const found = environment[value.env] ?? ''
    if (found === '' && !isSecret) throw refuseAt(path, name, notSet(value.env))
    if (found === '') unset.push(name)
    else values[name] = found
    if (isSecret) variables[name] = value.env
  }
  return { values, sorted: atPath(path, () => sortGiven(fields, values)), variables, unset }
}

export const notSet = (variable: string): string => `the environment variable ${variable} is not set.`

export const refuseAt = (path: string, field: string, message: string): Fault => {
  const where = pathText([path, ...field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))])
  return refuseField(where, `${where}: ${message}`)
}

/** Names a refused field by its place in the file. @param path where it stands, or says so for each field */
export const atPath = <T>(path: string | ((field: string) => string), work: () => T): T => {
  try {
    return work()
  } catch (error) {
    const field = error instanceof Fault ? error.detail['field'] : undefined
    if (!(error instanceof Fault) || field === undefined) throw error
    throw refuseAt(typeof path === 'string' ? path : path(field), field, error.message)
  }
}
