import * as z from 'zod/mini'
import type { ViewOf } from './endpoint.ts'
import { OrderCounts } from './orders.ts'
import { AppSettings } from './settings.ts'
import { SyncState } from './sync.ts'

/** What main tells the window unasked. Each says what changed; whoever shows it asks again. */
export const events = {
  /** Null: more than one can name. */
  'orders-changed': z.object({ ids: z.nullable(z.array(z.int())) }),
  'connections-changed': z.object({ ids: z.nullable(z.array(z.int())) }),
  'stock-changed': z.object({ connectionId: z.int() }),
  'sync-state': SyncState,
  counts: OrderCounts,
  progress: z.object({
    job: z.string(),
    doing: z.string(),
    done: z.int(),
    total: z.nullable(z.int()),
  }),
  'settings-changed': AppSettings,
}

export type EventName = keyof typeof events
export type EventValue<N extends EventName> = ViewOf<(typeof events)[N]>

/** As it travels: every event on one channel, or one stream. */
export type ContractEvent = { [N in EventName]: { readonly name: N; readonly value: EventValue<N> } }[EventName]

export const EVENT_CHANNEL = 'navette:event'
