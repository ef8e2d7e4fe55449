import { createNavette } from '../../src/main/navette.ts'
import { clockByHand } from '../helpers/clock-by-hand.ts'
import type { LifeEnded, LifeToPlay } from './lives/a-life.ts'
import { createEvents, watchCalls, watchCommits, watchIntents } from './lives/count-events.ts'
import { playLife } from './lives/play-life.ts'
import { registerShop } from './lives/shop-connector.ts'
import { orderOf, thisPcEnding } from './lives/views.ts'

/**
 * Plays one order's life to its end, or to the event at which this process is to be killed. A program of its own, because nothing less
 * than a process dies as a process does.
 */
const toPlay: LifeToPlay = JSON.parse(process.argv[2] ?? '')
const { reference, dataDir, environment, configuration, resources, startIso, killAt } = toPlay
const clock = clockByHand(startIso)
const events = createEvents(killAt)

if (toPlay.shopUrl !== null) registerShop()
watchCalls(events, ({ pathname }) => !pathname.startsWith('/practice/'))
const navette = await createNavette({
  ...{ dataDir, clock, resources },
  holder: 'a test',
  secrets: { kind: 'environment', environment },
  log: { info: () => {}, warn: () => {}, error: (text, facts) => console.error(text, facts) },
  announce: () => {},
  about: { version: 'test', host: 'web', platform: process.platform, systemLocale: 'en' },
})
await navette.accounts.applyConfiguration({ text: configuration, environment, secrets: 'environment' })
watchCommits(events)
watchIntents(events, navette.repositories)

let beforeAct: number | null = null
let beforeEnd: number | null = null
await playLife(navette, clock, toPlay, {
  onAct: () => {
    beforeAct ??= events.seen.length
  },
  onEnd: () => {
    beforeEnd ??= events.seen.length
  },
})

const { repositories } = navette
const order = orderOf(navette, reference)
const connectionId = order?.connectionId ?? 0
const ended: LifeEnded = {
  events: events.seen,
  beforeAct: beforeAct ?? 0,
  beforeEnd: beforeEnd ?? events.seen.length,
  status: order?.status ?? 'unknown',
  problems: repositories.problems.all().map(({ problem }) => problem.kind),
  unsettled: repositories.intents.unsettled(connectionId).map(({ act, target }) => `${act} ${target}`),
  told: Object.fromEntries(repositories.stock.rows(connectionId).map(({ sku, lastSent }) => [sku, lastSent])),
  thisPc: thisPcEnding(navette, clock),
}
await navette.close()
process.stdout.write(JSON.stringify(ended))
