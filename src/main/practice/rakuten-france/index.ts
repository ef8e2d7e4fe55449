import { type Account, createAccount, type PracticeCall } from './account.ts'
import { controlTable } from './control-table.ts'
import type { Faults } from './faults.ts'
import { type Ledger, readLedger } from './ledger.ts'
import { remember } from './memory.ts'
import type { PracticeOptions } from './options.ts'
import { createControl } from './wire/control.ts'
import { portOf, startServer } from './wire/server.ts'
import type { AnswerStyle } from './wire/xml-writer.ts'
import { createWorld, type World } from './world/index.ts'

export type { PracticeCall } from './account.ts'
export type { FaultKind, FaultRule, Faults } from './faults.ts'
export type { ItemLedger, Ledger, SkuLedger } from './ledger.ts'
export { type MemoryStore, memoryInFile } from './memory.ts'
export type { PracticeOptions } from './options.ts'
export type { AnswerStyle } from './wire/xml-writer.ts'
export type { PurchaseToMake } from './world/buy.ts'
export type { World } from './world/index.ts'
export type { AdvertSeed } from './world/inventory.ts'
export type { UnitToBuy } from './world/new-item.ts'

/** A Rakuten account that does not exist, behind a real server on loopback. */
export interface PracticeAccount {
  /** `http://127.0.0.1:<port>`: what a client takes for Rakuten's address. */
  readonly baseUrl: string
  readonly login: string
  /** The token that is right at this moment. */
  readonly token: string
  /** Everything that happens by hand. */
  readonly world: World
  readonly faults: Faults
  /** How answers are written; may be assigned. */
  style: AnswerStyle
  /** Every request in order, refused and dropped ones too. */
  readonly calls: readonly PracticeCall[]
  /** What became of every item and every SKU, for whoever checks a client. */
  ledger(): Ledger
  /** Drops what is open and stops listening. */
  close(): Promise<void>
}

/** Starts the simulator of `rakuten-france.md`, sections 13 and 15.2. Rejects when the port is taken. */
export const startPracticeAccount = async (options: PracticeOptions = {}): Promise<PracticeAccount> => {
  const account: Account = createAccount(options)
  const world = createWorld(account)
  const { memory, port = 0 } = options
  const save = (): void => {
    if (memory !== undefined) remember(memory, account)
  }
  const control = createControl(controlTable(account, world))
  const server = await startServer({ account, control, port, afterEachRequest: save })
  return {
    baseUrl: `http://127.0.0.1:${portOf(server)}`,
    login: account.settings.login,
    get token() {
      return account.token
    },
    world,
    faults: account.faults,
    get style() {
      return account.style
    },
    set style(style) {
      account.style = style
    },
    calls: account.calls,
    ledger: () => readLedger(account),
    close() {
      save()
      return new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}
