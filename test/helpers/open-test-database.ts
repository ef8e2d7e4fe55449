import { migrate } from '../../src/main/db/migrate.ts'
import { type Database, openDatabase } from '../../src/main/db/open-database.ts'
import { createRepositories, type Repositories } from '../../src/main/db/repositories.ts'
import { DEFAULT_CONNECTION_SETTINGS } from '../../src/main/domain/connection.ts'

/** A database in memory with the real migrations, without any row. */
export const openTestDatabase = (): Database => {
  const db = openDatabase({ path: ':memory:', key: null })
  migrate(db)
  return db
}

/** The same with its repositories, one back office and one connection (both with id 1): what an order needs to exist. */
export const openTestRepositories = (): Repositories => {
  const repositories = createRepositories(openTestDatabase())
  connectTestAccount(repositories)
  return repositories
}

export const connectTestAccount = ({ backOffices, connections }: Repositories): void => {
  const backOffice = backOffices.insert({ label: 'Boutique', kind: 'woocommerce', settings: {} })
  connections.insert({
    label: 'Rakuten',
    marketplace: 'rakuten-france',
    login: 'maboutique',
    account: {},
    backOfficeId: backOffice.id,
    referencePrefix: 'RKT',
    settings: DEFAULT_CONNECTION_SETTINGS,
    paused: false,
    createdAt: '2026-01-01T00:00:00.000Z',
  })
}
