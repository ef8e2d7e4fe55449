import { posix } from 'node:path'
import type { FileEntryWithStats, Stats } from 'ssh2'
import type { FileThere, Folder } from '../../connectors/sockets/ports.ts'
import { Fault } from '../../domain/fault.ts'
import { type Attempt, folderFault, halfWritten, tooLarge } from './folder-fault.ts'
import { partsInside } from './path-inside.ts'
import { readServerAddress } from './server-address.ts'
import { readWhole } from './sftp-reading.ts'
import { type Ask, inSftpSession, type SftpOptions } from './sftp-session.ts'

const SFTP_PORT = 22

/** A folder of a server, by SFTP. */
export const inSftpFolder = <T>(options: SftpOptions, work: (folder: Folder) => Promise<T>): Promise<T> => {
  const { side, place } = options
  const server = readServerAddress(side, place.address, SFTP_PORT)
  return inSftpSession(options, server, async (ask) => {
    const attempt = { side, path: '', changes: false }
    const root = await told(attempt, () => ask<string>((sftp, done) => sftp.realpath(server.root ?? '.', done)))
    const found = await told(attempt, () => ask<Stats>((sftp, done) => sftp.stat(root, done)))
    if (!found.isDirectory()) throw folderFault(attempt, 'ENOTDIR', null)
    return work(sftpFolder(side, root, ask))
  })
}

const sftpFolder = (side: string, root: string, ask: Ask): Folder => {
  const inside = (path: string): string => posix.join(root, ...partsInside(side, path))
  const reading = (path: string): Attempt => ({ side, path, changes: false })
  const changing = (path: string): Attempt => ({ side, path, changes: true })
  const look = (full: string): Promise<Stats | null> =>
    unlessMissing(ask<Stats>((sftp, done) => sftp.lstat(full, done)))
  const makeWayTo = async (path: string): Promise<void> => {
    const folders = partsInside(side, path).slice(0, -1)
    for (let depth = 1; depth <= folders.length; depth += 1) {
      const folder = posix.join(root, ...folders.slice(0, depth))
      if ((await look(folder)) === null) await ask((sftp, done) => sftp.mkdir(folder, done))
    }
  }

  return {
    list: (folder) =>
      told(reading(folder), async () => {
        const found = await ask<FileEntryWithStats[]>((sftp, done) => sftp.readdir(inside(folder), done))
        return found.filter(({ attrs }) => attrs.isFile()).map((file) => toFileThere(folder, file))
      }),
    read: (path, maxBytes) =>
      told(reading(path), async () => {
        const { size } = await ask<Stats>((sftp, done) => sftp.stat(inside(path), done))
        if (size > maxBytes) throw tooLarge(side, path, maxBytes)
        return readWhole({ side, ask, path, full: inside(path), size })
      }),
    write: (path, bytes) =>
      told(changing(path), async () => {
        await makeWayTo(path)
        await ask((sftp, done) => sftp.writeFile(inside(path), Buffer.from(bytes), done))
        // A disk may be full without a word.
        if ((await look(inside(path)))?.size !== bytes.length) throw halfWritten(side, path)
      }),
    move: (from, to) =>
      told(changing(from), async () => {
        await makeWayTo(to)
        // Some servers refuse to lay one file over another, others do it: a look before serves both.
        if ((await look(inside(from))) === null) return 'gone'
        if ((await look(inside(to))) !== null) return 'taken'
        await ask((sftp, done) => sftp.rename(inside(from), inside(to), done))
        return 'moved'
      }),
    remove: (path) =>
      told(changing(path), async () => {
        await unlessMissing(ask((sftp, done) => sftp.unlink(inside(path), done)))
      }),
  }
}

const toFileThere = (folder: string, { filename, attrs }: FileEntryWithStats): FileThere => ({
  path: folder === '' ? filename : `${folder}/${filename}`,
  bytes: attrs.size,
  modifiedAt: attrs.mtime * 1000,
})

const unlessMissing = async <T>(answer: Promise<T>): Promise<T | null> => {
  try {
    return await answer
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

const told = async <T>(attempt: Attempt, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw error instanceof Fault ? error : folderFault(attempt, codeOf(error), error)
  }
}

/** SFTP's status codes (draft-ietf-secsh-filexfer 02 and 13, section 9.1) as a PC would name them. */
const CODES: Readonly<Record<number, string>> = {
  ...{
    2: 'ENOENT',
    3: 'EACCES',
    4: 'REFUSED',
    8: 'REFUSED',
    10: 'ENOENT',
    12: 'EROFS',
    14: 'ENOSPC',
    15: 'EDQUOT',
    17: 'EBUSY',
  },
  ...{ 19: 'ENOTDIR', 20: 'EINVAL', 24: 'EISDIR' },
}
const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'number' ? (CODES[error.code] ?? '') : ''
