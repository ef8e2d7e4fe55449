import type { CheckView } from '../../preload/contract/shapes.ts'
import type { Accounts } from '../accounts/accounts.ts'
import type { Check } from '../connectors/sockets/definition.ts'
import type { Connection } from '../domain/connection.ts'
import { isFault } from '../domain/fault.ts'

/** The named checks of the marketplace, then those of the back office; a side that cannot even be asked is one failed check. */
export const testBothSides = async (
  { connections, backOffices }: Pick<Accounts, 'connections' | 'backOffices'>,
  connection: Connection,
): Promise<readonly CheckView[]> => {
  const backOffice = backOffices.get(connection.backOfficeId)
  const [marketplace, office] = await Promise.all([
    checksOf(connection.label, connections.test(connection)),
    checksOf(backOffice.label, backOffices.test(backOffice)),
  ])
  return [...marketplace, ...office]
}

const checksOf = async (side: string, testing: Promise<readonly Check[]>): Promise<readonly Check[]> => {
  try {
    return await testing
  } catch (error) {
    if (!isFault(error)) throw error
    return [{ name: side, ok: false, message: error.message }]
  }
}
