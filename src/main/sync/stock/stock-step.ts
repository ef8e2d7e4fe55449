import type { Corridor } from '../corridor.ts'
import type { Knowledge } from './knowledge.ts'

/** What every part of the stock step works with: one connection, and what is known of it. */
export interface StockStep {
  readonly corridor: Corridor
  readonly knowledge: Knowledge
  /** The seller has said yes to this connection's first file. */
  readonly isConfirmed: () => boolean
}
