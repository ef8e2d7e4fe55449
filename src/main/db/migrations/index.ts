import type { Migration } from '../migrate.ts'
import { createConnections } from './0010-create-connections.ts'
import { createOrders } from './0020-create-orders.ts'
import { createProblems } from './0030-create-problems.ts'
import { createTimeline } from './0040-create-timeline.ts'
import { createIntents } from './0050-create-intents.ts'
import { createShipments } from './0060-create-shipments.ts'
import { createStock } from './0070-create-stock.ts'
import { createRecords } from './0080-create-records.ts'
import { createCycles } from './0090-create-cycles.ts'
import { createSettings } from './0100-create-settings.ts'
import { createSearch } from './0110-create-search.ts'
import { sortOrders } from './0120-sort-orders.ts'
import { timeCycles } from './0130-time-cycles.ts'

export const MIGRATIONS: readonly Migration[] = [
  createConnections,
  createOrders,
  createProblems,
  createTimeline,
  createIntents,
  createShipments,
  createStock,
  createRecords,
  createCycles,
  createSettings,
  createSearch,
  sortOrders,
  timeCycles,
]
