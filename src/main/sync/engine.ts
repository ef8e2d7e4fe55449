import type { Address } from '../domain/address.ts'
import type { ProblemKind } from '../domain/problem.ts'

/** What the hosts and the screens may ask of the corridor. Built by `navette.ts`. */
export interface Engine {
  /** One cycle over one connection or all of them; a connection whose cycle runs already is waited for. */
  sync(options?: SyncOptions): Promise<SyncReport>
  /** What a button does, at once. Never throws for an order's sake: what could not be done is said in the result. */
  act(orderId: number, act: Act): Promise<ActResult>
  /** Solves a connection's own problem (credentials, stock-confirmation, settings, …). */
  fixConnection(connectionId: number, kind: ProblemKind, choice: string): Promise<ActResult>
  /** Reads both sides and tells the difference, sending nothing. */
  previewStock(connectionId: number): Promise<StockPreview>
  /** Reads both sides and sends every difference; says when the next slot is if the hour is used up. */
  syncStockNow(
    connectionId: number,
    options?: { readonly signal?: AbortSignal; readonly onProgress?: (progress: Progress) => void },
  ): Promise<StockResult>
  /** The stock file's own timer: settles reports and sends what may leave, for every connection that is not paused. */
  stockTick(signal?: AbortSignal): Promise<void>
  /** Every order still to accept at the marketplace, imported or not (the backlog). */
  listBacklog(connectionId: number): Promise<readonly BacklogEntry[]>
  /** True while this connection's cycle runs. */
  isBusy(connectionId: number): boolean
}

export interface SyncOptions {
  readonly connectionId?: number
  /** Also do what *Sync stock now* does. */
  readonly stockNow?: boolean
  /** `navette sync` does not wait for gates and pace of faults: the next run goes on. */
  readonly signal?: AbortSignal
  readonly onStep?: (progress: { readonly connectionId: number; readonly step: StepName }) => void
}

/** The steps of a cycle, in order, as reports name them. */
export const STEPS = [
  'import',
  'accept',
  'place',
  'read-shipments',
  'cancel',
  'send-tracking',
  'read-back',
  'stock',
] as const
export type StepName = (typeof STEPS)[number]

export interface StepReport {
  readonly step: StepName
  /** Orders (SKUs, for stock) that changed. */
  readonly moved: number
  /** Orders that were left with a problem. */
  readonly problems: number
}

export interface ConnectionReport {
  readonly connectionId: number
  readonly label: string
  readonly problem: { readonly kind: ProblemKind; readonly message: string } | null
  readonly steps: readonly StepReport[]
}

export interface SyncReport {
  readonly startedAt: string
  readonly finishedAt: string
  readonly connections: readonly ConnectionReport[]
}

export type Act =
  | { readonly action: 'accept' | 'refuse' | 'retry' | 'cancel' | 'manual' | 'resume' | 'reconsider' }
  | {
      readonly action: 'track'
      readonly carrier: string
      readonly trackingNumber: string
      readonly trackingUrl: string | null
    }
  | { readonly action: 'fix'; readonly kind: ProblemKind | null; readonly choice: string; readonly inputs: FixInputs }

export type ActionName = Act['action']

/** What a choice may need; each choice says which when one is missing. */
export interface FixInputs {
  /** sku/alias: the marketplace's SKU and the back office's product. */
  readonly sku?: string
  readonly product?: string
  /** delivery-mode/map: method of the back office, or null for *Not available*. */
  readonly methodId?: string | null
  /** carrier/choose, carrier/add-template, tracking-required/track */
  readonly carrier?: string
  readonly template?: string
  readonly trackingNumber?: string
  readonly trackingUrl?: string
  /** duplicate/keep: the back-office reference to keep. */
  readonly keep?: string
  /** address/correct */
  readonly address?: Address
}

export interface ActResult {
  readonly reference: string
  readonly action: string
  readonly done: boolean
  /** A sentence for the seller: what happened, or what is missing. */
  readonly message: string
}

export interface StockPreview {
  readonly connectionId: number
  readonly soldOut: readonly StockChange[]
  readonly fewer: readonly StockChange[]
  readonly more: readonly StockChange[]
  /** Why nothing would be sent without a yes; null when it would go. */
  readonly needsConfirmation: string | null
}

export interface StockChange {
  readonly sku: string
  readonly title: string
  readonly from: number | null
  readonly to: number
}

export interface StockResult {
  readonly sent: number
  readonly message: string
  readonly nextSlotAt: string | null
}

export interface Progress {
  readonly doing: string
  readonly done: number
  readonly total: number | null
}

export interface BacklogEntry {
  readonly reference: string
  readonly purchasedAt: string
  readonly acceptBy: string
  readonly deliveryMode: string
  readonly units: number
  readonly totalCents: number
  readonly currency: string
  readonly imported: boolean
  /** Some of its items were accepted elsewhere already. */
  readonly partlyAccepted: boolean
}
