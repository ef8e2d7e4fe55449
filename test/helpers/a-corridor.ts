import { onTestFinished } from 'vitest'
import { createHttp } from '../../src/main/connectors/http/create-http.ts'
import { createPace } from '../../src/main/connectors/http/pace.ts'
import { rakutenFrance } from '../../src/main/connectors/rakuten-france/index.ts'
import type { BackOffice } from '../../src/main/connectors/sockets/back-office.ts'
import type { Marketplace } from '../../src/main/connectors/sockets/marketplace.ts'
import { createThisPc, type ThisPc, thisPc } from '../../src/main/connectors/this-pc/index.ts'
import { createRepositories, type Repositories } from '../../src/main/db/repositories.ts'
import {
  type Connection,
  type ConnectionSettings,
  DEFAULT_CONNECTION_SETTINGS,
} from '../../src/main/domain/connection.ts'
import { Fault } from '../../src/main/domain/fault.ts'
import type { Order } from '../../src/main/domain/order.ts'
import type { ProblemKind } from '../../src/main/domain/problem.ts'
import {
  type PracticeAccount,
  type PracticeOptions,
  startPracticeAccount,
} from '../../src/main/practice/rakuten-france/index.ts'
import type { Corridor } from '../../src/main/sync/corridor.ts'
import { createEngine } from '../../src/main/sync/create-engine.ts'
import type { Act, ActResult, Engine, SyncReport } from '../../src/main/sync/engine.ts'
import { createCorridors, memoryOf } from '../../src/main/sync/open-corridor.ts'
import { createRefusedSecrets } from '../../src/main/sync/refused-secret.ts'
import type { StockDesk } from '../../src/main/sync/stock/stock-desk.ts'
import { tellCall } from '../../src/main/sync/tell-call.ts'
import { carrierCatalogue } from './carriers.ts'
import { type ClockByHand, clockByHand } from './clock-by-hand.ts'
import { noFolders } from './no-folders.ts'
import { openTestDatabase } from './open-test-database.ts'

export interface TestCorridor {
  readonly rakuten: PracticeAccount
  readonly pc: ThisPc
  readonly engine: Engine
  readonly repositories: Repositories
  readonly clock: ClockByHand
  /** One cycle. */
  sync(): Promise<SyncReport>
  /** Lets time pass, a cycle every five minutes. */
  pass(minutes: number): Promise<void>
  order(reference: string): Order
  problems(reference: string): readonly ProblemKind[]
  act(reference: string, act: Act): Promise<ActResult>
  settings(changes: Partial<ConnectionSettings>): void
  /** What a cycle works with, for whoever calls one of its parts alone. */
  corridor(): Promise<Corridor>
  /** Another back office of the same kind; orders go there once the connection is given it. */
  addOffice(label: string): { readonly id: number; readonly pc: ThisPc }
  giveOffice(backOfficeId: number): void
}

export interface CorridorOptions extends PracticeOptions {
  readonly settings?: Partial<ConnectionSettings>
  /** Lays something over the back office (the first, unless it asks which): a verb that fails, say. */
  readonly office?: (backOffice: BackOffice, id: number) => BackOffice
  /** Lays something over the marketplace. */
  readonly marketplace?: (marketplace: Marketplace) => Marketplace
  /** Whether this PC's clock agrees with the servers'. */
  readonly trusted?: () => boolean
  readonly capabilities?: Partial<typeof thisPc.capabilities>
  readonly start?: string
}

const quiet = { info: () => {}, warn: () => {}, error: () => {} }

/** The whole corridor between a practice account and This PC: real HTTP, real SQLite, a clock set by hand. */
export const aCorridor = async (options: CorridorOptions = {}): Promise<TestCorridor> => {
  const clock = clockByHand(options.start ?? '2026-01-12T09:00:00.000Z')
  const rakuten = await startPracticeAccount({ now: clock.now, ...options })
  onTestFinished(() => rakuten.close())
  const repositories = createRepositories(openTestDatabase())
  const account = repositories.backOffices.insert({ label: 'This PC', kind: 'this-pc', settings: {} })
  const connection = repositories.connections.insert({
    label: 'Rakuten',
    marketplace: 'rakuten-france',
    login: rakuten.login,
    account: { baseUrl: rakuten.baseUrl },
    backOfficeId: account.id,
    referencePrefix: 'RKT',
    settings: { ...DEFAULT_CONNECTION_SETTINGS, ...options.settings },
    paused: false,
    createdAt: clock.nowIso(),
  })

  const http = createHttp({
    clock,
    pace: createPace({ clock, callsPerSecond: {} }),
    side: 'Rakuten France',
    onCall: (call) => tellCall(repositories, call),
  })
  const portsOf = (scope: string) => ({
    side: scope,
    clock,
    http,
    folders: noFolders,
    records: repositories.records.scope(scope),
  })
  const pcOf = (id: number): ThisPc => createThisPc(repositories.records.scope(`back-office:${id}`), clock)
  const pc = pcOf(account.id)
  const time = {
    ...{ now: clock.now, nowIso: clock.nowIso },
    get trusted() {
      return options.trusted?.() ?? true
    },
  }
  const openCorridor = createCorridors({
    ...{ repositories, carriers: carrierCatalogue, time, log: quiet },
    openMarketplace: async ({ login, account: { baseUrl = '' } }) =>
      (options.marketplace ?? ((same) => same))(
        rakutenFrance.connect({ login, baseUrl, token: 'jeton-demo', callsPerHour: '' }, portsOf('connection:1')),
      ),
    openBackOffice: async (id, skuSource) => (options.office ?? ((same) => same))(pcOf(id).backOffice(skuSource), id),
    capabilitiesOf: () => ({ ...thisPc.capabilities, ...options.capabilities }),
    intervalMs: () => 300_000,
  })
  const engine = createEngine({
    ...{
      openCorridor,
      repositories,
      time,
      log: quiet,
      stock: noStock,
      intervalMs: () => 300_000,
      onChange: () => {},
      afterCycle: async () => {},
    },
    refusedSecrets: createRefusedSecrets({
      repositories,
      memoryOf: (id) => memoryOf(repositories, id),
      printOf: async () => 'the token of the connection',
    }),
  })

  const order = (reference: string): Order => {
    const [found] = repositories.orders.byReference(reference, connection.id)
    if (found === undefined) throw new Error(`There is no order ${reference}`)
    return found
  }
  const sync = () => engine.sync()
  const present = (): Connection => repositories.connections.get(connection.id) ?? connection
  const save = (change: (connection: Connection) => Partial<Connection>): void =>
    repositories.connections.save({ ...present(), ...change(present()) })
  return {
    ...{ rakuten, pc, engine, repositories, clock, sync, order },
    async pass(minutes) {
      for (let passed = 0; passed < minutes; passed += 5) {
        clock.advance(300_000)
        await sync()
      }
    },
    problems: (reference) => repositories.problems.of({ orderId: order(reference).id }).map(({ kind }) => kind),
    act: (reference, act) => engine.act(order(reference).id, act),
    settings: (changes) => save(({ settings }) => ({ settings: { ...settings, ...changes } })),
    corridor: () => openCorridor(present()),
    addOffice(label) {
      const { id } = repositories.backOffices.insert({ label, kind: 'this-pc', settings: {} })
      return { id, pc: pcOf(id) }
    },
    giveOffice: (backOfficeId) => save(() => ({ backOfficeId })),
  }
}

/** Stock has a suite of its own. */
const noStock: StockDesk = {
  tellSoldOut: async () => ({ moved: 0, problems: 0 }),
  push: async () => ({ moved: 0, problems: 0 }),
  syncNowInCycle: async () => ({ moved: 0, problems: 0 }),
  syncNow: async () => ({ sent: 0, message: '', nextSlotAt: null }),
  preview: async () => Promise.reject(new Fault('refused', 'No stock here')),
  settleConfirmation: async () => Promise.reject(new Fault('refused', 'No stock here')),
}
