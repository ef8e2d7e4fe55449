import type { BackOffice } from '../connectors/sockets/back-office.ts'
import type { Fields } from '../connectors/sockets/definition.ts'
import type { Marketplace } from '../connectors/sockets/marketplace.ts'
import type { Http, Ports } from '../connectors/sockets/ports.ts'
import type { BackOfficeAccount, Connection } from '../domain/connection.ts'
import { Fault } from '../domain/fault.ts'
import { backOfficeKindOf, marketplaceOf } from './definitions.ts'
import { completeValues, secretFields, type Values } from './field-values.ts'
import type { AccountNeeds } from './needs.ts'
import { isPractice } from './reference-prefix.ts'

interface Trial {
  /** One whose records may be read; nothing of the try is written there. */
  readonly kept?: BackOfficeAccount
  /** Nothing but GET leaves. */
  readonly onlyReading?: boolean
}

export type Opening = ReturnType<typeof createOpening>

/** Joins a connector to what was kept about an account. Secrets are read every time, so that a new one counts from the next cycle on. */
export const createOpening = ({
  repositories,
  secrets,
  secretNames,
  registry,
  portsFor,
  startPractice,
}: AccountNeeds) => {
  const readSecrets = async (
    fields: Fields,
    names: (field: string) => string,
    label: string,
  ): Promise<Record<string, string>> => {
    const values: Record<string, string> = {}
    for (const name of secretFields(fields)) {
      const value = await secrets.read(names(name))
      if (value !== null) values[name] = value
      else if (fields[name]?.optional !== true) throw missingSecret(fields[name]?.label ?? name, label, name)
    }
    return values
  }

  const marketplaceValues = async (connection: Connection, fields: Fields): Promise<Values> => {
    if (isPractice(connection)) return { ...connection.account, ...(await startPractice()) }
    const names = (field: string) => secretNames.ofConnection(connection.id, field)
    const kept = await readSecrets(fields, names, connection.label)
    return { ...connection.account, login: connection.login, ...kept }
  }

  const opening = {
    /** Everything secret about a connection in one text: to be fingerprinted, so that a change is seen. */
    async secretsOf(connection: Connection): Promise<string> {
      const { fields } = marketplaceOf(registry, connection.marketplace)
      const office = repositories.backOffices.get(connection.backOfficeId)
      const officeFields = office === null ? {} : backOfficeKindOf(registry, office.kind).fields
      const names = [
        ...secretFields(fields).map((field) => secretNames.ofConnection(connection.id, field)),
        ...secretFields(officeFields).map((field) => secretNames.ofBackOffice(connection.backOfficeId, field)),
      ]
      return JSON.stringify(await Promise.all(names.map((name) => secrets.read(name))))
    },

    async openMarketplace(connection: Connection): Promise<Marketplace> {
      const definition = marketplaceOf(registry, connection.marketplace)
      const values = await marketplaceValues(connection, definition.fields)
      const account = { scope: `connection:${connection.id}`, side: definition.title, connectionId: connection.id }
      return definition.connect(completeValues(definition.fields, values), portsFor(account))
    },

    /** An account as a form gives it, to be tested before anything is kept. */
    tryMarketplace(id: string, values: Values): Marketplace {
      const { fields, title, connect } = marketplaceOf(registry, id)
      return connect(completeValues(fields, values), portsFor({ scope: null, side: title, connectionId: null }))
    },

    /** @param skuSource the field of its products that holds the marketplace's SKU, as the connection says */
    async openBackOffice(id: number, skuSource: string): Promise<BackOffice> {
      const account = repositories.backOffices.get(id)
      if (account === null) throw new Fault('settings', 'The back office of this order is not there any more.')
      const definition = backOfficeKindOf(registry, account.kind)
      const names = (field: string) => secretNames.ofBackOffice(id, field)
      const kept = await readSecrets(definition.fields, names, account.label)
      const values = completeValues(definition.fields, { ...account.settings, ...kept })
      const ports = portsFor({ scope: backOfficeScope(account), side: account.label, connectionId: null })
      return definition.connect(values, { ...ports, skuSource: knownSource(skuSource, definition.skuSources) })
    },

    /** Null for one whose orders are not kept in our own database. */
    async openLocalOffice(id: number, skuSource: string): Promise<BackOffice | null> {
      const account = repositories.backOffices.get(id)
      const isLocal = account !== null && backOfficeKindOf(registry, account.kind).kind === 'built-in'
      return isLocal ? opening.openBackOffice(id, skuSource) : null
    },

    tryBackOffice(kind: string, values: Values, { kept, onlyReading }: Trial = {}): BackOffice {
      const { fields, title, skuSources, connect } = backOfficeKindOf(registry, kind)
      const ports = portsFor({
        ...{ scope: null, side: kept?.label ?? title, connectionId: null },
        ...(kept && { reads: backOfficeScope(kept) }),
      })
      const http = onlyReading ? readingOnly(ports) : ports.http
      return connect(completeValues(fields, values), { ...ports, http, skuSource: knownSource('sku', skuSources) })
    },
  }
  return opening
}

/** Under which name a back office keeps its records; This PC its products and orders. */
export const backOfficeScope = ({ id }: Pick<BackOfficeAccount, 'id'>): string => `back-office:${id}`

/** `sku` stands for whatever the back office calls it. */
const knownSource = (wanted: string, [first = wanted, ...others]: readonly string[]): string =>
  others.includes(wanted) ? wanted : first

/** What is asked of a form while it is typed changes nothing outside, whatever stands in it for a moment. */
const readingOnly = ({ http, side }: Pick<Ports, 'http' | 'side'>): Http => ({
  async send(request) {
    if (request.method === 'GET') return http.send(request)
    throw new Fault('settings', `This is more than reading, so ${side} is asked only when you press for it.`, { side })
  },
})

const missingSecret = (field: string, label: string, name: string): Fault =>
  new Fault('credentials', `${field} of ${label} is not in the keychain. Enter it again.`, {
    side: label,
    detail: { field: name },
  })
