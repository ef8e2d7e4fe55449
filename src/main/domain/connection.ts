/** One marketplace account tied to one back office. Identity is marketplace and login; the label is only a name. */
export interface Connection {
  readonly id: number
  readonly label: string
  /** Id of the marketplace's connector. */
  readonly marketplace: string
  readonly login: string
  /** The account's other fields, without secrets (`baseUrl`). */
  readonly account: Readonly<Record<string, string>>
  readonly backOfficeId: number
  /** `RKT`, `RKT2`… for a second connection on the same back office, `TRY` for the practice account. */
  readonly referencePrefix: string
  readonly settings: ConnectionSettings
  readonly paused: boolean
  readonly createdAt: string
  /** Set once removed: its orders stay until erased. */
  readonly removedAt: string | null
}

/** A shop, a warehouse or This PC, as the seller set it up. */
export interface BackOfficeAccount {
  readonly id: number
  readonly label: string
  /** Id of the back office's connector. */
  readonly kind: string
  /** Its fields, without secrets. */
  readonly settings: Readonly<Record<string, string>>
}

export interface ConnectionSettings {
  /** Purchases of an earlier day (Paris) stay out; null takes everything. `YYYY-MM-DD`. */
  readonly importFrom: string | null
  readonly acceptance: 'automatic' | 'by-hand'
  readonly partialStock: 'hold' | 'accept-available'
  readonly adoptAccepted: 'ask' | 'automatic'
  readonly skuSource: string
  /** Rakuten SKU to back-office SKU. */
  readonly skuAliases: Readonly<Record<string, string>>
  /** Mode to method of the back office, laid over the defaults; null is *Not available*. */
  readonly deliveryModes: Readonly<Record<string, string | null>>
  /** The back office's carrier name or code to a carrier's id, or to the name of an own carrier. */
  readonly carriers: Readonly<Record<string, string>>
  readonly carriersUsed: readonly string[]
  readonly defaultCarrier: string | null
  readonly ownCarriers: readonly OwnCarrier[]
  readonly stockUpdates: boolean
  readonly safetyStock: number
  readonly cancelAtRakuten: 'automatic' | 'confirm'
  /** Shown to the buyer; 400 characters at most. */
  readonly cancelComment: string
  readonly messageBuyer: boolean
}

/** A carrier the seller added: an https template with `{trackingNumber}` and, if wanted, `{postcode}`. */
export interface OwnCarrier {
  readonly name: string
  readonly trackingUrlTemplate: string
}

export const DEFAULT_CONNECTION_SETTINGS: ConnectionSettings = {
  importFrom: null,
  acceptance: 'automatic',
  partialStock: 'hold',
  adoptAccepted: 'ask',
  skuSource: 'sku',
  skuAliases: {},
  deliveryModes: {},
  carriers: {},
  carriersUsed: [],
  defaultCarrier: null,
  ownCarriers: [],
  stockUpdates: true,
  safetyStock: 0,
  cancelAtRakuten: 'automatic',
  cancelComment:
    "Nous sommes désolés : cet article n'est plus disponible. Votre commande est annulée et vous serez remboursé.",
  messageBuyer: false,
}

/** The back office's name for a SKU of the marketplace: its alias, else the SKU itself. */
export const aliasedSku = (sku: string, settings: Pick<ConnectionSettings, 'skuAliases'>): string =>
  Object.hasOwn(settings.skuAliases, sku) ? (settings.skuAliases[sku] ?? sku) : sku

/** The reference an order bears in the back office: `RKT-<purchase id>`. */
export const backOfficeReference = (connection: Pick<Connection, 'referencePrefix'>, purchaseId: string): string =>
  `${connection.referencePrefix}-${purchaseId}`
