import type { BackOffice } from '../connectors/sockets/back-office.ts'
import type { Check, Choice } from '../connectors/sockets/definition.ts'
import type { BackOfficeAccount } from '../domain/connection.ts'
import { withCaution } from './caution.ts'
import { backOfficeKindOf } from './definitions.ts'
import { refuseField, refuseSecret, secretFields, sortGiven, sortValues, type Values } from './field-values.ts'
import type { AccountNeeds } from './needs.ts'
import type { Opening } from './opening.ts'

export type OfficeTrials = ReturnType<typeof createOfficeTrials>

/** Asks back offices before anything is kept: one that a form describes, or a kept one under other values. */
export const createOfficeTrials = ({ registry, secrets, secretNames }: AccountNeeds, opening: Opening) => {
  const keptSecrets = async ({ id, kind }: BackOfficeAccount): Promise<Values> => {
    const names = secretFields(backOfficeKindOf(registry, kind).fields)
    const kept = names.map(async (name) => [name, (await secrets.read(secretNames.ofBackOffice(id, name))) ?? ''])
    return Object.fromEntries(await Promise.all(kept))
  }
  const readChoices = async (kind: string, field: string, open: () => BackOffice | Promise<BackOffice>) => {
    const { fields, title } = backOfficeKindOf(registry, kind)
    const choices = Object.hasOwn(fields, field) ? fields[field]?.choices : undefined
    if (choices !== 'from-outside') throw refuseField(field, `${title} has no choices of its own for this.`)
    return (await (await open()).listChoices?.(field)) ?? []
  }

  const trials = {
    /** The named checks of one that is not kept. */
    check(kind: string, values: Values): Promise<readonly Check[]> {
      const definition = backOfficeKindOf(registry, kind)
      sortValues(definition.fields, values)
      return withCaution(definition, opening.tryBackOffice(kind, values).testConnection())
    },

    /** Those of a kept one with other values, secrets among them, laid over its own. */
    testWith: async (account: BackOfficeAccount, values: Values): Promise<readonly Check[]> =>
      withCaution(
        backOfficeKindOf(registry, account.kind),
        opening
          .tryBackOffice(account.kind, { ...account.settings, ...(await keptSecrets(account)), ...values })
          .testConnection(),
      ),

    /** Those of a kept one under settings that are being changed. */
    tryChange(account: BackOfficeAccount, values: Values): Promise<readonly Check[]> {
      refuseSecret(sortGiven(backOfficeKindOf(registry, account.kind).fields, values))
      return trials.testWith(account, values)
    },

    /** A kept one with other values laid over its own. It reads what the kept one remembers; what it remembers itself is gone with it. */
    async openToPreview(account: BackOfficeAccount, values: Values, onlyReading: boolean): Promise<BackOffice> {
      refuseSecret(sortGiven(backOfficeKindOf(registry, account.kind).fields, values))
      const all = { ...account.settings, ...(await keptSecrets(account)), ...values }
      return opening.tryBackOffice(account.kind, all, { kept: account, onlyReading })
    },

    /** The same of one that is not kept. */
    openFormToPreview(kind: string, values: Values, onlyReading: boolean): BackOffice {
      sortValues(backOfficeKindOf(registry, kind).fields, values)
      return opening.tryBackOffice(kind, values, { onlyReading })
    },

    /** What a field may be where only the back office itself knows. */
    choices: ({ id, kind }: BackOfficeAccount, field: string): Promise<readonly Choice[]> =>
      readChoices(kind, field, () => opening.openBackOffice(id, 'sku')),

    /** The same of one that is not kept. */
    tryChoices(kind: string, values: Values, field: string): Promise<readonly Choice[]> {
      sortValues(backOfficeKindOf(registry, kind).fields, values)
      return readChoices(kind, field, () => opening.tryBackOffice(kind, values))
    },
  }
  return trials
}
