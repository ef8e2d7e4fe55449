import * as z from 'zod/mini'
import { endpoint, type ViewOf } from './endpoint.ts'
import { ActResultView, FileView, Id, Job, Page, ProblemView } from './shapes.ts'
import { StockState } from './vocabulary.ts'

export const StockRow = z.object({
  connectionId: z.int(),
  /** The connection's label. */
  connection: z.string(),
  sku: z.string(),
  title: z.string(),
  ean: z.string(),
  /** In the back office; null: not counted, or not there. */
  available: z.nullable(z.int()),
  /** In orders not placed yet. */
  inOrders: z.int(),
  /** What Rakuten should show. */
  offered: z.nullable(z.int()),
  /** What it was last told. */
  lastSent: z.nullable(z.int()),
  /** What it showed when the inventory was read. */
  atRakuten: z.nullable(z.int()),
  state: StockState,
  message: z.string(),
  /** When the file with its last quantity left. */
  sentAt: z.nullable(z.string()),
})
export type StockRow = ViewOf<typeof StockRow>

export const StockFilter = z.enum([
  'all',
  'different',
  'unchanged',
  'pending',
  'sent',
  'superseded',
  'skipped',
  'error',
])
export type StockFilter = z.infer<typeof StockFilter>

export const StockOverview = z.object({
  stockUpdates: z.boolean(),
  /** Asks for the seller's yes, or says why nothing is sent. */
  problem: z.nullable(ProblemView),
  lastFile: z.nullable(
    z.object({ sentAt: z.string(), skus: z.int(), state: z.enum(['pending', 'done', 'failed', 'identical']) }),
  ),
  /** SKUs that wait for the next file, and when it may leave. */
  waitingSkus: z.int(),
  nextFileAt: z.string(),
  /** The first moment *Sync stock now* may send. */
  nextSlotAt: z.string(),
  filesThisHour: z.int(),
  filesPerHour: z.int(),
  counts: z.record(StockFilter, z.int()),
})
export type StockOverview = ViewOf<typeof StockOverview>

const StockChange = z.object({ sku: z.string(), title: z.string(), from: z.nullable(z.int()), to: z.int() })

export const StockDifference = z.object({
  connectionId: z.int(),
  soldOut: z.array(StockChange),
  fewer: z.array(StockChange),
  more: z.array(StockChange),
  needsConfirmation: z.nullable(z.string()),
})
export type StockDifference = ViewOf<typeof StockDifference>

const one = z.object({ connectionId: Id })
const selection = {
  connectionId: z.nullable(Id),
  filter: StockFilter,
  /** SKU or title. */
  search: z.string().check(z.maxLength(200)),
}

export const stockContract = {
  overview: endpoint(one, StockOverview),
  list: endpoint(z.object({ ...selection, ...Page }), z.object({ rows: z.array(StockRow), total: z.int() })),
  csv: endpoint(z.object(selection), FileView),
  /** Reads both sides and sends nothing. */
  preview: endpoint(one, StockDifference),
  /** Reads both sides and sends every difference. */
  syncNow: endpoint(
    z.object({ connectionId: Id, job: Job }),
    z.object({ sent: z.int(), message: z.string(), nextSlotAt: z.nullable(z.string()) }),
  ),
  /** The seller's word on a difference that waits for it. */
  confirm: endpoint(one, ActResultView),
  discard: endpoint(one, ActResultView),
}
