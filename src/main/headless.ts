#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommandLine } from './cli/command-line.ts'
import { desktopDataFolder } from './cli/data-folder.ts'
import { createErrorLog } from './cli/error-log.ts'
import { notOpened } from './cli/not-opened.ts'
import { dieWithParent, isTooOld, runOnOwnNode } from './cli/own-node.ts'
import { createProcessWorld } from './cli/process-world.ts'
import { createStartedClock } from './cli/started-clock.ts'
import type { NotOpened, OpenNavette, OpenOptions } from './cli/world.ts'
import type { Navette, NavetteOptions } from './navette.ts'
import { openWebHost, type WebHost } from './web/open-web-host.ts'

/** The same folder from the sources and from `out/main`. */
const root = fileURLToPath(new URL('../..', import.meta.url))
// Our own file, two lines of which are read.
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
const { env: environment, platform } = process

const secretsOf = (options: OpenOptions): NavetteOptions['secrets'] =>
  options.secrets === 'env' ? { kind: 'environment', environment } : { kind: 'keychain' }

/** What the configuration file names stands where its paths lead from where it lies. */
const filesBeside = (path: string) => ({
  placeOf: (named: string) => resolve(dirname(path), named),
  async read(place: string, maxBytes: number) {
    // Asked first: whoever names a film by mistake does not wait for it.
    const { size } = await stat(place)
    return size > maxBytes ? null : readFile(place)
  },
})

/** `--now` without a file still looks at every address that is kept. */
const configure = async ({ accounts }: Navette, { configuration, secrets, now }: OpenOptions): Promise<void> => {
  if (configuration === null && now === null) return
  await accounts.applyConfiguration({
    text: configuration?.text ?? '{}',
    files: configuration && filesBeside(configuration.path),
    environment,
    secrets: secrets === 'env' ? 'environment' : 'keychain',
    loopbackOnly: now !== null,
  })
}

const openNavette = async (options: OpenOptions): Promise<OpenNavette> => {
  const clock = options.now === null ? null : createStartedClock(options.now)
  const nowIso = (): string => clock?.nowIso() ?? new Date().toISOString()
  const log = createErrorLog((text) => process.stderr.write(text), nowIso, options.logLevel)
  let web: WebHost | null = null

  // Loaded late: help and wrong usage need none of it.
  const { createNavette } = await import('./navette.ts')
  const navette = await createNavette({
    ...(clock && { clock, trustServerDates: false }),
    dataDir: resolve(options.dataDir ?? desktopDataFolder({ platform, environment, home: homedir() })),
    holder: 'the command line',
    secrets: secretsOf(options),
    log,
    announce: (event) => web?.announce(event),
    resources: join(root, 'resources'),
    about: { version, host: 'web', platform, systemLocale: Intl.DateTimeFormat().resolvedOptions().locale },
  })
  try {
    await configure(navette, options)
  } catch (error) {
    await navette.close()
    throw error
  }

  return {
    answer: navette.answer,
    sync: (asked) => navette.scheduler.syncNow(asked),
    async serve(port) {
      web = await openWebHost({
        port,
        rendererFolder: join(root, 'out', 'renderer'),
        answer: navette.answer,
        onBug: (error) => log.error('a request broke', { error }),
      })
      navette.scheduler.start()
      return web
    },
    stop: () => navette.scheduler.stop(),
    async close() {
      await web?.close()
      await navette.close()
    },
  }
}

const open = (options: OpenOptions): Promise<OpenNavette | NotOpened> => openNavette(options).catch(notOpened)

const run = async (words: readonly string[]): Promise<number> => {
  dieWithParent()
  const exitCode = await runCommandLine(words, createProcessWorld(process, { version, open }))
  // Where standard error is not written at once (pipes on Windows), leaving would cut it off.
  await new Promise((resolve) => process.stderr.write('', resolve))
  return exitCode
}

const [entry = '', ...words] = process.argv.slice(1)
process.exit(await (isTooOld(process.versions.node) ? runOnOwnNode(root, [entry, ...words]) : run(words)))
