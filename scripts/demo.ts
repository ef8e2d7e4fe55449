import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createNavette } from '../src/main/navette.ts'
import { openWebHost } from '../src/main/web/open-web-host.ts'
import type { ContractEvent } from '../src/preload/contract/events.ts'
import { buildWhenStale } from './build-when-stale.ts'
import { createNarrator } from './demo/narrator.ts'
import { play } from './demo/play.ts'
import { createQuickClock } from './demo/quick-clock.ts'
import { openShop } from './demo/shop.ts'

/**
 * The life of six invented orders in half a minute: a real engine, a real database and real HTTP between a practice account and This PC.
 * Nothing of it stays, unless a terminal is watching: then the screens are left open until Ctrl+C.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const dataDir = mkdtempSync(join(tmpdir(), 'navette-demo-'))
const isWatched = process.stdout.isTTY === true
const quiet = { info: () => {}, warn: () => {}, error: (text: string, facts?: object) => console.error(text, facts) }
const listeners = new Set<(event: ContractEvent) => void>()

const clock = createQuickClock()
const shop = await openShop(clock)
const navette = await createNavette({
  ...{ dataDir, clock, log: quiet },
  holder: 'the demo',
  trustServerDates: false,
  secrets: { kind: 'memory', databaseKey: randomBytes(32).toString('hex') },
  announce: (event) => {
    for (const listen of listeners) listen(event)
  },
  resources: join(root, 'resources'),
  about: { version: 'demo', host: 'web', platform: process.platform, systemLocale: 'en' },
})

const leave = async (): Promise<void> => {
  await navette.close()
  await shop.rakuten.close()
  rmSync(dataDir, { recursive: true, force: true })
}

try {
  const narrator = await createNarrator({ navette, clock, root, isWatched })
  const allWell = await play({ navette, clock, narrator, ...shop })
  process.exitCode = allWell ? 0 : 1

  if (isWatched) {
    await buildWhenStale()
    const screens = await openWebHost({
      port: 0,
      rendererFolder: join(root, 'out', 'renderer'),
      answer: navette.answer,
      now: clock.now,
      onBug: (error) => console.error(error),
    })
    listeners.add(screens.announce)
    navette.scheduler.start()
    narrator.say(`\nThe screens are open at ${screens.keyAddress} (the key works once).`)
    narrator.say('Buyers, shop and money are invented. Ctrl+C ends it, and forgets everything.')
    await new Promise((resolve) => process.once('SIGINT', resolve))
    await screens.close()
  }
} finally {
  await leave()
}
