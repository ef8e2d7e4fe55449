import { type Clock, createClock } from './clock.ts'
import { createFaults, type Faults } from './faults.ts'
import { emptyMemory, type Memory, recall } from './memory.ts'
import { type PracticeOptions, type Settings, withDefaults } from './options.ts'
import { type AnswerStyle, USUAL_STYLE } from './wire/xml-writer.ts'

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

/** The whole state of one seller at Rakuten. */
export interface Account extends Memory {
  readonly settings: Settings
  readonly clock: Clock
  readonly faults: Faults
  style: AnswerStyle
  token: string
  /** No reminder and no deadline is due before. */
  nextDeadlineAt: number
  readonly calls: PracticeCall[]
  /** The next number of a kind of id, counted from `first`. */
  nextId(kind: string, first: number): string
  /** One SKU is one advert, listed still or not; an item without SKU has an advert of its own. */
  advertIdOf(sku: string): string
}

export const createAccount = (options: PracticeOptions): Account => {
  const memory = options.memory === undefined ? emptyMemory() : recall(options.memory)
  for (const name of options.withdrawnTransporters ?? []) memory.withdrawnTransporters.add(name)
  const nextId = (kind: string, first: number): string => {
    const id = memory.counters.get(kind) ?? first
    memory.counters.set(kind, id + 1)
    return String(id)
  }
  return {
    ...memory,
    settings: withDefaults(options),
    clock: createClock(options.now ?? Date.now),
    faults: createFaults(),
    style: { ...USUAL_STYLE, ...options.style },
    token: options.token ?? 'jeton-demo',
    nextDeadlineAt: Number.NEGATIVE_INFINITY,
    calls: [],
    nextId,
    advertIdOf(sku) {
      const advertId = memory.advertIds.get(sku) ?? nextId('advert', 700_000_001)
      if (sku !== '') memory.advertIds.set(sku, advertId)
      return advertId
    },
  }
}
