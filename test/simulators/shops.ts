import { backOffices } from '../../src/main/connectors/registry.ts'
import type { BackOfficeDefinition } from '../../src/main/connectors/sockets/back-office.ts'
import { startCustomFolderSimulator, startCustomSftpSimulator } from './custom-files/index.ts'
import { simulators } from './index.ts'
import type { AnySimulator, SimulatorOptions } from './simulator.ts'

/** A back office that can be connected, and a stand-in to connect it to. */
export interface Shop {
  /** One back office may be reached in several ways. */
  readonly name: string
  /** It is reached by files, not by calls. */
  readonly wireless?: true
  readonly definition: BackOfficeDefinition
  readonly start: (options: SimulatorOptions) => Promise<AnySimulator>
}

const starts: Readonly<Record<string, Shop['start']>> = simulators
/** Those reached without calls, by the id of their connector. */
const withoutCalls: Readonly<Record<string, Readonly<Record<string, Shop['start']>>>> = {
  custom: { 'Custom (folder)': startCustomFolderSimulator, 'Custom (SFTP)': startCustomSftpSimulator },
}

/** All that have a stand-in, in the order of the registry. */
export const shops: readonly Shop[] = backOffices.flatMap((definition) => {
  const start = starts[definition.id]
  const others = withoutCalls[definition.id]
  const name = others === undefined ? definition.title : `${definition.title.replace(/ \(.*/, '')} (interface)`
  return [
    ...(start === undefined ? [] : [{ name, definition, start }]),
    ...Object.entries(others ?? {}).map(([way, begin]) => ({
      ...{ name: way, definition, start: begin },
      wireless: true as const,
    })),
  ]
})

/** What goes into a configuration file, and the secrets it only names. */
export const asConfigured = ({ fields }: Shop['definition'], values: AnySimulator['values']) => {
  const given = Object.entries(values).map(([field, value]) => ({ field, value, isSecret: fields[field]?.secret }))
  const variableOf = (field: string): string => `SHOP_${field.toUpperCase()}`
  return {
    settings: Object.fromEntries(
      given.map(({ field, value, isSecret }) => [field, isSecret ? { env: variableOf(field) } : value]),
    ),
    environment: Object.fromEntries(
      given.filter(({ isSecret }) => isSecret).map(({ field, value }) => [variableOf(field), value]),
    ),
  }
}
