import { Fault } from '../domain/fault.ts'
import { MIGRATIONS } from './migrations/index.ts'
import type { Database } from './open-database.ts'

/** One step of the schema. Never edited after release; the next one goes to the end of the list, ten higher. */
export interface Migration {
  readonly version: number
  readonly up: (db: Database) => void
}

export const versionOf = (db: Database): number => Number(db.pragma('user_version', { simple: true }))

/** The migrations this database has not seen. Refuses one that a newer Navette wrote, and one that no listed version could have left. */
export const pendingMigrations = (
  db: Database,
  migrations: readonly Migration[] = MIGRATIONS,
): readonly Migration[] => {
  refuseWrongList(migrations)
  const version = versionOf(db)
  const newest = migrations.at(-1)?.version ?? 0
  if (version > newest)
    throw new Fault(
      'settings',
      'A newer version of Navette has used this data folder. Install that version or a later one.',
      {
        detail: { reason: 'newer-database', version: String(version), newest: String(newest) },
      },
    )
  if (version !== 0 && !migrations.some((migration) => migration.version === version))
    throw new Error(`The database says version ${version}, which no migration leaves behind`)
  return migrations.filter((migration) => migration.version > version)
}

/** Brings the schema up to date: each migration and its number in one transaction, so a crash leaves a whole version behind. */
export const migrate = (db: Database, migrations: readonly Migration[] = MIGRATIONS): void => {
  for (const { version, up } of pendingMigrations(db, migrations))
    db.transaction(() => {
      up(db)
      db.pragma(`user_version = ${version}`)
    }).exclusive()
}

const refuseWrongList = (migrations: readonly Migration[]): void => {
  migrations.forEach(({ version }, index) => {
    const before = migrations[index - 1]?.version ?? 0
    if (!Number.isInteger(version) || version % 10 !== 0 || version <= before)
      throw new Error(`Migration ${version} does not follow ${before} by tens`)
  })
}
