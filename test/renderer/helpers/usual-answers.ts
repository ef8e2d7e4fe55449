import english from '../../../resources/locales/en.json' with { type: 'json' }
import type { ConnectionView } from '../../../src/preload/contract/connection-views.ts'
import type { Answers } from '../../../src/preload/contract/index.ts'
import type { OrderRow } from '../../../src/preload/contract/order-views.ts'
import type { OrderCounts, OrderSelection, OrderTab } from '../../../src/preload/contract/orders.ts'
import type { AppSettings } from '../../../src/preload/contract/settings.ts'
import { aConnection } from './sample-connections.ts'
import { aDetail, ago } from './sample-orders.ts'
import { usualDelivery, usualOffices } from './usual-connections.ts'
import { usualStock, usualThisPc } from './usual-stock.ts'

/** What the twin's world holds. */
export interface AnswersOf {
  readonly orders: readonly OrderRow[]
  readonly connections: readonly ConnectionView[]
  readonly settings: AppSettings
}

export const usualSettings: AppSettings = {
  language: 'system',
  theme: 'system',
  density: 'comfortable',
  intervalMinutes: 5,
  startWithComputer: false,
  closingWindow: 'keep-running',
  notifyProblems: true,
  notifyDeadlines: true,
  quietHours: null,
  singleKeys: true,
  scannerSound: false,
  retentionDays: 90,
  savedViews: [],
}

const TABS: Readonly<Record<OrderTab, (row: OrderRow) => boolean>> = {
  todo: ({ problem }) => problem?.needsPerson === true,
  'to-accept': ({ status }) => status === 'imported',
  'not-shipped': ({ status }) => ['accepted', 'placed', 'manual'].includes(status),
  waiting: ({ status }) => status === 'waiting',
  shipped: ({ status }) => ['dispatched', 'shipped'].includes(status),
  cancelled: ({ status }) => ['cancelled', 'refused'].includes(status),
  skipped: ({ status }) => status === 'skipped',
  all: () => true,
}

const countsOf = (orders: readonly OrderRow[]): OrderCounts =>
  // Every tab is a key of TABS.
  Object.fromEntries(Object.entries(TABS).map(([tab, holds]) => [tab, orders.filter(holds).length])) as OrderCounts

/** Without countries, which rows do not tell. */
const isShown = (row: OrderRow, { tab, search, ...filter }: Omit<OrderSelection, 'sort' | 'direction'>): boolean =>
  TABS[tab](row) &&
  `${row.reference} ${row.buyerName}`.toLowerCase().includes(search.toLowerCase()) &&
  [row.connectionId, null].includes(filter.connectionId) &&
  [row.status, null].includes(filter.status) &&
  [row.deliveryMode, null].includes(filter.deliveryMode) &&
  (!filter.atRisk || row.atRiskFrom !== null)

const file = (name: string, text: string) => ({ name, mediaType: 'text/csv', text })

export const usualAnswers = ({
  orders = [],
  connections = [aConnection()],
  settings = usualSettings,
}: Partial<AnswersOf>): Answers => ({
  orders: {
    list: ({ offset, limit, ...selection }) => {
      const found = orders.filter((row) => isShown(row, selection))
      return { rows: found.slice(offset, offset + limit), total: found.length, counts: countsOf(orders) }
    },
    counts: () => countsOf(orders),
    countEach: ({ selections }) =>
      selections.map((selection) => orders.filter((row) => isShown(row, selection)).length),
    ids: (selection) => orders.filter((row) => isShown(row, selection)).map(({ id }) => id),
    choices: () => ({
      deliveryModes: [...new Set(orders.map(({ deliveryMode }) => deliveryMode))].map((value) => ({
        value,
        orders: orders.filter(({ deliveryMode }) => deliveryMode === value).length,
      })),
      countries: [
        { value: 'FR', orders: orders.length },
        { value: 'BE', orders: 1 },
      ],
    }),
    get: ({ id }) => {
      const row = orders.find((one) => one.id === id)
      return row === undefined ? null : aDetail(row)
    },
    find: ({ reference }) => orders.filter((row) => row.reference === reference),
    act: ({ ids, act }) =>
      ids.map((orderId) => ({
        orderId,
        reference: String(812_440_000 + orderId),
        action: act.action,
        done: true,
        message: 'Done.',
      })),
    csv: () => file('orders.csv', 'reference\n'),
  },
  problems: {
    list: () => [],
    fixConnection: ({ choice }) => ({ reference: '', action: choice, done: true, message: 'Done.' }),
  },
  ...usualOffices(connections),
  delivery: usualDelivery,
  ...usualStock,
  ...usualThisPc,
  sync: {
    state: () => ({
      state: 'idle',
      running: [],
      lastAt: ago(2 * 60_000),
      nextAt: ago(-3 * 60_000 - 20_000),
      pausedUntil: null,
      offlineSince: null,
      needsPerson: 0,
      nearestAcceptBy: ago(-26 * 3_600_000),
    }),
    now: () => ({ startedAt: ago(1_000), finishedAt: ago(0), connections: [] }),
    pause: ({ until }) => ({
      state: 'paused',
      running: [],
      lastAt: ago(60_000),
      nextAt: null,
      pausedUntil: until,
      offlineSince: null,
      needsPerson: 0,
      nearestAcceptBy: null,
    }),
    resume: () => ({
      state: 'idle',
      running: [],
      lastAt: ago(60_000),
      nextAt: ago(-60_000),
      pausedUntil: null,
      offlineSince: null,
      needsPerson: 0,
      nearestAcceptBy: null,
    }),
  },
  settings: {
    get: () => settings,
    change: (change) => ({ ...settings, ...change }),
  },
  privacy: {
    find: () => [],
    export: () => file('buyer.json', '{}'),
    erase: ({ orderIds }) => ({ erased: orderIds.length }),
  },
  backups: {
    list: () => [{ name: 'daily-1', madeAt: ago(11 * 3_600_000), reason: 'daily', bytes: 18_000_000 }],
    make: () => ({ name: 'by-hand-1', madeAt: ago(0), reason: 'by-hand', bytes: 18_000_000 }),
  },
  app: {
    info: () => ({
      version: '1.0.0',
      host: 'desktop',
      platform: 'linux',
      dataDir: '/home/seller/.config/Navette',
      languages: ['en', 'fr', 'de'],
      systemLanguage: 'en',
      connected: connections.length > 0,
    }),
    texts: () => english,
    diagnostics: () => ({ name: 'report.txt', mediaType: 'text/plain', text: 'All well.' }),
  },
  jobs: { stop: () => ({ stopping: true }) },
})
