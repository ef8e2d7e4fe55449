import { applyConfiguration, type ConfigurationSource } from './apply-configuration.ts'
import { createBackOfficeAccounts } from './back-offices.ts'
import { createConnecting } from './connecting.ts'
import type { AccountNeeds } from './needs.ts'
import { createOpening } from './opening.ts'
import { connectPractice } from './practice.ts'
import { createReferenceLedger } from './reference-ledger.ts'
import { createRemoving } from './removing.ts'
import { createSecretVariables } from './secret-variables.ts'

export type Accounts = ReturnType<typeof createAccounts>

/** Everything about connecting: accounts of marketplaces and back offices, their secrets, and the configuration file. */
export const createAccounts = (needs: AccountNeeds) => {
  const opening = createOpening(needs)
  const connecting = createConnecting(needs, opening, createReferenceLedger(needs.repositories))
  const backOffices = createBackOfficeAccounts(needs, opening)
  const variables = createSecretVariables(needs.repositories)
  const { openMarketplace, openBackOffice } = opening

  return {
    registry: needs.registry,
    connections: connecting,
    backOffices,
    removing: createRemoving(needs),
    openMarketplace,
    openBackOffice,
    startPractice: (wish: { readonly backOfficeId: number | null; readonly intoRealShop: boolean }) =>
      connectPractice(needs, connecting, backOffices, wish),
    /** Throws a `Fault` (`settings`) whose detail names the field and its path; nothing has been stored then. */
    applyConfiguration: (source: ConfigurationSource): Promise<void> =>
      applyConfiguration({ needs, connecting, backOffices, variables }, source),
    /** For a secret store that reads the environment: the variable of an entry. */
    variableOf: variables.of,
  }
}
