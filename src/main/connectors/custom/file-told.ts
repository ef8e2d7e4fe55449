import { z } from 'zod'
import type { Ports, Records } from '../sockets/ports.ts'
import { FORGET_AFTER_DAYS } from './facts.ts'
import { type OrderThere, stateOf } from './order-there.ts'
import type { StateWord, Template } from './template.ts'

type Words = Pick<Template, 'states'>

const Line = z.object({ sku: z.string(), quantity: z.number() })
const text = z.string().nullable()
const There: z.ZodType<OrderThere> = z.object({
  ...{ remoteId: text, ref: text, number: text, url: text, state: z.string(), postcode: text },
  totalCents: z.number().nullable(),
  parcels: z.array(
    z.object({
      ...{ carrierName: text, carrierCode: text, trackingNumber: text, trackingUrl: text },
      contents: z.array(Line),
    }),
  ),
  lines: z.array(Line).nullable(),
})

const Acknowledged = z.object({ isTaken: z.boolean(), remoteId: text, message: z.string() })
export type Acknowledged = z.infer<typeof Acknowledged>

/** `turn` says what came after what, whatever the clock of this PC does. */
const Told = z.object({
  acknowledged: Acknowledged.extend({ turn: z.number() }).nullable(),
  there: z.object({ order: There, turn: z.number() }).nullable(),
  /** When it was last told or asked for. */
  at: z.string(),
})
type Told = z.infer<typeof Told>

/** Which order, in its own words, ours, or both. */
export interface Whose {
  readonly ref: string | null
  readonly remoteId: string | null
}

const PREFIX = 'files/told/'
/** Being asked for is noted no more often. */
const A_DAY = 24 * 3_600_000

/** What files have told of orders so far: rows come once, and an order is asked for again and again. */
export const createTold = ({ clock, records }: Pick<Ports, 'clock' | 'records'>, words: Words) => {
  const keysOf = ({ ref, remoteId }: Whose): readonly string[] => [
    ...(ref === null ? [] : [`${PREFIX}ref/${ref}`]),
    ...(remoteId === null ? [] : [`${PREFIX}id/${remoteId}`]),
  ]
  const read = (key: string): Told | null => records.read(key, Told)
  const change = (whose: Whose, facts: (before: Told) => Partial<Told>): void => {
    for (const key of keysOf(whose)) {
      const before = read(key) ?? { acknowledged: null, there: null, at: clock.nowIso() }
      records.save(key, { ...before, ...facts(before), at: clock.nowIso() })
    }
  }

  return {
    acknowledge(ref: string, acknowledged: Acknowledged): void {
      const turn = nextTurn(records)
      change({ ref, remoteId: acknowledged.remoteId }, () => ({ acknowledged: { ...acknowledged, turn } }))
    },
    tell(order: OrderThere): void {
      const turn = nextTurn(records)
      change(order, ({ there }) => ({ there: { order: joined(there?.order ?? null, order, words), turn } }))
    },
    /** It is asked about from now on, and remembered as long. */
    expect: (ref: string): void => change({ ref, remoteId: null }, () => ({})),
    /** What was told after a turn: what came before was about an earlier try. */
    of(whose: Whose, after = 0): { readonly acknowledged: Acknowledged | null; readonly there: OrderThere | null } {
      const own = keysOf(whose).flatMap((key) => {
        const told = read(key)
        if (told !== null && clock.now() - Date.parse(told.at) > A_DAY)
          records.save(key, { ...told, at: clock.nowIso() })
        return told ?? []
      })
      const acknowledged = latest(own.flatMap((told) => told.acknowledged ?? []).filter(({ turn }) => turn > after))
      const theirId = acknowledged?.remoteId ?? null
      const byTheirId = theirId === null ? null : read(`${PREFIX}id/${theirId}`)
      const states = [...own, ...(byTheirId === null ? [] : [byTheirId])].flatMap(({ there }) => there ?? [])
      const there = latest(states.filter(({ turn }) => turn > after))
      return { acknowledged, there: there?.order ?? null }
    },
    /** Orders that nobody has asked about for a long time are forgotten; answers with their references. */
    forgetOld(): readonly string[] {
      const old = records
        .list(PREFIX, Told)
        .filter(({ value }) => clock.now() - Date.parse(value.at) > FORGET_AFTER_DAYS * A_DAY)
        .map(({ key }) => key)
      for (const key of old) records.remove(key)
      return old.flatMap((key) => (key.startsWith(`${PREFIX}ref/`) ? [key.slice(`${PREFIX}ref/`.length)] : []))
    },
  }
}
export type OrdersTold = ReturnType<typeof createTold>

/** A later one than all before. */
export const nextTurn = (records: Records): number => {
  const turn = (records.read('files/turn', z.number()) ?? 0) + 1
  records.save('files/turn', turn)
  return turn
}

const latest = <T extends { readonly turn: number }>(all: readonly T[]): T | null =>
  all.toSorted((one, other) => other.turn - one.turn)[0] ?? null

type Parcels = OrderThere['parcels']

/** A later file tells the state anew, and parcels as `parcelsAfter` has them. */
const joined = (before: OrderThere | null, now: OrderThere, words: Words): OrderThere => {
  if (before === null) return now
  const hadLeft = LEFT.includes(stateOf(words, before.state) ?? 'open')
  return {
    ...now,
    remoteId: now.remoteId ?? before.remoteId,
    ref: now.ref ?? before.ref,
    number: now.number ?? before.number,
    url: now.url ?? before.url,
    totalCents: now.totalCents ?? before.totalCents,
    postcode: now.postcode ?? before.postcode,
    parcels: parcelsAfter(before.parcels, now.parcels, hadLeft),
    lines: now.lines ?? before.lines,
  }
}

/** Everything was on its way: what is told of it later is no further parcel. */
const LEFT: readonly StateWord[] = ['shipped', 'completed', 'returned']

/**
 * While a part was still to leave, later parcels are further ones. Once all `hadLeft` they put right what was told before, and take its
 * place, but for a parcel that holds nothing of what they hold.
 */
const parcelsAfter = (before: Parcels, now: Parcels, hadLeft: boolean): Parcels => {
  const later = new Map(now.map((parcel) => [numberOf(parcel), parcel]))
  const kept = before.flatMap((parcel) => {
    const again = later.get(numberOf(parcel))
    if (again !== undefined) return again.contents.length === 0 ? { ...again, contents: parcel.contents } : again
    return hadLeft && now.some((other) => mayHoldTheSame(parcel, other)) ? [] : parcel
  })
  const known = new Set(before.map(numberOf))
  return [...kept, ...now.filter((parcel) => !known.has(numberOf(parcel)))]
}

const numberOf = ({ trackingNumber, trackingUrl }: Parcels[number]): string => trackingNumber ?? trackingUrl ?? ''

/** One that does not say what it holds may hold anything. */
const mayHoldTheSame = (one: Parcels[number], other: Parcels[number]): boolean =>
  one.contents.length === 0 ||
  other.contents.length === 0 ||
  one.contents.some(({ sku }) => other.contents.some((content) => content.sku === sku))
