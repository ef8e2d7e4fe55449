import { type FileHandle, lstat, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, normalize, sep } from 'node:path'
import type { FileThere, Folder } from '../../connectors/sockets/ports.ts'
import { Fault } from '../../domain/fault.ts'

/** A folder of this PC, or of its network as the operating system shows it. */
export const inLocalFolder = async <T>(
  side: string,
  root: string,
  work: (folder: Folder) => Promise<T>,
): Promise<T> => {
  if (!isAbsolute(root)) throw new Fault('settings', `“${root}” is not a full path.`, { side })
  if (!(await isFolder(root))) throw new Fault('settings', `There is no folder “${root}”.`, { side })
  return work(localFolder(side, root))
}

const localFolder = (side: string, root: string): Folder => {
  const inside = (path: string): string => {
    const full = normalize(join(root, path))
    const isInside = full === normalize(root) || full.startsWith(normalize(root + sep))
    if (isInside) return full
    throw new Fault('settings', `“${path}” leads out of the folder “${root}”.`, { side })
  }
  const told = async <T>(path: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw toFault(side, path, error)
    }
  }

  return {
    list: (folder) =>
      told(folder, async () => {
        const names = await readdir(inside(folder))
        const found = await Promise.all(names.map((name) => look(inside(folder), name)))
        return found.flatMap((one) =>
          one === null ? [] : [{ ...one, path: folder === '' ? one.path : `${folder}/${one.path}` }],
        )
      }),
    read: (path, maxBytes) =>
      told(path, async () => {
        const file = await open(inside(path), 'r')
        try {
          const { size } = await file.stat()
          if (size <= maxBytes) return await file.readFile()
        } finally {
          await file.close()
        }
        throw new Fault('unreadable', `“${path}” is larger than ${Math.floor(maxBytes / 1_000_000)} MB.`, { side })
      }),
    write: (path, bytes) =>
      told(path, async () => {
        await mkdir(dirname(inside(path)), { recursive: true })
        const file = await open(inside(path), 'w', 0o600)
        await wholly(file, bytes)
      }),
    move: (from, to) =>
      told(from, async () => {
        await mkdir(dirname(inside(to)), { recursive: true })
        return moveOnce(inside(from), inside(to))
      }),
    remove: (path) => told(path, () => rm(inside(path), { force: true })),
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
  await rename(from, to)
  return 'moved'
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

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
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

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  ENOTDIR: 'is not a folder',
  EISDIR: 'is a folder',
  EACCES: 'is closed to Navette',
  EPERM: 'is closed to Navette',
  EROFS: 'can only be read',
  ENOSPC: 'has no room left',
  EBUSY: 'is held by another program',
}

const toFault = (side: string, path: string, error: unknown): Error => {
  if (error instanceof Fault) return error
  const code = codeOf(error)
  const what = path === '' ? 'The folder' : `“${path}”`
  const reason = REASONS[code]
  if (reason !== undefined) {
    const kind = code === 'EBUSY' || code === 'ENOSPC' ? 'unreachable' : 'settings'
    return new Fault(kind, `${what} of ${side} ${reason}.`, { side, detail: { code } })
  }
  return new Fault('unreachable', `${what} of ${side} cannot be used (${code || 'no reason given'}).`, {
    side,
    detail: { code },
  })
}
