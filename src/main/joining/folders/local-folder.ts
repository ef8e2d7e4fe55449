import { type FileHandle, lstat, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import type { FileThere, Folder } from '../../connectors/sockets/ports.ts'
import { Fault } from '../../domain/fault.ts'
import { type Attempt, folderFault, halfRead, tooLarge } from './folder-fault.ts'
import { partsInside } from './path-inside.ts'

/** A folder of this PC, or of its network as the operating system shows it. */
export const inLocalFolder = async <T>(
  side: string,
  root: string,
  work: (folder: Folder) => Promise<T>,
): Promise<T> => {
  if (!isAbsolute(root)) throw new Fault('settings', `“${root}” is not a full path.`, { side })
  const attempt = { side, path: '', changes: false }
  const found = await told(attempt, () => stat(root))
  if (!found.isDirectory()) throw folderFault(attempt, 'ENOTDIR', null)
  return work(localFolder(side, root))
}

const localFolder = (side: string, root: string): Folder => {
  const inside = (path: string): string => join(root, ...partsInside(side, path))
  const reading = (path: string): Attempt => ({ side, path, changes: false })
  const changing = (path: string): Attempt => ({ side, path, changes: true })

  return {
    list: (folder) =>
      told(reading(folder), async () => {
        const names = await readdir(inside(folder))
        const found = await Promise.all(names.map((name) => look(inside(folder), name)))
        return found.flatMap((one) =>
          one === null ? [] : [{ ...one, path: folder === '' ? one.path : `${folder}/${one.path}` }],
        )
      }),
    read: (path, maxBytes) =>
      told(reading(path), async () => {
        const file = await open(inside(path), 'r')
        try {
          const { size } = await file.stat()
          if (size > maxBytes) throw tooLarge(side, path, maxBytes)
          const bytes = await file.readFile()
          if (bytes.length !== size) throw halfRead(side, path)
          return bytes
        } finally {
          await file.close()
        }
      }),
    write: (path, bytes) =>
      told(changing(path), async () => {
        await mkdir(dirname(inside(path)), { recursive: true })
        // Whoever reads it runs under another name: who may, is the folder's own business.
        await wholly(await open(inside(path), 'w'), bytes)
      }),
    move: (from, to) =>
      told(changing(from), async () => {
        await mkdir(dirname(inside(to)), { recursive: true })
        return moveOnce(inside(from), inside(to))
      }),
    remove: (path) => told(changing(path), () => rm(inside(path), { force: true })),
  }
}

const told = async <T>(attempt: Attempt, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw error instanceof Fault ? error : folderFault(attempt, codeOf(error), error)
  }
}

const wholly = async (file: FileHandle, bytes: Uint8Array): Promise<void> => {
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** `rename` alone would lay one file over another. */
const moveOnce = async (from: string, to: string): Promise<'moved' | 'taken' | 'gone'> => {
  if (!(await exists(from))) return 'gone'
  if (await exists(to)) return 'taken'
  try {
    await rename(from, to)
    return 'moved'
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 'gone'
    throw error
  }
}

const exists = async (path: string): Promise<boolean> => {
  try {
    await lstat(path)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

/** Null: no plain file, or gone again. */
const look = async (folder: string, name: string): Promise<FileThere | null> => {
  try {
    const found = await lstat(join(folder, name))
    return found.isFile() ? { path: name, bytes: found.size, modifiedAt: Math.floor(found.mtimeMs) } : null
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
