import type { Buyer } from './address.ts'
import type { Item } from './item.ts'
import type { Actor } from './timeline.ts'

/** What is known of every order, whatever its status: one purchase at the marketplace. */
export interface OrderCore {
  readonly id: number
  /** Counts the savings: a save over a newer revision is refused. */
  readonly revision: number
  readonly connectionId: number
  /** The marketplace's purchase id. */
  readonly reference: string
  readonly purchasedAt: string
  readonly importedAt: string
  /** Last moment to accept, as the marketplace counts it. */
  readonly acceptBy: string
  /** Last change seen at the marketplace: retention counts from here. */
  readonly changedAt: string
  /** What the buyer chose, in the marketplace's words. */
  readonly deliveryMode: string
  /** Null once erased. */
  readonly buyer: Buyer | null
  readonly items: readonly Item[]
  /** The seller's word on questions that stand in the way (accept this price, place although accepted elsewhere, …). */
  readonly decisions: Decisions
  /** The back office this order was checked against and belongs to; null before it is accepted. */
  readonly backOfficeId: number | null
  readonly backOfficeRef: string | null
  /** The reference a person sees there, and its page, when there are any. */
  readonly backOfficeNumber: string | null
  readonly backOfficeUrl: string | null
  readonly methodId: string | null
  readonly prepaidLabel: PrepaidLabel | null
}

/** A label the marketplace prints and whose number it already knows. */
export interface PrepaidLabel {
  readonly url: string
  readonly trackingNumber: string
  readonly trackingUrl: string
}

/** Answers of the seller that outlive the problem that asked. Absent: not decided. */
export interface Decisions {
  readonly accept?: boolean
  readonly acceptAvailable?: boolean
  readonly placeAdopted?: boolean
  readonly createAnew?: boolean
  readonly differenceAccepted?: boolean
  /** Accepted though the back office had said that it would record the order differently. */
  readonly differenceForeseen?: boolean
  readonly cancellation?: 'confirmed' | 'declined'
  readonly lateCancellationSeen?: boolean
  /** What the back office said of its trouble, and the seller has read. */
  readonly incidentSeen?: string
  /** Units the shop took out stay ordered at the marketplace. */
  readonly missingUnitsLeft?: boolean
}

/** What happened to an order so far; null for what has not. A status makes some of it certain. */
export interface OrderHistory {
  readonly acceptedAt: string | null
  /** What the buyer paid for shipping, VAT included. */
  readonly shippingCents: number | null
  readonly placedAt: string | null
  /** When the back office was first seen to have completed it without a tracking code. */
  readonly completedAt: string | null
  readonly dispatchedAt: string | null
  readonly shippedAt: string | null
  readonly shippedBy: Extract<Actor, 'navette' | 'elsewhere'> | null
  readonly endedAt: string | null
  readonly endedBy: Actor | null
  readonly endReason: string | null
  readonly skippedReason: SkippedReason | null
  readonly manualSince: string | null
}

type Certain<T, K extends keyof T> = { readonly [F in K]: NonNullable<T[F]> }
type Known = OrderCore & OrderHistory
type Accepted = Certain<Known, 'backOfficeId' | 'acceptedAt' | 'shippingCents'>
type Placed = Accepted & Certain<Known, 'backOfficeRef' | 'placedAt'>
type Ended = Certain<Known, 'endedAt' | 'endedBy' | 'endReason'>

/** What is certain once an order has reached a status. */
interface OrderFacts {
  imported: unknown
  accepted: Accepted
  placed: Placed
  waiting: Placed & Certain<Known, 'completedAt'>
  dispatched: Placed & Certain<Known, 'dispatchedAt'>
  shipped: Certain<Known, 'shippedAt' | 'shippedBy'>
  cancelled: Ended
  refused: Ended
  skipped: Certain<Known, 'skippedReason'>
  manual: Certain<Known, 'manualSince'>
}

export const SKIPPED_REASONS = [
  'in-store-pickup',
  'mode-not-available',
  'mode-not-mapped',
  'rakuten-logistics',
  'cancelled',
  'before-start-date',
] as const
export type SkippedReason = (typeof SKIPPED_REASONS)[number]

export type OrderStatus = keyof OrderFacts

export type OrderIn<S extends OrderStatus> = { [K in S]: Known & OrderFacts[K] & { readonly status: K } }[S]
export type Order = OrderIn<OrderStatus>

/** The whole life of an order: a move that is not listed does not exist. */
export const ORDER_MOVES = {
  imported: ['accepted', 'shipped', 'cancelled', 'refused', 'skipped', 'manual'],
  accepted: ['placed', 'shipped', 'cancelled', 'manual'],
  placed: ['waiting', 'dispatched', 'shipped', 'cancelled', 'accepted', 'manual'],
  waiting: ['placed', 'dispatched', 'shipped', 'cancelled', 'accepted', 'manual'],
  dispatched: ['shipped', 'cancelled', 'manual'],
  shipped: [],
  cancelled: [],
  refused: [],
  skipped: ['imported', 'accepted', 'shipped', 'cancelled', 'refused', 'manual'],
  manual: ['imported', 'accepted', 'placed', 'waiting', 'dispatched', 'shipped', 'cancelled', 'refused', 'skipped'],
} as const satisfies Record<OrderStatus, readonly OrderStatus[]>

export const ORDER_STATUSES = Object.keys(ORDER_MOVES) as OrderStatus[] // Object.keys forgets the names it just listed

export type MovesFrom<S extends OrderStatus> = (typeof ORDER_MOVES)[S][number]

/** Statuses in which something is still expected of somebody: the cycle and the read-back look at these. */
export const OPEN_STATUSES = [
  'imported',
  'accepted',
  'placed',
  'waiting',
  'dispatched',
] as const satisfies readonly OrderStatus[]

/** Ended for the marketplace and for us. */
export const ENDED_STATUSES = ['shipped', 'cancelled', 'refused'] as const satisfies readonly OrderStatus[]

/** The compiler refuses an unlisted move when it knows the status; the check is for when it does not. */
export function moveOrder<From extends OrderStatus, To extends MovesFrom<From>>(
  order: OrderIn<From>,
  to: To,
  newFacts: Omit<OrderFacts[To], keyof OrderFacts[From]> & Partial<Known>,
): OrderIn<To> {
  const allowed: readonly OrderStatus[] = ORDER_MOVES[order.status]
  if (!allowed.includes(to)) throw new Error(`${order.reference}: ${order.status} cannot become ${to}`)
  // The spread carries the earlier facts along; the compiler cannot add them up by itself.
  return { ...order, ...newFacts, status: to } as OrderIn<To>
}

/** True when the order stands in one of these statuses; narrows the type. */
export const isIn = <S extends OrderStatus>(
  order: Order,
  ...statuses: readonly S[]
): order is Extract<Order, { readonly status: S }> => (statuses as readonly OrderStatus[]).includes(order.status) // a list of some statuses is asked about any status
