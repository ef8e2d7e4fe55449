import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { expect, onTestFinished } from 'vitest'
import { createQuickClock, type QuickClock } from '../../../scripts/demo/quick-clock.ts'
import { createNavette, type Navette } from '../../../src/main/navette.ts'
import { openWebHost, type WebHost } from '../../../src/main/web/open-web-host.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

export interface Host {
  readonly navette: Navette
  /** Can be pushed ahead; Navette and the practice account both go by it. */
  readonly clock: QuickClock
  readonly web: WebHost
}

/**
 * The engine and its web host, in this process: all of `navette serve` but its command line, with secrets kept in memory, so that
 * tokens can be entered in the window. Ends with the test, which fails when anything was logged as an error.
 */
export const openHost = async (): Promise<Host> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'navette-browser-'))
  const clock = createQuickClock()
  const bugs: string[] = []
  let web: WebHost | null = null
  const navette = await createNavette({
    ...{ dataDir, clock },
    holder: 'a test',
    trustServerDates: false,
    log: { info: () => {}, warn: () => {}, error: (text, facts) => bugs.push(`${text} ${inspect(facts)}`) },
    secrets: { kind: 'memory', databaseKey: randomBytes(32).toString('hex') },
    announce: (event) => web?.announce(event),
    resources: join(root, 'resources'),
    about: { version: '0.0.0-test', host: 'web', platform: process.platform, systemLocale: 'en' },
  })
  web = await openWebHost({
    port: 0,
    rendererFolder: join(root, 'out', 'renderer'),
    answer: navette.answer,
    now: clock.now,
    onBug: (error) => bugs.push(String(error)),
  })
  const opened = web
  navette.scheduler.start()
  onTestFinished(async () => {
    await opened.close()
    await navette.close()
    rmSync(dataDir, { recursive: true, force: true })
    expect(bugs).toEqual([])
  })
  return { navette, clock, web }
}
