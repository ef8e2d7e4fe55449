import type { Corridor } from '../corridor.ts'
import type { ActResult, Progress, StockPreview, StockResult } from '../engine.ts'
import type { Tally } from '../for-each-order.ts'

/** Everything about stock that the cycle, the timer and the buttons ask for. */
export interface StockDesk {
  /** The stock step: settles reports, reads what is due, sends a file when one may leave. */
  push(corridor: Corridor): Promise<Tally>
  /** *Sync stock now* as part of a cycle. */
  syncNowInCycle(corridor: Corridor): Promise<Tally>
  syncNow(
    corridor: Corridor,
    options: { readonly signal?: AbortSignal; readonly onProgress?: (progress: Progress) => void },
  ): Promise<StockResult>
  preview(corridor: Corridor): Promise<StockPreview>
  /** The seller's answer to *send these zeros?* or to the first push: `send` or `discard`. */
  settleConfirmation(corridor: Corridor, choice: string): Promise<ActResult>
}
