import type { LifeEvent } from './count-events.ts'

/** How an order may end. */
export type Life =
  | 'shipped'
  | 'shipped-by-a-shop'
  | 'cancelled-by-buyer'
  | 'cancelled-in-back-office'
  | 'cancelled-by-seller'
  | 'refused'

/** What a process is told to play, as JSON on its command line. */
export interface LifeToPlay {
  readonly life: Life
  /** Rakuten's purchase id. */
  readonly reference: string
  readonly dataDir: string
  readonly baseUrl: string
  /** The webshop behind the connection; null: This PC is. */
  readonly shopUrl: string | null
  /** Applied before the life begins, as every start of the command line does. */
  readonly configuration: string
  /** Variables the configuration file names, and the database key. */
  readonly environment: Readonly<Record<string, string>>
  readonly resources: string
  /** Where the clock stands; it moves when it is told to. */
  readonly startIso: string
  /** Which event is its last; null: it lives to its end. */
  readonly killAt: number | null
}

/** What there is at the end on this side of the wire, as JSON on standard output. */
export interface LifeEnded {
  readonly events: readonly LifeEvent[]
  /** How many of them came before anybody but Navette did anything, and before the order had ended. */
  readonly beforeAct: number
  readonly beforeEnd: number
  readonly status: string
  readonly problems: readonly string[]
  /** Acts of which nobody knows whether they happened. */
  readonly unsettled: readonly string[]
  /** The stock that Rakuten was last told, by SKU. */
  readonly told: Readonly<Record<string, number | null>>
  readonly thisPc: OfficeEnding
}

/** What a back office came to. */
export interface OfficeEnding {
  readonly placed: readonly { readonly reference: string; readonly state: string; readonly parcels: number }[]
  /** Units left, by SKU. */
  readonly shelf: Readonly<Record<string, number>>
}
