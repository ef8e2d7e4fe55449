import type { Corridor } from '../corridor.ts'
import type { ActResult, Progress, StockPreview, StockResult } from '../engine.ts'
import type { Tally } from '../for-each-order.ts'

/** Everything about stock that the cycle, the timer and the buttons ask for. One thing at a time per connection. */
export interface StockDesk {
  /**
   * The beginning of a cycle: reads the back office, so that SKUs sold out there are told before anything else is done. Says nothing of
   * faults, which the stock step meets again, but for a refused key.
   */
  tellSoldOut(corridor: Corridor): Promise<Tally>
  /** The stock step: settles reports, reads what is due, sends a file when one may leave. The timer reads no back office. */
  push(corridor: Corridor, occasion?: 'cycle' | 'timer'): Promise<Tally>
  /** *Sync stock now* as part of a cycle. */
  syncNowInCycle(corridor: Corridor): Promise<Tally>
  syncNow(corridor: Corridor, options: SyncNowOptions): Promise<StockResult>
  /** Reads both sides and tells the difference, sending nothing. */
  preview(corridor: Corridor): Promise<StockPreview>
  /** The seller's answer to *send these zeros?* or to the first push: `send` or `discard`. */
  settleConfirmation(corridor: Corridor, choice: string): Promise<ActResult>
}

export interface SyncNowOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
}
