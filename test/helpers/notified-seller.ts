import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createAsk } from '../../src/main/shell/ask.ts'
import { createMoments } from '../../src/main/shell/moments.ts'
import { createNotifications } from '../../src/main/shell/notifications.ts'
import type { Place } from '../../src/main/shell/screens-address.ts'
import { openTold } from '../../src/main/shell/told.ts'
import { readWords } from '../../src/main/shell/words.ts'
import type { OrderRow } from '../../src/preload/contract/order-views.ts'
import type { StandingProblem } from '../../src/preload/contract/problems.ts'
import type { AppSettings } from '../../src/preload/contract/settings.ts'
import type { SyncState } from '../../src/preload/contract/sync.ts'
import { answering, appSettings, aSyncState } from './answering.ts'
import { Notification } from './electron-stand-in.ts'
import { localAt } from './local-time.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { aStandingProblem } from './views.ts'

const words = readWords(fileURLToPath(new URL('../../resources', import.meta.url)), 'en')
const speech = { words, moments: createMoments('en', words) }

interface Seller {
  problems: readonly StandingProblem[]
  orders: readonly OrderRow[]
  sync: Partial<SyncState>
  settings: Partial<AppSettings>
  watching: boolean
  now: number
}

/** A seller who can be told something: problems and orders as they stand, and the notifications that were shown. */
export const aSeller = (more: Partial<Seller> = {}) => {
  const seller: Seller = {
    ...{ problems: [], orders: [], sync: {}, settings: {}, watching: false },
    now: localAt('2026-11-24', '14:32'),
    ...more,
  }
  const nearest = (): string | null => seller.orders.map(({ acceptBy }) => acceptBy).toSorted()[0] ?? null
  const { answer } = answering({
    problems: { list: () => seller.problems },
    sync: { state: () => aSyncState({ nearestAcceptBy: nearest(), ...seller.sync }) },
    orders: {
      list: () => ({
        ...{ rows: seller.orders, total: seller.orders.length },
        counts: { todo: 0, 'to-accept': 0, 'not-shipped': 0, waiting: 0, shipped: 0, cancelled: 0, skipped: 0, all: 0 },
      }),
    },
  })
  const toldFile = join(temporaryFolder(), 'told.json')
  const opened: Place[] = []
  const started = () =>
    createNotifications({
      ask: createAsk(answer),
      told: openTold(toldFile),
      settings: () => appSettings(seller.settings),
      speech: () => speech,
      isWatching: () => seller.watching,
      open: (place) => void opened.push(place),
      now: () => seller.now,
    })
  const before = Notification.all.length
  const shown = () => Notification.all.slice(before)
  return { seller, started, opened, shown, titles: () => shown().map(({ title }) => title) }
}

export const noCode = (more: Partial<StandingProblem> = {}): StandingProblem =>
  aStandingProblem({ kind: 'tracking-required', ...more })
