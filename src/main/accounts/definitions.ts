import type { BackOfficeCapabilities, BackOfficeDefinition } from '../connectors/sockets/back-office.ts'
import type { MarketplaceDefinition } from '../connectors/sockets/marketplace.ts'
import type { BackOfficeAccount } from '../domain/connection.ts'
import { refuseField } from './field-values.ts'
import type { Registry } from './needs.ts'

export const marketplaceOf = ({ marketplaces }: Registry, id: string): MarketplaceDefinition =>
  named(marketplaces, id, 'marketplace')

export const backOfficeKindOf = ({ backOffices }: Registry, id: string): BackOfficeDefinition =>
  named(backOffices, id, 'kind')

/** What this one can do, filled in as it is. */
export const capabilitiesOf = (
  registry: Registry,
  { kind, settings }: Pick<BackOfficeAccount, 'kind' | 'settings'>,
): BackOfficeCapabilities => {
  const definition = backOfficeKindOf(registry, kind)
  return definition.capabilitiesOf?.(settings) ?? definition.capabilities
}

const named = <D extends { readonly id: string }>(definitions: readonly D[], id: string, field: string): D => {
  const definition = definitions.find((candidate) => candidate.id === id)
  if (definition !== undefined) return definition
  throw refuseField(
    field,
    `Navette does not know "${id}"; it knows ${definitions.map((known) => known.id).join(', ')}.`,
  )
}
