import type { BackOfficeDefinition } from '../connectors/sockets/back-office.ts'
import type { MarketplaceDefinition } from '../connectors/sockets/marketplace.ts'
import type { Clock, Ports } from '../connectors/sockets/ports.ts'
import type { Repositories } from '../db/repositories.ts'
import type { secretNames } from '../secrets/names.ts'
import type { SecretStore } from '../secrets/secret-store.ts'

/** What connecting needs of the house; `navette.ts` hands it in. */
export interface AccountNeeds {
  readonly repositories: Repositories
  readonly secrets: SecretStore
  readonly secretNames: ReturnType<typeof secretNames>
  readonly registry: Registry
  /** Ids of `carriers.json`. */
  readonly carrierIds: ReadonlySet<string>
  readonly clock: Pick<Clock, 'nowIso'>
  readonly portsFor: (account: PortsAccount) => Ports
  /** Starts the invented account, or tells where it runs already. */
  readonly startPractice: () => Promise<PracticeAccount>
}

export interface Registry {
  readonly marketplaces: readonly MarketplaceDefinition[]
  readonly backOffices: readonly BackOfficeDefinition[]
}

/** Whose calls these are. */
export interface PortsAccount {
  /** The name of its records; null for an account that is only being tried: nothing of it may stay. */
  readonly scope: string | null
  /** What is tried may read these records all the same: what came in last, for a preview. */
  readonly reads?: string
  /** Whom faults and the timeline name: the marketplace's name, or the back office's label. */
  readonly side: string
  /** Whose budget of calls it is: null for back offices. */
  readonly connectionId: number | null
}

export interface PracticeAccount {
  readonly baseUrl: string
  readonly login: string
  readonly token: string
}
