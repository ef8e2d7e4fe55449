import { type Connection, DEFAULT_CONNECTION_SETTINGS } from '../domain/connection.ts'
import { changeSettings, inOtherOffice, type SettingsChange } from './connection-settings.ts'
import { backOfficeKindOf, marketplaceOf } from './definitions.ts'
import { refuseField, refuseSecret, sortGiven, sortValues, type Values } from './field-values.ts'
import { keepSecrets } from './kept-secrets.ts'
import type { AccountNeeds } from './needs.ts'
import type { ReferenceLedger } from './reference-ledger.ts'
import { isPractice } from './reference-prefix.ts'

export interface NewAccount {
  readonly marketplace: string
  readonly label: string
  /** All fields of the marketplace, secrets among them. */
  readonly values: Values
  readonly backOfficeId: number
  readonly settings: SettingsChange
  /** It makes no call of its own before it is resumed. */
  readonly paused: boolean
}

export interface ConnectionChange {
  readonly label?: string | undefined
  readonly backOfficeId?: number | undefined
  /** Fields that are no secrets. */
  readonly account?: Values | undefined
  readonly settings?: SettingsChange | undefined
}

interface Inserted {
  readonly connection: Connection
  readonly secrets: Values
}

export type Connecting = ReturnType<typeof createConnecting>

/** Adds connections and changes them. Whatever is wrong is refused before anything is stored. */
export const createConnecting = (needs: AccountNeeds, ledger: ReferenceLedger) => {
  const { repositories, registry, secrets, secretNames, carrierIds, clock } = needs
  const { connections, backOffices } = repositories

  const get = (id: number): Connection => {
    const connection = connections.get(id)
    if (connection !== null && connection.removedAt === null) return connection
    throw refuseField('id', 'This connection is not there any more.')
  }
  const factsOf = (backOfficeId: number) => {
    const backOffice = backOffices.list().find(({ id }) => id === backOfficeId)
    if (backOffice === undefined) throw refuseField('backOfficeId', 'This back office is not there.')
    return { carrierIds, skuSources: backOfficeKindOf(registry, backOffice.kind).skuSources }
  }
  const save = (connection: Connection): Connection => {
    connections.save(connection)
    return connection
  }
  const prefixIn = (connection: Connection, backOfficeId: number): string => {
    const { id, referencePrefix, label } = connection
    if (ledger.isFreeFor(id, backOfficeId, referencePrefix)) return referencePrefix
    const placed = repositories.orders.openReferences(id).some(({ status }) => status !== 'imported')
    if (!placed) return ledger.freeIn(backOfficeId, isPractice(connection))
    throw refuseField(
      'backOfficeId',
      `Another connection already places orders there as ${referencePrefix}-…. Finish the open orders of ${label} first.`,
    )
  }
  const insert = (account: Omit<NewAccount, 'values'>, login: string, plain: Values, practice: boolean): Connection => {
    const settings = changeSettings(DEFAULT_CONNECTION_SETTINGS, account.settings, factsOf(account.backOfficeId))
    return repositories.together(() => {
      const { marketplace, label, backOfficeId, paused } = account
      const referencePrefix = ledger.freeIn(backOfficeId, practice)
      const connection = connections.insert({
        ...{ marketplace, label, login, account: plain, backOfficeId, referencePrefix, settings, paused },
        createdAt: clock.nowIso(),
      })
      ledger.take(connection.id, backOfficeId, connection.referencePrefix)
      return connection
    })
  }

  const connecting = {
    get,

    /** Keeps a checked account, all but its secrets: these are handed back, for the secret store. */
    insert(account: NewAccount): Inserted {
      const { fields } = marketplaceOf(registry, account.marketplace)
      const { plain, secrets: given } = sortValues(fields, account.values)
      const { login = '', ...rest } = plain
      if (connections.byAccount(account.marketplace, login) !== null) {
        throw refuseField('login', `${login} is connected already.`)
      }
      return { connection: insert(account, login, rest, false), secrets: given }
    },

    async add(account: NewAccount): Promise<Connection> {
      const { connection, secrets: given } = connecting.insert(account)
      try {
        await keepSecrets(secrets, (field) => secretNames.ofConnection(connection.id, field), given)
      } catch (error) {
        connections.remove(connection.id, clock.nowIso())
        throw error
      }
      return connection
    },

    /** An invented account: its login and token are its own, and worth nothing. */
    addPractice: (account: Omit<NewAccount, 'values'>, login: string): Connection =>
      connections.byAccount(account.marketplace, login) ?? insert(account, login, {}, true),

    /** Open orders stay with the back office they were accepted for. */
    change(id: number, { label, backOfficeId, account = {}, settings = {} }: ConnectionChange): Connection {
      const connection = get(id)
      const { fields } = marketplaceOf(registry, connection.marketplace)
      const given = sortGiven(fields, account)
      refuseSecret(given)
      const { plain } = given
      if ((plain['login'] ?? connection.login) !== connection.login) {
        throw refuseField('login', 'The login is what a connection is known by. Connect the other account instead.')
      }
      const { login: _, ...changed } = plain
      const office = backOfficeId ?? connection.backOfficeId
      const isMove = office !== connection.backOfficeId
      const facts = factsOf(office)
      const kept = isMove ? inOtherOffice(connection.settings, facts.skuSources) : connection.settings
      const next: Connection = {
        ...connection,
        label: label ?? connection.label,
        account: { ...connection.account, ...changed },
        backOfficeId: office,
        referencePrefix: prefixIn(connection, office),
        settings: changeSettings(kept, settings, facts),
      }
      if (isSame(next, connection)) return connection
      return repositories.together(() => {
        ledger.take(id, office, next.referencePrefix)
        return save(next)
      })
    },

    pause: (id: number): Connection => save({ ...get(id), paused: true }),
    resume: (id: number): Connection => save({ ...get(id), paused: false }),
  }
  return connecting
}

const isSame = (one: Connection, other: Connection): boolean => JSON.stringify(one) === JSON.stringify(other)
