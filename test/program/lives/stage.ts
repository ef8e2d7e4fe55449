import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { backOfficeScope } from '../../../src/main/accounts/opening.ts'
import { createThisPc } from '../../../src/main/connectors/this-pc/index.ts'
import { createNavette } from '../../../src/main/navette.ts'
import { type PracticeAccount, startPracticeAccount } from '../../../src/main/practice/rakuten-france/index.ts'
import { clockByHand } from '../../helpers/clock-by-hand.ts'
import type { Life, LifeEnded, LifeToPlay, OfficeEnding } from './a-life.ts'
import { openShop } from './a-shop.ts'

export const SHELF = { 'MUG-BLUE': 5, BOWL: 8 }
const PRICE_CENTS = 1290
const START = '2026-01-12T09:00:00.000Z'
const TEN_MINUTES = 600_000
const resources = fileURLToPath(new URL('../../../resources', import.meta.url))
const environment = { NAVETTE_DATABASE_KEY: '0123456789abcdef'.repeat(4), RAKUTEN_TOKEN: 'jeton-demo' }

export interface Stage {
  /** Plays a life in a world of its own, killed at that event and started again ten minutes later, or never killed. */
  play(life: Life, killAt: number | null): Promise<Played>
  remove(): Promise<void>
}

export interface Played {
  readonly ended: LifeEnded
  readonly wasKilled: boolean
  readonly ledger: ReturnType<PracticeAccount['ledger']>
  /** The shop's, where there is one; else what This PC came to. */
  readonly office: OfficeEnding
}

/** A data folder as a seller has it who has set everything up, to be copied for every life. */
export const openStage = async (program: string): Promise<Stage> => {
  const folder = await mkdtemp(join(tmpdir(), 'navette-lives-'))
  const prepared = join(folder, 'prepared')
  await prepare(prepared)
  const run = createRun(program, join(folder, 'compiled'))

  return {
    async play(life, killAt) {
      const dataDir = join(folder, `${life}-${killAt ?? 'unkilled'}`)
      await cp(prepared, dataDir, { recursive: true })
      const { rakuten, reference } = await aPurchase()
      const shop = life === 'shipped-by-a-shop' ? await openShop(SHELF) : null
      const { baseUrl } = rakuten
      const shopUrl = shop?.url ?? null
      const configuration = configurationFor(life, baseUrl, shopUrl)
      const toPlay = { life, reference, dataDir, configuration, environment, resources, baseUrl, shopUrl }
      const played = (ended: LifeEnded, wasKilled: boolean): Played => ({
        ...{ ended, wasKilled, ledger: rakuten.ledger(), office: shop?.ending() ?? ended.thisPc },
      })
      try {
        const first = await run({ ...toPlay, startIso: START, killAt })
        if (first.ended !== null) return played(first.ended, false)
        if (!first.wasKilled) throw new Error(`It ended by itself: ${first.error}`)

        rakuten.world.clock.advance(TEN_MINUTES)
        const startIso = new Date(rakuten.world.clock.now()).toISOString()
        const second = await run({ ...toPlay, startIso, killAt: null })
        if (second.ended === null) throw new Error(`Started again, it ended by itself: ${second.error}`)
        return played(second.ended, true)
      } finally {
        await shop?.close()
        await rakuten.close()
        await rm(dataDir, { recursive: true, force: true })
      }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

const configurationFor = (life: Life, baseUrl: string, shopUrl: string | null): string =>
  JSON.stringify({
    backOffices: [
      { label: 'This PC', kind: 'this-pc' },
      ...(shopUrl === null ? [] : [{ label: 'Shop', kind: 'test-shop', settings: { shopUrl } }]),
    ],
    connections: [
      {
        ...{ label: 'Rakuten', marketplace: 'rakuten-france', stockUpdates: true },
        backOffice: shopUrl === null ? 'This PC' : 'Shop',
        settings: { login: 'boutique-demo', token: { env: 'RAKUTEN_TOKEN' }, baseUrl },
        acceptance: life === 'refused' ? 'by-hand' : 'automatic',
      },
    ],
  })

const prepare = async (dataDir: string): Promise<void> => {
  const clock = clockByHand(START)
  const navette = await createNavette({
    ...{ dataDir, clock, resources },
    holder: 'a test',
    secrets: { kind: 'environment', environment },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    announce: () => {},
    about: { version: 'test', host: 'web', platform: process.platform, systemLocale: 'en' },
  })
  const text = configurationFor('shipped', 'http://127.0.0.1:9', null)
  await navette.accounts.applyConfiguration({ text, environment, secrets: 'environment' })
  for (const office of navette.repositories.backOffices.list()) {
    const { products } = createThisPc(navette.repositories.records.scope(backOfficeScope(office)), clock)
    for (const [sku, stock] of Object.entries(SHELF))
      products.save({ sku, stock, ean: '', title: sku, safetyStock: 0, priceCents: PRICE_CENTS }, null)
  }
  await navette.close()
}

/** An account of which one buyer wants one unit of each product. */
const aPurchase = async () => {
  const start = Date.parse(START)
  const rakuten = await startPracticeAccount({ now: () => start })
  rakuten.world.setInventory(
    Object.entries(SHELF).map(([sku, stock]) => ({ sku, stock, title: sku, priceCents: PRICE_CENTS })),
  )
  const reference = rakuten.world.buy({
    items: Object.keys(SHELF).map((sku) => ({ sku, priceCents: PRICE_CENTS })),
    ...{ deliveryMode: 'Suivi', shippingCents: 490, at: start - 3_600_000 },
  })
  return { rakuten, reference }
}

/** @param compiled where the engine keeps what it compiled, for the next process to find */
const createRun = (program: string, compiled: string) => async (toPlay: LifeToPlay) => {
  const child = spawn(process.execPath, [program, JSON.stringify(toPlay)], {
    env: { NODE_COMPILE_CACHE: compiled },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, error] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  // Written by one-life.ts, and only when it came to its end; what it says beside that is a bug that was caught.
  const ended = child.exitCode === 0 && error === '' ? (JSON.parse(out) as LifeEnded) : null
  return { ended, wasKilled: child.signalCode === 'SIGKILL', error }
}
