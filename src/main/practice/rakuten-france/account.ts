import type { OpenPage } from './actions/paging.ts'
import { type Clock, createClock } from './clock.ts'
import { createFaults, type Faults } from './faults.ts'
import { type PracticeOptions, type Settings, withDefaults } from './options.ts'
import type { Item, Purchase } from './purchase.ts'
import type { Upload } from './upload.ts'
import { type AnswerStyle, USUAL_STYLE } from './wire/xml-writer.ts'
import type { Advert, ToldQuantity } from './world/inventory.ts'

/** One request as it arrived, whether or not it was answered. */
export interface PracticeCall {
  readonly at: number
  readonly method: string
  readonly path: string
  readonly action: string
  /** The query without the token. */
  readonly params: Readonly<Record<string, string>>
  /** What was uploaded, if anything was. */
  readonly file: string | null
  /** The HTTP status; 0 when the connection was dropped. */
  readonly status: number
  /** `ok`, or the code and the details of the refusal. */
  readonly outcome: string
  /** The faults that touched this call. */
  readonly faults: readonly string[]
}

export interface Payout {
  readonly compensationId: string
  readonly at: number
  readonly items: readonly Item[]
}

/** The whole state of one seller at Rakuten. */
export interface Account {
  readonly settings: Settings
  readonly clock: Clock
  readonly faults: Faults
  style: AnswerStyle
  token: string
  /** No reminder and no deadline is due before. */
  nextDeadlineAt: number
  readonly purchases: Map<string, Purchase>
  readonly items: Map<string, Item>
  readonly adverts: Map<string, Advert>
  readonly uploads: Upload[]
  readonly payouts: Payout[]
  /** By page token. */
  readonly pages: Map<string, OpenPage>
  readonly withdrawnTransporters: Set<string>
  /** Per SKU, what the seller's stock files said and Rakuten took over. */
  readonly told: Map<string, ToldQuantity[]>
  readonly calls: PracticeCall[]
  /** The next number of a kind of id, counted from `first`. */
  nextId(kind: string, first: number): string
  /** One SKU is one advert, listed still or not; an item without SKU has an advert of its own. */
  advertIdOf(sku: string): string
}

export const createAccount = (options: PracticeOptions): Account => {
  const counters = new Map<string, number>()
  const advertIds = new Map<string, string>()
  const nextId = (kind: string, first: number): string => {
    const id = counters.get(kind) ?? first
    counters.set(kind, id + 1)
    return String(id)
  }
  return {
    settings: withDefaults(options),
    clock: createClock(options.now ?? Date.now),
    faults: createFaults(),
    style: { ...USUAL_STYLE, ...options.style },
    token: options.token ?? 'jeton-demo',
    nextDeadlineAt: Number.POSITIVE_INFINITY,
    purchases: new Map(),
    items: new Map(),
    adverts: new Map(),
    uploads: [],
    payouts: [],
    pages: new Map(),
    withdrawnTransporters: new Set(options.withdrawnTransporters),
    told: new Map(),
    calls: [],
    nextId,
    advertIdOf(sku) {
      const advertId = advertIds.get(sku) ?? nextId('advert', 700_000_001)
      if (sku !== '') advertIds.set(sku, advertId)
      return advertId
    },
  }
}
