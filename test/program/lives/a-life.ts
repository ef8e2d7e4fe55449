import type { LifeEvent } from './count-events.ts'

/** How an order may end. */
export type Life = 'shipped' | 'cancelled-by-buyer' | 'cancelled-in-back-office' | 'cancelled-by-seller' | 'refused'

/** What a process is told to play, as JSON on its command line. */
export interface LifeToPlay {
  readonly life: Life
  /** Rakuten's purchase id. */
  readonly reference: string
  readonly dataDir: string
  readonly baseUrl: string
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
  /** What each SKU's stock came to, in This PC and at Rakuten as it was last told. */
  readonly stock: Readonly<Record<string, { readonly shelf: number; readonly told: number | null }>>
  readonly placed: readonly { readonly reference: string; readonly state: string; readonly parcels: number }[]
  /** How often each thing is in the timeline that may be there once only. */
  readonly timeline: Readonly<Record<string, number>>
}
