import type { CarrierWords } from '../connectors/sockets/marketplace.ts'
import type { Connection } from '../domain/connection.ts'
import { applyConfiguration, type ConfigurationSource } from './apply-configuration.ts'
import { createBackOfficeAccounts } from './back-offices.ts'
import { createConnecting } from './connecting.ts'
import { createConnectionSecrets } from './connection-secrets.ts'
import type { AccountNeeds } from './needs.ts'
import { createOpening } from './opening.ts'
import { connectPractice, THIS_PC } from './practice.ts'
import { createReferenceLedger } from './reference-ledger.ts'
import { createRemoving } from './removing.ts'
import { createSecretSources } from './secret-sources.ts'
import { createTestOrders } from './test-order.ts'

export type Accounts = ReturnType<typeof createAccounts>

/** Everything about connecting: accounts of marketplaces and back offices, their secrets, and the configuration file. */
export const createAccounts = (needs: AccountNeeds) => {
  const opening = createOpening(needs)
  const connecting = createConnecting(needs, createReferenceLedger(needs.repositories))
  const secrets = createConnectionSecrets(needs, opening, connecting)
  const backOffices = createBackOfficeAccounts(needs, opening)
  const sources = createSecretSources(needs.repositories)
  const { openMarketplace, openBackOffice, openLocalOffice, secretsOf } = opening

  return {
    registry: needs.registry,
    connections: { ...connecting, ...secrets },
    backOffices,
    removing: createRemoving(needs),
    /** Whether it is the back office whose products and orders are kept here. */
    isThisPc: (backOfficeId: number): boolean => backOffices.get(backOfficeId).kind === THIS_PC,
    testOrders: createTestOrders(needs, opening),
    openMarketplace,
    /** How the marketplace of a connection spells carriers; asks nobody. */
    carrierWordsOf: ({ marketplace, account }: Connection): CarrierWords =>
      opening.tryMarketplace(marketplace, account).carrierWords,
    openBackOffice,
    openLocalOffice,
    secretsOf,
    startPractice: (wish: { readonly backOfficeId: number | null; readonly intoRealShop: boolean }) =>
      connectPractice(needs, connecting, backOffices, wish),
    /** Throws a `Fault` (`settings`) whose detail names the field and its path; nothing has been stored then. */
    applyConfiguration: (source: ConfigurationSource): Promise<void> =>
      applyConfiguration({ needs, connecting, secrets, backOffices, sources }, source),
    /** For a secret store that reads the environment: where an entry stands. */
    secretSourceOf: sources.of,
  }
}
