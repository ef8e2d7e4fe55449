import { randomBytes, randomUUID } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isFault } from '../domain/fault.ts'
import { type Backup, type Backups, createBackups } from './backups.ts'
import { createSuspicion, isDamage, readThrough } from './damage.ts'
import { type FolderIdentity, fitsKey, identityOf, readIdentity, writeIdentity } from './folder-identity.ts'
import { lockFolder } from './folder-lock.ts'
import { folderFault } from './folder-trouble.ts'
import { migrate, pendingMigrations, versionOf } from './migrate.ts'
import { type Database, type DatabaseFile, isKey, openDatabase } from './open-database.ts'

/** Where database keys are kept, by the folder's id. */
export interface DatabaseKeys {
  read(folderId: string): Promise<string | null>
  /** Never asked to overwrite an entry. */
  create(folderId: string, key: string): Promise<void>
}

export interface FolderToOpen {
  readonly dir: string
  readonly keys: DatabaseKeys
  /** Who holds the folder, in words for whoever comes second: "the desktop application". */
  readonly holder: string
  readonly nowIso: () => string
}

export interface DataFolder {
  readonly id: string
  /** Open, migrated, ours alone. */
  readonly db: Database
  /** The last run did not close the folder: worth a `check`. */
  readonly uncleanEnd: boolean
  /** The backup that took the place of a damaged database just now; null: the database was sound. */
  readonly restored: Backup | null
  readonly backups: Backups
  /** What is wrong with the database file, read through in the background; nothing when it is sound. */
  check(): Promise<readonly string[]>
  /** Something stumbled over a damaged page: the next start reads the whole file, and restores the newest sound backup if need be. */
  distrust(): void
  close(): void
}

/**
 * Opens a data folder, or makes one. A damaged database is set aside for the newest sound backup. Throws a `Fault` whose detail names the
 * reason (`FolderTrouble`) and leaves everything as it was when the folder is in use, its key is missing or another one, its database is
 * newer, or damaged without a backup.
 */
export const openFolder = async ({ dir, keys, holder, nowIso }: FolderToOpen): Promise<DataFolder> => {
  prepareFolder(dir)
  const lock = lockFolder(dir, holder)
  let db: Database | undefined
  try {
    const path = join(dir, 'navette.db')
    const backupsIn = join(dir, 'backups')
    const known = readIdentity(dir)
    const { identity, key } =
      known === null ? await newKey(dir, path, keys) : { identity: known, key: await keyOf(known, keys) }
    const file: DatabaseFile = { path, key }
    const backups = createBackups(file, backupsIn, nowIso)
    if (!existsSync(path)) await createEmpty(path, backups)

    const suspicion = createSuspicion(dir)
    const { opened, restored } = await openOrRestore(file, backups, suspicion.stands())
    suspicion.drop()
    db = opened
    if (pendingMigrations(opened).length > 0 && versionOf(opened) > 0) await backups.beforeMigration()
    migrate(opened)
    return {
      id: identity.id,
      db: opened,
      uncleanEnd: lock.uncleanEnd,
      restored,
      backups,
      check: async () => {
        const complaints = await readThrough(file)
        if (complaints.length > 0) suspicion.raise()
        return complaints
      },
      distrust: suspicion.raise,
      close: () => {
        opened.close()
        lock.release()
      },
    }
  } catch (error) {
    db?.close()
    lock.abandon()
    throw error
  }
}

const prepareFolder = (dir: string): void => {
  try {
    makeFolder(dir)
  } catch (error) {
    if (!existsSync(dir)) throw folderFault('unusable', 'The data folder cannot be made.', error)
  }
}

/** Step by step: where no folder can be made at all (below /proc, say), Node's own `recursive` never ends. */
const makeFolder = (dir: string): void => {
  if (existsSync(dir)) return
  if (dirname(dir) !== dir) makeFolder(dirname(dir))
  mkdirSync(dir, { mode: 0o700 })
}

/**
 * The key first, read back, then the identity, then (by the caller) the database: whichever of them a crash leaves behind, no data was
 * written under a key that is not kept.
 */
const newKey = async (
  dir: string,
  path: string,
  keys: DatabaseKeys,
): Promise<{ identity: FolderIdentity; key: string }> => {
  if (existsSync(path))
    throw folderFault(
      'identity-missing',
      'folder.json is missing from the data folder: it says which key opens the database beside it.',
    )
  const id = randomUUID()
  const given = await keys.read(id)
  const key = given ?? randomBytes(32).toString('hex')
  if (given === null) {
    await keys.create(id, key)
    if ((await keys.read(id)) !== key)
      throw folderFault('key-not-kept', 'The keychain did not keep the database key, so no database was made.')
  }
  const identity = identityOf(id, wellFormed(key))
  writeIdentity(dir, identity)
  return { identity, key }
}

const keyOf = async (identity: FolderIdentity, keys: DatabaseKeys): Promise<string> => {
  const key = await keys.read(identity.id)
  if (key === null)
    throw folderFault(
      'key-missing',
      'The key of this data folder is not in the keychain, so its database cannot be opened.',
    )
  if (!fitsKey(identity, wellFormed(key)))
    throw folderFault('key-wrong', 'The database key is another one than this data folder was made with.')
  return key
}

const wellFormed = (key: string): string => {
  if (!isKey(key)) throw folderFault('key-malformed', 'The database key must have 64 hexadecimal digits.')
  return key
}

/** Made here rather than by SQLite, so that it is its owner's alone. */
const createEmpty = async (path: string, backups: Backups): Promise<void> => {
  if ((await backups.list()).length > 0)
    throw folderFault(
      'database-missing',
      'navette.db is missing from the data folder, although there are backups of it.',
    )
  closeSync(openSync(path, 'a', 0o600))
}

/** A damaged database gives way to the newest sound backup. One that opens all the same is used where there is none. */
const openOrRestore = async (
  file: DatabaseFile,
  backups: Backups,
  isSuspect: boolean,
): Promise<{ opened: Database; restored: Backup | null }> => {
  const replaced = isSuspect && (await readThrough(file)).length > 0 ? await backups.restoreNewest() : null
  try {
    return { opened: openExisting(file), restored: replaced }
  } catch (error) {
    const isDamaged = isFault(error) && error.detail['reason'] === 'damaged'
    const restored = isDamaged ? await backups.restoreNewest() : null
    if (restored === null) throw error
    return { opened: openExisting(file), restored }
  }
}

/** The key fits the folder, so a file it does not open is damaged. */
const openExisting = (file: DatabaseFile): Database => {
  try {
    return openDatabase(file)
  } catch (error) {
    if (isFault(error)) throw error
    if (isDamage(error)) throw folderFault('damaged', 'The database file is damaged.', error)
    throw folderFault('unusable', 'The database file cannot be opened.', error)
  }
}
