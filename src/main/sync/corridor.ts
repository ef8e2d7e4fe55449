import type { BackOffice, BackOfficeCapabilities } from '../connectors/sockets/back-office.ts'
import type { Marketplace } from '../connectors/sockets/marketplace.ts'
import type { Records } from '../connectors/sockets/ports.ts'
import type { Repositories } from '../db/repositories.ts'
import type { CarrierCatalogue } from '../domain/carriers/catalogue.ts'
import type { Connection } from '../domain/connection.ts'
import type { Actor, TimelineDetail, TimelineEvent } from '../domain/timeline.ts'
import type { OrderLocks } from './order-locks.ts'

/** Everything one connection's cycle works with. Opened by the engine, used by every step, holds no state of its own. */
export interface Corridor {
  readonly connection: Connection
  readonly marketplace: Marketplace
  /** Opens a back office: orders in flight may belong to another one than the connection's present one. */
  readonly office: (backOfficeId: number) => Office
  readonly repositories: Repositories
  readonly carriers: CarrierCatalogue
  /** What this connection remembers between cycles: counters, the last methods read, the last look at the to-do list. */
  readonly memory: Records
  readonly locks: OrderLocks
  /** By back office: its units are promised in one place at a time, whatever connection they are sold through. */
  readonly promises: OrderLocks
  readonly time: TrustedTime
  /** How long until the next cycle comes by itself. */
  readonly intervalMs: number
  /** Somebody wants to leave: no further order is begun. */
  readonly signal: AbortSignal | null
  readonly log: Log
}

export interface Office {
  readonly id: number
  readonly label: string
  readonly capabilities: BackOfficeCapabilities
  readonly backOffice: BackOffice
}

/** Time by the servers' clocks; `trusted` is false while this PC's clock and theirs are more than an hour apart. */
export interface TrustedTime {
  now(): number
  nowIso(): string
  readonly trusted: boolean
}

export interface Log {
  info(text: string, facts?: Readonly<Record<string, unknown>>): void
  warn(text: string, facts?: Readonly<Record<string, unknown>>): void
  error(text: string, facts?: Readonly<Record<string, unknown>>): void
}

/** Writes one thing that happened to an order into its timeline. */
export const tell = (
  { repositories, time }: Pick<Corridor, 'repositories' | 'time'>,
  orderId: number,
  what: TimelineEvent,
  actor: Actor = 'navette',
  detail: TimelineDetail = {},
): void => repositories.timeline.add(orderId, { at: time.nowIso(), actor, what, detail })

export const present = (corridor: Corridor): Office => corridor.office(corridor.connection.backOfficeId)

export const minutes = (count: number): number => count * 60_000

export const isoAfter = (time: Pick<TrustedTime, 'now'>, milliseconds: number): string =>
  new Date(time.now() + milliseconds).toISOString()
