import type { Check } from '../connectors/sockets/definition.ts'
import type { Connection } from '../domain/connection.ts'
import type { Connecting } from './connecting.ts'
import { marketplaceOf } from './definitions.ts'
import { refuseField, secretFields, sortGiven, sortValues, type Values } from './field-values.ts'
import { endRefusal, keepSecrets, secretsSet } from './kept-secrets.ts'
import type { AccountNeeds } from './needs.ts'
import type { Opening } from './opening.ts'

export type ConnectionSecrets = ReturnType<typeof createConnectionSecrets>

/** The secrets of connections, and the tests that tell whether they work. */
export const createConnectionSecrets = (
  needs: AccountNeeds,
  opening: Opening,
  connections: Pick<Connecting, 'get'>,
) => {
  const { repositories, registry, secrets, secretNames } = needs
  /** Whatever is no back office's refusal is the marketplace's. */
  const isMarketplaceSide = (side: unknown): boolean =>
    repositories.backOffices.list().every(({ label }) => label !== side)

  const secretsOf = {
    /** The marketplace takes another secret now, as far as we know: the next cycle asks. */
    endRefusals: (id: number): void => endRefusal(repositories, id, isMarketplaceSide),

    /** Names of the secrets that are kept. */
    secretsSet: ({ id, marketplace }: Connection): Promise<readonly string[]> => {
      const fields = secretFields(marketplaceOf(registry, marketplace).fields)
      return secretsSet(secrets, (field) => secretNames.ofConnection(id, field), fields)
    },

    /** *Test connection*. All well: what was refused before is asked again. */
    async test(connection: Connection): Promise<readonly Check[]> {
      const checks = await (await opening.openMarketplace(connection)).testConnection()
      if (isGood(checks)) secretsOf.endRefusals(connection.id)
      return checks
    },

    /** The named checks of an account that is not kept. */
    check(marketplace: string, values: Values): Promise<readonly Check[]> {
      sortValues(marketplaceOf(registry, marketplace).fields, values)
      return opening.tryMarketplace(marketplace, values).testConnection()
    },

    /** Tested before it is kept; kept, it ends the *credentials* problem, so that the next cycle calls again. */
    async newSecret(
      id: number,
      values: Values,
    ): Promise<{ readonly kept: boolean; readonly checks: readonly Check[] }> {
      const connection = connections.get(id)
      const { fields } = marketplaceOf(registry, connection.marketplace)
      const { plain, secrets: given } = sortGiven(fields, values)
      const [field] = Object.keys(plain)
      if (field !== undefined) throw refuseField(field, 'Only secrets are entered here.')
      if (Object.keys(given).length === 0) throw refuseField('values', 'No secret was entered.')
      const trial = { ...connection.account, login: connection.login, ...given }
      const checks = await opening.tryMarketplace(connection.marketplace, trial).testConnection()
      if (!isGood(checks)) return { kept: false, checks }
      await keepSecrets(secrets, (name) => secretNames.ofConnection(id, name), given)
      secretsOf.endRefusals(id)
      return { kept: true, checks }
    },
  }
  return secretsOf
}

/** True when nothing speaks against the account and its secrets. */
export const isGood = (checks: readonly Check[]): boolean => checks.every(({ ok, aside }) => ok || aside === true)
