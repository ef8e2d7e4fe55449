import type { Check } from '../connectors/sockets/definition.ts'
import type { BackOfficeAccount } from '../domain/connection.ts'
import { withCaution } from './caution.ts'
import { isGood } from './connection-secrets.ts'
import { backOfficeKindOf } from './definitions.ts'
import { refuseField, refuseSecret, secretFields, sortGiven, sortValues, type Values } from './field-values.ts'
import { endRefusal, keepSecrets, removeSecrets, secretsSet } from './kept-secrets.ts'
import type { AccountNeeds } from './needs.ts'
import { createOfficeTrials, type OfficeTrials } from './office-trials.ts'
import type { Opening } from './opening.ts'

interface Inserted {
  readonly account: BackOfficeAccount
  readonly secrets: Values
}

export type BackOfficeAccounts = ReturnType<typeof createBackOfficeAccounts>

/** Adds shops, warehouses and This PC, and changes them. Whatever is wrong is refused before anything is stored. */
export const createBackOfficeAccounts = (needs: AccountNeeds, opening: Opening) => {
  const { repositories, registry, secrets, secretNames } = needs
  const { backOffices, connections, orders } = repositories
  const nameOf = (id: number) => (field: string) => secretNames.ofBackOffice(id, field)

  const get = (id: number): BackOfficeAccount => {
    const account = backOffices.list().find((known) => known.id === id)
    if (account === undefined) throw refuseField('id', 'This back office is not there any more.')
    return account
  }
  const refuseTaken = (label: string, id: number | null): void => {
    const taken = backOffices.byLabel(label)
    if (taken !== null && taken.id !== id) throw refuseField('label', `There is a back office called ${label} already.`)
  }
  const endRefusals = ({ label }: BackOfficeAccount): void => {
    for (const { id } of connections.list()) endRefusal(repositories, id, (side) => side === label)
  }
  const trials: OfficeTrials = createOfficeTrials(needs, opening)
  const usersOf = (id: number) => connections.list().filter(({ backOfficeId }) => backOfficeId === id)
  const hasOpenOrders = (id: number): boolean =>
    connections
      .list()
      .flatMap((connection) => orders.openReferences(connection.id))
      .some((open) => orders.get(open.id)?.backOfficeId === id)

  const accounts = {
    ...trials,
    get,
    usersOf,
    /** It takes another secret now, as far as we know: the next cycles of its connections ask. */
    endRefusals,

    /** Names of the secrets that are kept. */
    secretsSet: ({ id, kind }: BackOfficeAccount): Promise<readonly string[]> =>
      secretsSet(secrets, nameOf(id), secretFields(backOfficeKindOf(registry, kind).fields)),

    /** *Test connection*. All well: what was refused before is asked again. */
    async test(account: BackOfficeAccount): Promise<readonly Check[]> {
      const office = await opening.openBackOffice(account.id, 'sku')
      const checks = await withCaution(backOfficeKindOf(registry, account.kind), office.testConnection())
      if (isGood(checks)) endRefusals(account)
      return checks
    },

    /** Keeps a checked account, all but its secrets: these are handed back, for the secret store. */
    insert(kind: string, label: string, values: Values): Inserted {
      const { plain, secrets: given } = sortValues(backOfficeKindOf(registry, kind).fields, values)
      refuseTaken(label, null)
      return { account: backOffices.insert({ kind, label, settings: plain }), secrets: given }
    },

    async add(kind: string, label: string, values: Values): Promise<BackOfficeAccount> {
      const { account, secrets: given } = accounts.insert(kind, label, values)
      try {
        await keepSecrets(secrets, nameOf(account.id), given)
      } catch (error) {
        backOffices.remove(account.id)
        throw error
      }
      return account
    },

    change(id: number, label: string | undefined, values: Values = {}): BackOfficeAccount {
      const account = get(id)
      const given = sortGiven(backOfficeKindOf(registry, account.kind).fields, values)
      refuseSecret(given)
      if (label !== undefined) refuseTaken(label, id)
      const next = { ...account, label: label ?? account.label, settings: { ...account.settings, ...given.plain } }
      if (JSON.stringify(next) === JSON.stringify(account)) return account
      backOffices.save(next)
      return next
    },

    /** Tested before it is kept; kept, it ends the *credentials* problems of the connections it serves. */
    async newSecret(
      id: number,
      values: Values,
    ): Promise<{ readonly kept: boolean; readonly checks: readonly Check[] }> {
      const account = get(id)
      const { fields } = backOfficeKindOf(registry, account.kind)
      const { plain, secrets: given } = sortGiven(fields, values)
      const [field] = Object.keys(plain)
      if (field !== undefined) throw refuseField(field, 'Only secrets are entered here.')
      if (Object.keys(given).length === 0) throw refuseField('values', 'No secret was entered.')
      const checks = await trials.testWith(account, given)
      if (!isGood(checks)) return { kept: false, checks }
      await keepSecrets(secrets, nameOf(id), given)
      endRefusals(account)
      return { kept: true, checks }
    },

    async remove(id: number): Promise<void> {
      const { kind, label } = get(id)
      const [user] = usersOf(id)
      if (user !== undefined) throw refuseField('id', `${label} still serves ${user.label}.`)
      if (hasOpenOrders(id)) throw refuseField('id', `${label} still holds open orders. They have to end first.`)
      await removeSecrets(secrets, nameOf(id), secretFields(backOfficeKindOf(registry, kind).fields))
      backOffices.remove(id)
    },
  }
  return accounts
}
