import type { Language, Texts } from '../../preload/contract/app.ts'
import type { ContractEvent } from '../../preload/contract/events.ts'
import type { Accounts } from '../accounts/accounts.ts'
import type { Clock } from '../connectors/sockets/ports.ts'
import type { Repositories } from '../db/repositories.ts'
import type { CarrierCatalogue } from '../domain/carriers/catalogue.ts'
import type { Scheduler } from '../schedule/scheduler.ts'
import type { Engine } from '../sync/engine.ts'
import type { Backups } from './backups-handlers.ts'
import type { FaultLog } from './reply-fault.ts'
import type { ThisPcDesk } from './this-pc-desk.ts'

/** What the answers are given by `navette.ts`. None of it knows which host asks. */
export interface AnswerNeeds {
  readonly repositories: Repositories
  readonly engine: Engine
  readonly scheduler: Scheduler
  readonly accounts: Accounts
  readonly carriers: CarrierCatalogue
  readonly clock: Pick<Clock, 'now' | 'nowIso'>
  /** Products and orders of a back office of the kind This PC. */
  readonly thisPc: (backOfficeId: number) => ThisPcDesk
  readonly backups: Backups
  readonly about: About
  readonly announce: (event: ContractEvent) => void
  readonly log: FaultLog
}

export interface About {
  readonly version: string
  readonly host: 'desktop' | 'web'
  readonly platform: string
  readonly dataDir: string
  /** BCP 47, as the system says it. */
  readonly systemLocale: string
  /** Those the screens can be read in: English always. */
  readonly languages: readonly Language[]
  readonly texts: (language: Language) => Texts
}
