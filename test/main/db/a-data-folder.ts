import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { FolderTrouble } from '../../../src/main/db/folder-trouble.ts'
import { type DatabaseKeys, openFolder } from '../../../src/main/db/open-folder.ts'
import { createRepositories } from '../../../src/main/db/repositories.ts'
import { aNewOrder } from '../../helpers/an-order.ts'
import { connectTestAccount } from '../../helpers/open-test-database.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

/** A secret store in memory that refuses to overwrite, as the real one does. */
export const keysInMemory = () => {
  const entries = new Map<string, string>()
  const keys: DatabaseKeys = {
    read: async (id) => entries.get(id) ?? null,
    create: async (id, key) => {
      if (entries.has(id)) throw new Error('overwritten')
      entries.set(id, key)
    },
  }
  return { entries, keys }
}

export const opening = async (dir: string, keys: DatabaseKeys, now = '2026-11-20T10:00:00.000Z') => {
  const folder = await openFolder({ dir, keys, holder: 'a test', nowIso: () => now })
  onTestFinished(() => {
    if (folder.db.open) folder.close()
  })
  return folder
}

/** A folder with one order in it, closed. */
export const aFolder = async () => {
  const dir = temporaryFolder()
  const { entries, keys } = keysInMemory()
  const folder = await opening(dir, keys)
  const repositories = createRepositories(folder.db)
  connectTestAccount(repositories)
  repositories.orders.insertNew([aNewOrder()])
  folder.close()
  return { dir, entries, keys, id: folder.id, path: join(dir, 'navette.db') }
}

export const trouble = (reason: FolderTrouble) => expect.objectContaining({ name: 'Fault', detail: { reason } })
