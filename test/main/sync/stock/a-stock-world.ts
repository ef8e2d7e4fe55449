import { onTestFinished } from 'vitest'
import { createHttp } from '../../../../src/main/connectors/http/create-http.ts'
import { rakutenFrance } from '../../../../src/main/connectors/rakuten-france/index.ts'
import type { BackOffice } from '../../../../src/main/connectors/sockets/back-office.ts'
import type { Marketplace } from '../../../../src/main/connectors/sockets/marketplace.ts'
import { createThisPc, type ThisPc, thisPc } from '../../../../src/main/connectors/this-pc/index.ts'
import { createRepositories, type Repositories } from '../../../../src/main/db/repositories.ts'
import type { ConnectionSettings } from '../../../../src/main/domain/connection.ts'
import {
  type PracticeAccount,
  type PracticeOptions,
  startPracticeAccount,
} from '../../../../src/main/practice/rakuten-france/index.ts'
import type { Corridor } from '../../../../src/main/sync/corridor.ts'
import { createOrderLocks } from '../../../../src/main/sync/order-locks.ts'
import { createStockDesk } from '../../../../src/main/sync/stock/create-stock-desk.ts'
import type { StockDesk } from '../../../../src/main/sync/stock/stock-desk.ts'
import { carrierCatalogue } from '../../../helpers/carriers.ts'
import { type ClockByHand, clockByHand } from '../../../helpers/clock-by-hand.ts'
import { noFolders } from '../../../helpers/no-folders.ts'
import { connectTestAccount, openTestDatabase } from '../../../helpers/open-test-database.ts'

const MINUTE = 60_000

/** What Rakuten shows and what This PC has, SKU by SKU; a SKU that one side does not name is not there. */
interface Wish extends PracticeOptions {
  readonly atRakuten?: Readonly<Record<string, number>>
  readonly onThisPc?: Readonly<Record<string, number>>
  readonly settings?: Partial<ConnectionSettings>
  /** The seller has said yes to the first file, unless this says otherwise. */
  readonly confirmed?: boolean
}

export interface StockWorld {
  readonly account: PracticeAccount
  readonly repositories: Repositories
  readonly clock: ClockByHand
  readonly desk: StockDesk
  /** The real connectors behind it, or what a test puts in their place. */
  marketplace: Marketplace
  backOffice: BackOffice
  corridor(): Corridor
  /** Another process over the same database. */
  restart(): StockDesk
  pass(minutes: number): void
  readonly products: ThisPc['products']
  stockOnThisPc(sku: string, units: number): void
  removeFromThisPc(...skus: readonly string[]): void
  change(settings: Partial<ConnectionSettings>): void
  /** The row of a SKU as `navette stock` tells it. */
  row(sku: string): ReturnType<Repositories['stock']['rows']>[number]
  /** The quantities of each file that Rakuten received, in order, from that call on. */
  files(fromCall?: number): readonly (readonly (readonly [sku: string, quantity: number])[])[]
  /** The actions asked of Rakuten, in order. */
  asked(action?: string): readonly string[]
  /** How often anything was written to the database so far. */
  writes(): number
  problems(): readonly { readonly kind: string; readonly message: string }[]
  readonly confirmed: Set<number>
}

/** A practice account behind the real connector, This PC, a database and a clock that stands still. */
export const aStockWorld = async ({
  atRakuten = {},
  onThisPc = {},
  settings = {},
  confirmed = true,
  ...options
}: Wish = {}) => {
  const clock = clockByHand()
  const account = await startPracticeAccount({ now: () => clock.now(), ...options })
  onTestFinished(() => account.close())
  account.world.setInventory(
    Object.entries(atRakuten).map(([sku, stock]) => ({ sku, stock, title: `Article ${sku}`, priceCents: 1290 })),
  )

  const db = openTestDatabase()
  const repositories = createRepositories(db)
  const totalChanges = db.prepare<[], { count: number }>('SELECT total_changes() AS count')
  connectTestAccount(repositories)
  const records = repositories.records.scope('back-office:1')
  const { products } = createThisPc(records, clock)
  const http = createHttp({ clock, pace: { turn: async () => undefined } })
  const yes = new Set(confirmed ? [1] : [])
  const createDesk = () =>
    createStockDesk({ isFirstPushConfirmed: (id) => yes.has(id), confirmFirstPush: (id) => void yes.add(id) })

  const world: StockWorld = {
    account,
    repositories,
    clock,
    desk: createDesk(),
    marketplace: rakutenFrance.connect(
      { login: account.login, token: account.token, baseUrl: account.baseUrl, callsPerHour: '' },
      { side: 'Rakuten', http, clock, records: repositories.records.scope('connection:1'), folders: noFolders },
    ),
    backOffice: thisPc.connect({}, { side: 'This PC', http, clock, records, folders: noFolders, skuSource: 'sku' }),
    corridor: () => {
      const connection = repositories.connections.get(1)
      if (connection === null) throw new Error('The connection is gone')
      return {
        connection,
        marketplace: world.marketplace,
        office: (id) => ({ id, label: 'Boutique', capabilities: thisPc.capabilities, backOffice: world.backOffice }),
        repositories,
        carriers: carrierCatalogue,
        memory: repositories.records.scope('memory:1'),
        locks: createOrderLocks(),
        promises: createOrderLocks(),
        time: { now: clock.now, nowIso: clock.nowIso, trusted: true },
        intervalMs: 5 * MINUTE,
        signal: null,
        log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      }
    },
    restart: createDesk,
    products,
    pass: (minutes) => clock.advance(minutes * MINUTE),
    stockOnThisPc: (sku, units) => {
      const was = products.get(sku)
      const product = { sku, ean: '', title: sku, safetyStock: 0, priceCents: null, ...was, stock: units }
      products.save(product, was)
    },
    removeFromThisPc: (...skus) => {
      for (const sku of skus) products.remove(sku)
    },
    change: (more) => {
      const { connection } = world.corridor()
      repositories.connections.save({ ...connection, settings: { ...connection.settings, ...more } })
    },
    row: (sku) => {
      const row = repositories.stock.rows(1).find((one) => one.sku === sku)
      if (row === undefined) throw new Error(`There is no row for ${sku}`)
      return row
    },
    files: (fromCall = 0) =>
      account.calls
        .slice(fromCall)
        .filter(
          ({ action, file, faults }) =>
            action === 'genericimportfile' && file !== null && !faults.includes('drop-before'),
        )
        .map(({ file }) => quantitiesIn(file ?? '')),
    asked: (action) => account.calls.map((call) => call.action).filter((one) => action === undefined || one === action),
    writes: () => totalChanges.get()?.count ?? 0,
    problems: () => repositories.problems.of({ connectionId: 1 }),
    confirmed: yes,
  }
  for (const [sku, units] of Object.entries(onThisPc)) world.stockOnThisPc(sku, units)
  if (Object.keys(settings).length > 0) world.change(settings)
  return world
}

/** The SKUs and quantities of a file as it was uploaded. */
const quantitiesIn = (file: string): readonly (readonly [string, number])[] => {
  const values = (key: string) =>
    Array.from(file.matchAll(new RegExp(`<key>${key}</key><value>(.*?)</value>`, 'g')), ([, value]) => value ?? '')
  const quantities = values('qty')
  return values('sellerReference').map((sku, index) => [sku, Number(quantities[index])] as const)
}

/** `SKU-01` to `SKU-n`, each with this many units. */
export const manySkus = (count: number, units: number): Readonly<Record<string, number>> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`SKU-${String(index + 1).padStart(2, '0')}`, units]))
