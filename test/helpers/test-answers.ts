import { createAnswer } from '../../src/main/answers/answer.ts'
import { createAnswers } from '../../src/main/answers/answers.ts'
import type { AnswerNeeds } from '../../src/main/answers/needs.ts'
import { createThisPc } from '../../src/main/connectors/this-pc/index.ts'
import type { Act, Engine } from '../../src/main/sync/engine.ts'
import { channelOf } from '../../src/preload/contract/endpoint.ts'
import type { ContractEvent } from '../../src/preload/contract/events.ts'
import { type Api, contract } from '../../src/preload/contract/index.ts'
import { carrierCatalogue } from './carriers.ts'
import { clockByHand } from './clock-by-hand.ts'
import { testAccounts } from './test-accounts.ts'

/** Answers over a real database, real accounts and This PC; the engine and the scheduler only note what they were asked. */
export const testAnswers = (more: Partial<Pick<AnswerNeeds, 'engine' | 'log'>> = {}) => {
  const test = testAccounts()
  const clock = clockByHand('2026-11-20T10:00:00.000Z')
  const announced: ContractEvent[] = []
  const acted: { readonly orderId: number; readonly act: Act }[] = []
  const asked: string[] = []
  const engine: Engine = more.engine ?? {
    sync: async () => ({ startedAt: clock.nowIso(), finishedAt: clock.nowIso(), connections: [] }),
    act: async (orderId, act) => {
      acted.push({ orderId, act })
      return { reference: String(orderId), action: act.action, done: true, message: 'done' }
    },
    fixConnection: async (connectionId, kind, choice) => {
      asked.push(`fix ${connectionId} ${kind} ${choice}`)
      return { reference: '', action: choice, done: true, message: 'done' }
    },
    previewStock: async (connectionId) => ({ connectionId, soldOut: [], fewer: [], more: [], needsConfirmation: null }),
    syncStockNow: async () => ({ sent: 0, message: '', nextSlotAt: null }),
    listBacklog: async () => [],
    stockTick: async () => {},
    isBusy: () => false,
  }
  const scheduler: AnswerNeeds['scheduler'] = {
    start: () => {},
    stop: async () => {},
    pause: (until) => void asked.push(`pause ${until}`),
    resume: () => void asked.push('resume'),
    intervalChanged: () => void asked.push('interval'),
    syncNow: async (options = {}) => {
      asked.push(`sync ${options.connectionId ?? 'all'}`)
      return engine.sync(options)
    },
    wake: () => {},
    state: { syncing: false, running: [], lastFinishedAt: null, nextAt: null, pause: null, offlineSince: null },
  }
  const { answers, news } = createAnswers({
    repositories: test.repositories,
    accounts: test.accounts,
    engine,
    scheduler,
    carriers: carrierCatalogue,
    clock,
    thisPc: (id) => createThisPc(test.repositories.records.scope(`back-office:${id}`), clock),
    backups: {
      list: async () => [],
      make: async () => ({ name: 'b1', madeAt: clock.nowIso(), reason: 'by-hand', bytes: 1 }),
      replaceAll: async () => void asked.push('replace backups'),
    },
    about: {
      ...{ version: '1.0.0', host: 'web', platform: 'linux', dataDir: '/data', systemLocale: 'fr-FR' },
      languages: ['en', 'fr'],
      texts: (language) => ({ hello: language }),
    },
    announce: (event) => void announced.push(event),
    log: more.log ?? silent,
  })
  return {
    ...test,
    answers,
    news,
    clock,
    announced,
    acted,
    asked,
    engine,
    ask: asWindow(createAnswer(answers, more.log ?? silent)),
  }
}

const silent = { error: () => {} }

/** The questions as a window asks them: through the wall, with everything that is checked there. */
const asWindow = (answer: ReturnType<typeof createAnswer>): Omit<Api, 'on'> =>
  Object.fromEntries(
    Object.entries(contract).map(([area, endpoints]) => [
      area,
      Object.fromEntries(
        Object.keys(endpoints).map((name) => [name, (input?: unknown) => answer(channelOf(area, name), input)]),
      ),
    ]),
    // Built from the contract itself, name by name.
  ) as unknown as Omit<Api, 'on'>
