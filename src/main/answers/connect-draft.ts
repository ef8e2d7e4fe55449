import { ConnectDraft } from '../../preload/contract/connection-views.ts'
import { refuseField, secretFields } from '../accounts/field-values.ts'
import type { AnswerNeeds } from './needs.ts'

const KEY = 'connect-draft'

/** What an unfinished *Connect* keeps between two sittings: all but the secrets. */
export const createConnectDraft = ({ accounts, repositories }: Pick<AnswerNeeds, 'accounts' | 'repositories'>) => {
  const { settings } = repositories
  const read = (): ConnectDraft | null =>
    settings.read(KEY, (value) => (value === null ? null : ConnectDraft.parse(value)))

  return {
    read,
    save(draft: ConnectDraft | null): void {
      const fields = accounts.registry.marketplaces.find(({ id }) => id === draft?.marketplace)?.fields ?? {}
      const secret = secretFields(fields).find((name) => draft?.values[name])
      if (secret !== undefined) throw refuseField(`values.${secret}`, 'A secret is not kept in a draft.')
      settings.save(KEY, draft)
    },
    dropFor(connectionId: number): void {
      if (read()?.connectionId === connectionId) settings.save(KEY, null)
    },
  }
}
