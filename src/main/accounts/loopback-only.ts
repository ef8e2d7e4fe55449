import { isLoopback } from '../connectors/http/addresses.ts'
import type { Fields } from '../connectors/sockets/definition.ts'
import { backOfficeKindOf, marketplaceOf } from './definitions.ts'
import { completeValues, refuseField, type Values } from './field-values.ts'
import type { AccountNeeds } from './needs.ts'
import type { PreparedConfiguration } from './prepare-configuration.ts'
import { isPractice } from './reference-prefix.ts'

/** An account's form as it is, or will be once the configuration file is applied. */
interface Caller {
  readonly label: string
  readonly fields: Fields
  readonly values: Values
}

/**
 * Refuses unless every address, kept or in the file, is on this PC: `--now` lies about the time, and no real account may hear it.
 * A connector that asks for no address calls one of its own, unless it keeps everything in our database.
 */
export const refuseForeignAddresses = (
  needs: Pick<AccountNeeds, 'registry' | 'repositories'>,
  prepared: PreparedConfiguration,
): void => {
  const foreign = [...marketplaceCallers(needs, prepared), ...officeCallers(needs, prepared)].find(callsAway)
  if (foreign === undefined) return
  throw refuseField('now', `--now is for addresses on this PC only, and ${foreign.label} calls another.`)
}

const marketplaceCallers = (
  { registry, repositories }: Pick<AccountNeeds, 'registry' | 'repositories'>,
  { accounts }: PreparedConfiguration,
): readonly Caller[] => {
  const given = accounts.map(({ entry, known, read }) => ({
    label: entry.label ?? known?.label ?? entry.marketplace,
    fields: marketplaceOf(registry, entry.marketplace).fields,
    values: { ...known?.account, ...read.values },
  }))
  const kept = repositories.connections
    .list()
    .filter(({ id }) => !accounts.some(({ known }) => known?.id === id))
    .filter((connection) => !isPractice(connection))
    .map(({ label, marketplace, account }) => ({
      label,
      fields: marketplaceOf(registry, marketplace).fields,
      values: account,
    }))
  return [...given, ...kept]
}

const officeCallers = (
  { registry, repositories }: Pick<AccountNeeds, 'registry' | 'repositories'>,
  { offices }: PreparedConfiguration,
): readonly Caller[] => {
  const given = offices.map(({ entry, known, read }) => ({
    ...{ label: entry.label, kind: entry.kind },
    values: { ...known?.settings, ...read.values },
  }))
  const kept = repositories.backOffices
    .list()
    .filter(({ id }) => !offices.some(({ known }) => known?.id === id))
    .map(({ label, kind, settings }) => ({ label, kind, values: settings }))
  return [...given, ...kept]
    .map(({ label, kind, values }) => ({ label, values, definition: backOfficeKindOf(registry, kind) }))
    .filter(({ definition }) => definition.kind !== 'built-in')
    .map(({ label, values, definition }) => ({ label, values, fields: definition.fields }))
}

const callsAway = ({ fields, values }: Caller): boolean => {
  const complete = completeValues(fields, values)
  const names = Object.keys(fields).filter((name) => fields[name]?.address)
  return names.length === 0 || names.some((name) => isForeign(complete[name] ?? ''))
}

/** An optional address that is empty is called by nobody. */
const isForeign = (address: string): boolean =>
  address !== '' && !(URL.canParse(address) && isLoopback(new URL(address)))
