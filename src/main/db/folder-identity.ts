import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { folderFault } from './folder-trouble.ts'
import { writeWholeFile } from './whole-file.ts'

/** Who a data folder is: the name of its key in the secret store, and what tells that key from any other. */
export interface FolderIdentity {
  readonly id: string
  /** Says whether a key is the right one; tells nothing about it. */
  readonly keyCheck: string
}

const pathIn = (dir: string): string => join(dir, 'folder.json')

export const identityOf = (id: string, key: string): FolderIdentity => ({ id, keyCheck: checkValue(id, key) })

export const fitsKey = ({ id, keyCheck }: FolderIdentity, key: string): boolean => keyCheck === checkValue(id, key)

export const writeIdentity = (dir: string, identity: FolderIdentity): void =>
  writeWholeFile(pathIn(dir), `${JSON.stringify(identity, null, 2)}\n`)

/** Null when the folder has none yet. */
export const readIdentity = (dir: string): FolderIdentity | null => {
  const text = readIfThere(pathIn(dir))
  if (text === null) return null
  const identity = parse(text)
  if (identity === null)
    throw folderFault(
      'identity-damaged',
      'folder.json in the data folder is damaged: it no longer says which key opens the database.',
    )
  return identity
}

/** The key is random and as long as the digest, so a keyed hash gives nothing away. */
const checkValue = (id: string, key: string): string =>
  createHmac('sha256', Buffer.from(key, 'hex')).update(`navette data folder ${id}`).digest('hex')

const parse = (text: string): FolderIdentity | null => {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('id' in value) || !('keyCheck' in value)) return null
    const { id, keyCheck } = value
    return typeof id === 'string' && typeof keyCheck === 'string' ? { id, keyCheck } : null
  } catch {
    return null
  }
}

const readIfThere = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw folderFault('unusable', 'The data folder cannot be read.', error)
  }
}
