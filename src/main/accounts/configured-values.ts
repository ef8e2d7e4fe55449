import type { Fields } from '../connectors/sockets/definition.ts'
import { Fault } from '../domain/fault.ts'
import type { SecretSource } from '../secrets/environment.ts'
import { type ConfiguredValue, pathText } from './configuration-file.ts'
import type { FileText } from './configured-files.ts'
import { refuseField, type SortedValues, sortGiven, type Values } from './field-values.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** What values of the file may point to. */
export interface Surroundings {
  readonly environment: Environment
  /** By path, as the file writes it. */
  readonly files: ReadonlyMap<string, FileText>
}

/** What a file says about one account, with the values from elsewhere filled in. */
export interface ConfiguredValues {
  /** All that are set, as a form would give them. */
  readonly values: Values
  readonly sorted: SortedValues
  /** Secret fields and where each is read from. */
  readonly sources: Readonly<Record<string, SecretSource>>
  /** Secret fields whose variable is not set; good enough where the secret is kept already. */
  readonly unset: readonly string[]
}

/** @param path where the settings stand in the file, for the refusal */
export const readConfigured = (
  fields: Fields,
  settings: Readonly<Record<string, ConfiguredValue>>,
  { environment, files }: Surroundings,
  path: string,
): ConfiguredValues => {
  const values: Record<string, string> = {}
  const sources: Record<string, SecretSource> = {}
  const unset: string[] = []
  for (const [name, value] of Object.entries(settings)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    const isSecret = field?.secret === true
    if (typeof value === 'string') {
      if (isSecret) throw refuseAt(path, name, SECRET_WRITTEN)
      values[name] = value
      continue
    }
    if ('file' in value) {
      const { place, text, problem } = files.get(value.file) ?? NOT_READ
      if (problem !== null) throw refuseAt(path, name, problem)
      // What is one line ends, in a file, with a line end.
      values[name] = field?.document ? text : text.trim()
      if (isSecret) sources[name] = { file: place }
      continue
    }
    const found = environment[value.env] ?? ''
    if (found === '' && !isSecret) throw refuseAt(path, name, notSet(value.env))
    if (found === '') unset.push(name)
    else values[name] = found
    if (isSecret) sources[name] = { env: value.env }
  }
  return { values, sorted: atPath(path, () => sortGiven(fields, values)), sources, unset }
}

const SECRET_WRITTEN = 'a secret is not written into the file. Write { "env": "NAME" } or { "file": "path" } instead.'
const NOT_READ: FileText = { place: '', text: '', problem: 'its file was not read.' }

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
