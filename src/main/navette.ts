import type { ContractEvent } from '../preload/contract/events.ts'
import { type Accounts, createAccounts } from './accounts/accounts.ts'
import { capabilitiesOf } from './accounts/definitions.ts'
import { confirmFirstPush, isFirstPushConfirmed } from './accounts/first-push.ts'
import { readRetentionDays } from './accounts/retention.ts'
import { type Answer, createAnswer } from './answers/answer.ts'
import { createAnswers } from './answers/answers.ts'
import { readAppSettings } from './answers/app-settings.ts'
import type { About } from './answers/needs.ts'
import { backOffices, marketplaces } from './connectors/registry.ts'
import type { Clock } from './connectors/sockets/ports.ts'
import { createThisPc } from './connectors/this-pc/index.ts'
import type { Backup } from './db/backups.ts'
import { isDamage } from './db/damage.ts'
import { type DataFolder, openFolder } from './db/open-folder.ts'
import { createRepositories, type Repositories } from './db/repositories.ts'
import { systemClock } from './joining/clock.ts'
import { createDailyWork } from './joining/daily-work.ts'
import { createKnownHosts } from './joining/known-hosts.ts'
import { createPorts } from './joining/ports.ts'
import { createPractice } from './joining/practice.ts'
import { readCarriers, readLanguages, readTexts } from './joining/resources.ts'
import { openSecrets, type SecretsChoice } from './joining/secrets.ts'
import { createScheduler, type Scheduler } from './scheduler.ts'
import { fingerprint } from './secrets/fingerprint.ts'
import { secretNames } from './secrets/names.ts'
import type { Log } from './sync/corridor.ts'
import { createEngine } from './sync/create-engine.ts'
import type { Engine } from './sync/engine.ts'
import { createCorridors, memoryOf } from './sync/open-corridor.ts'
import { createRefusedSecrets } from './sync/refused-secret.ts'
import { createStockDesk } from './sync/stock/create-stock-desk.ts'
import { createTrustedTime } from './sync/trusted-time.ts'

export interface NavetteOptions {
  readonly dataDir: string
  /** Who holds the folder, in words for whoever comes second: "the desktop application". */
  readonly holder: string
  readonly secrets: SecretsChoice
  readonly clock?: Clock
  /** False under `--now`: then the clock is right by definition. */
  readonly trustServerDates?: boolean
  readonly log: Log
  /** The window, if there is one, is told what changed. */
  readonly announce: (event: ContractEvent) => void
  /** Folder of `carriers.json` and the locales. */
  readonly resources: string
  readonly about: Omit<About, 'texts' | 'languages' | 'dataDir'>
}

export interface Navette {
  readonly engine: Engine
  readonly answer: Answer
  readonly accounts: Accounts
  readonly scheduler: Scheduler
  readonly repositories: Repositories
  /** Whether a link to this host may be opened from the window. */
  readonly isKnownHost: (host: string) => boolean
  /** Finishes the call in flight, then closes the database. */
  close(): Promise<void>
}

/** The only place that builds things and joins them. Both hosts start here, and so do the demo and the tests of the whole. */
export const createNavette = async (options: NavetteOptions): Promise<Navette> => {
  const { clock = systemClock, announce, resources, dataDir } = options
  const secrets = openSecrets(options.secrets)
  const carriers = readCarriers(resources)
  const { keys } = secrets
  const folder = await openFolder({ dir: dataDir, keys, holder: options.holder, nowIso: clock.nowIso })
  const log = watchful(options.log, folder)
  if (folder.restored !== null) log.warn(restoredText(folder.restored))

  const repositories = repositoriesIn(folder)
  const { time, observe } = createTrustedTime(clock, options.trustServerDates ?? true)
  const portsFor = createPorts({ repositories, clock, log, onServerDate: observe })
  const practice = createPractice(repositories.records.scope('practice'), clock.now)
  const names = secretNames(folder.id)
  const store = secrets.store((name) => accounts.secretSourceOf(name))

  const registry = { marketplaces, backOffices }
  const accounts: Accounts = createAccounts({
    ...{ repositories, portsFor, clock },
    secrets: store,
    secretNames: names,
    registry,
    carrierIds: new Set(carriers.carriers.map(({ id }) => id)),
    startPractice: practice.start,
  })
  const { openMarketplace, openBackOffice } = accounts

  const intervalMs = (): number => readAppSettings(repositories.settings).intervalMinutes * 60_000
  const openCorridor = createCorridors({
    ...{ repositories, carriers, time, log, openMarketplace, openBackOffice, intervalMs },
    capabilitiesOf: (account) => capabilitiesOf(registry, account),
  })
  const stock = createStockDesk({
    isFirstPushConfirmed: (connectionId) => isFirstPushConfirmed(repositories, connectionId),
    confirmFirstPush: (connectionId) => confirmFirstPush(repositories, connectionId),
  })
  const refusedSecrets = createRefusedSecrets({
    repositories,
    memoryOf: (connectionId) => memoryOf(repositories, connectionId),
    printOf: async (connection) => fingerprint(await accounts.secretsOf(connection), folder.id),
  })
  const engine = createEngine({
    ...{ openCorridor, repositories, time, log, stock, refusedSecrets, intervalMs },
    onChange: () => news.ordersChanged(null),
    afterCycle: async () => {
      tellStock()
      // A connection that is to go once its open orders have ended goes after the cycle in which the last of them did.
      await accounts.removing.removeFinished().catch((error: unknown) => log.error('Removing failed', { error }))
      // What a cycle changes about a connection (its last run, its problem) is told: a window that came in the middle saw no beginning.
      news.cycleEnded()
    },
  })
  const tellStock = (): void => {
    for (const { id } of repositories.connections.list()) news.stockChanged(id)
  }
  const scheduler = createScheduler({
    ...{ engine, clock },
    settings: repositories.settings,
    intervalMinutes: () => readAppSettings(repositories.settings).intervalMinutes,
    dailyWork: createDailyWork({
      ...{ repositories, folder, time },
      openLocalOffice: accounts.openLocalOffice,
      nowIso: time.nowIso,
      retentionDays: () => readRetentionDays(repositories.settings),
    }),
    stockTick: (signal) => engine.stockTick(signal).finally(tellStock),
    onChange: () => news.syncState(),
    onFailure: (doing, error) => log.error(`${doing} failed`, { error }),
  })
  const { answers, news } = createAnswers({
    ...{ repositories, engine, scheduler, accounts, carriers, clock, announce, log },
    thisPc: (backOfficeId) => createThisPc(repositories.records.scope(`back-office:${backOfficeId}`), clock),
    backups: folder.backups,
    about: {
      ...{ ...options.about, dataDir },
      languages: readLanguages(resources),
      texts: (language) => readTexts(resources, language),
    },
  })

  return {
    ...{ engine, accounts, scheduler, repositories },
    answer: createAnswer(answers, log),
    isKnownHost: createKnownHosts({ repositories, carriers }),
    async close() {
      await scheduler.stop()
      await practice.stop()
      folder.close()
    },
  }
}

const repositoriesIn = (folder: DataFolder): Repositories => {
  try {
    return createRepositories(folder.db)
  } catch (error) {
    folder.distrust()
    folder.close()
    throw error
  }
}

/** Whatever stumbles over a damaged page ends in the log. */
const watchful = (log: Log, folder: Pick<DataFolder, 'distrust'>): Log => ({
  ...log,
  error(text, facts) {
    if (isDamage(facts?.['error'])) folder.distrust()
    log.error(text, facts)
  },
})

const restoredText = ({ madeAt }: Backup): string =>
  `The database was damaged. Navette goes on with the backup of ${madeAt} and reads again what came since; the damaged file is kept beside the backups.`
