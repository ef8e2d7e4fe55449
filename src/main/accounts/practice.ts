import type { Connection } from '../domain/connection.ts'
import type { BackOfficeAccounts } from './back-offices.ts'
import type { Connecting } from './connecting.ts'
import { backOfficeKindOf } from './definitions.ts'
import { refuseField } from './field-values.ts'
import type { AccountNeeds } from './needs.ts'

/** The marketplace that can be tried with an invented account. */
export const PRACTICE_MARKETPLACE = 'rakuten-france'

/** The back office whose products and orders are kept in our own database. */
export const THIS_PC = 'this-pc'
const THIS_PC_LABEL = 'This PC'

/** Connects the invented account, paused; the same one again is the connection that exists. */
export const connectPractice = async (
  { registry, repositories, startPractice }: AccountNeeds,
  connecting: Connecting,
  backOffices: BackOfficeAccounts,
  wish: { readonly backOfficeId: number | null; readonly intoRealShop: boolean },
): Promise<Connection> => {
  const office =
    wish.backOfficeId === null
      ? (repositories.backOffices.list().find(({ kind }) => kind === THIS_PC) ??
        (await backOffices.add(THIS_PC, THIS_PC_LABEL, {})))
      : backOffices.get(wish.backOfficeId)
  if (backOfficeKindOf(registry, office.kind).kind !== 'built-in' && !wish.intoRealShop) {
    throw refuseField('intoRealShop', `Invented orders would enter ${office.label}. Say that they may.`)
  }
  const { login } = await startPractice()
  return connecting.addPractice(
    {
      marketplace: PRACTICE_MARKETPLACE,
      label: 'Practice',
      backOfficeId: office.id,
      settings: {},
      paused: true,
    },
    login,
  )
}
