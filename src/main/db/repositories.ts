import { createBackOfficesRepository } from './back-offices-repository.ts'
import { createConnectionsRepository } from './connections-repository.ts'
import { createCyclesRepository } from './cycles-repository.ts'
import { createIntentsRepository } from './intents-repository.ts'
import type { Database } from './open-database.ts'
import { createOrdersRepository } from './orders-repository.ts'
import { createProblemsRepository } from './problems-repository.ts'
import { createRecordsRepository } from './records-repository.ts'
import { createSettingsRepository } from './settings-repository.ts'
import { createShipmentsRepository } from './shipments-repository.ts'
import { createStockRepository } from './stock-repository.ts'
import { createTimelineRepository } from './timeline-repository.ts'

export type Repositories = ReturnType<typeof createRepositories>

/** Everything that is kept, over one migrated database. */
export function createRepositories(db: Database) {
  const together = createTogether(db)
  return {
    orders: createOrdersRepository(db),
    problems: createProblemsRepository(db),
    timeline: createTimelineRepository(db),
    intents: createIntentsRepository(db),
    shipments: createShipmentsRepository(db),
    connections: createConnectionsRepository(db),
    backOffices: createBackOfficesRepository(db),
    stock: createStockRepository(db),
    records: createRecordsRepository(db, together),
    cycles: createCyclesRepository(db),
    settings: createSettingsRepository(db),
    together,
  }
}

/** One transaction around `work`; inside another one it joins it. */
const createTogether = (db: Database) => {
  const inTransaction = db.transaction((work: () => void) => work())
  return <T>(work: () => T): T => {
    const results: T[] = []
    inTransaction.immediate(() => {
      results.push(work())
    })
    return results[0] as T // work ran once, or this line is not reached
  }
}
