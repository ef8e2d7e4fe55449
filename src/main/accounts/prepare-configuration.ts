import type { BackOfficeAccount, Connection } from '../domain/connection.ts'
import type { Configuration, ConfiguredBackOffice, ConfiguredConnection } from './configuration-file.ts'
import {
  atPath,
  type ConfiguredValues,
  notSet,
  readConfigured,
  refuseAt,
  type Surroundings,
} from './configured-values.ts'
import { backOfficeKindOf, marketplaceOf } from './definitions.ts'
import type { AccountNeeds } from './needs.ts'

/** One account of the file beside what is kept of it. */
interface Prepared<Entry, Account> {
  readonly entry: Entry
  /** Where it stands in the file. */
  readonly path: string
  readonly known: Account | null
  readonly read: ConfiguredValues
}

export type PreparedOffice = Prepared<ConfiguredBackOffice, BackOfficeAccount>
export type PreparedConnection = Prepared<ConfiguredConnection, Connection>

export interface PreparedConfiguration {
  readonly offices: readonly PreparedOffice[]
  readonly accounts: readonly PreparedConnection[]
}

/** Puts every value of the file together with what stands elsewhere, and refuses what is wrong by itself. Stores nothing. */
export const prepareConfiguration = (
  needs: AccountNeeds,
  { backOffices, connections }: Configuration,
  around: Surroundings,
): PreparedConfiguration => ({
  offices: backOffices.map((entry, index) => prepareOffice(needs, around, entry, `backOffices[${index}]`)),
  accounts: connections.map((entry, index) => prepareConnection(needs, around, entry, `connections[${index}]`)),
})

const prepareOffice = (
  { registry, repositories }: AccountNeeds,
  around: Surroundings,
  entry: ConfiguredBackOffice,
  path: string,
): PreparedOffice => {
  const known = repositories.backOffices.byLabel(entry.label)
  const { fields } = atPath(path, () => backOfficeKindOf(registry, entry.kind))
  if (known !== null && known.kind !== entry.kind) {
    throw refuseAt(path, 'kind', `${entry.label} is of the kind ${known.kind}, and stays it.`)
  }
  return { entry, path, known, read: readConfigured(fields, entry.settings, around, `${path}.settings`) }
}

const prepareConnection = (
  { registry, repositories }: AccountNeeds,
  around: Surroundings,
  entry: ConfiguredConnection,
  path: string,
): PreparedConnection => {
  const { fields } = atPath(path, () => marketplaceOf(registry, entry.marketplace))
  const read = readConfigured(fields, entry.settings, around, `${path}.settings`)
  const login = read.values['login']
  if (login === undefined) throw refuseAt(`${path}.settings`, 'login', 'the account is missing.')
  const known = repositories.connections.byAccount(entry.marketplace, login)
  for (const key of ['label', 'backOffice'] as const) {
    if (known === null && entry[key] === undefined) throw refuseAt(path, key, 'a new connection needs it.')
  }
  return { entry, path, known, read }
}

/** A variable that is not set is good enough only where the keychain holds the secret already. */
export const refuseUnset = async (
  { secrets, secretNames }: AccountNeeds,
  { offices, accounts }: PreparedConfiguration,
  mode: 'keychain' | 'environment',
): Promise<void> => {
  const asked = [
    ...offices.map((office) => ({ ...office, nameOf: secretNames.ofBackOffice })),
    ...accounts.map((account) => ({ ...account, nameOf: secretNames.ofConnection })),
  ]
  for (const { path, known, read, nameOf } of asked) {
    for (const field of read.unset) {
      const isKept = mode === 'keychain' && known !== null && (await secrets.read(nameOf(known.id, field))) !== null
      const source = read.sources[field]
      if (!isKept) throw refuseAt(`${path}.settings`, field, notSet(source && 'env' in source ? source.env : ''))
    }
  }
}
