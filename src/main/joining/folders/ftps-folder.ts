import { posix } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { type Client, type FileInfo, FTPError } from 'basic-ftp'
import type { FileThere, Folder } from '../../connectors/sockets/ports.ts'
import { Fault } from '../../domain/fault.ts'
import { type Attempt, folderFault, halfRead, halfWritten, type Reason, tooLarge } from './folder-fault.ts'
import { type FtpsOptions, inFtpsSession } from './ftps-session.ts'
import { partsInside } from './path-inside.ts'
import { readServerAddress } from './server-address.ts'

const FTPS_PORT = 21
/** 550 (RFC 959 section 4.2.1) says no more than that it did not happen. */
const NOT_DONE = 550

/** A folder of a server, by FTP over TLS. */
export const inFtpsFolder = <T>(options: FtpsOptions, work: (folder: Folder) => Promise<T>): Promise<T> => {
  const { side, place } = options
  const server = readServerAddress(side, place.address, FTPS_PORT)
  return inFtpsSession(options, server, async (client) => {
    const root = await told({ side, path: '', changes: false }, codeOf, async () => {
      if (server.root !== null) await client.cd(server.root)
      return client.pwd()
    })
    return work(ftpsFolder(side, root, client))
  })
}

const ftpsFolder = (side: string, root: string, client: Client): Folder => {
  const inside = (path: string): string => posix.join(root, ...partsInside(side, path))
  const changing = (path: string): Attempt => ({ side, path, changes: true })
  const toRead = <T>(path: string, work: () => Promise<T>): Promise<T> =>
    told({ side, path, changes: false }, (error) => whyUnread(inside(path), error), work)
  const toChange = <T>(path: string, work: () => Promise<T>): Promise<T> => told(changing(path), codeOf, work)
  const made = new Set<string>()
  const makeWayTo = async (path: string): Promise<void> => {
    const folders = partsInside(side, path).slice(0, -1)
    for (let depth = 1; depth <= folders.length; depth += 1) {
      const folder = posix.join(root, ...folders.slice(0, depth))
      if (made.has(folder)) continue
      // It may be there already, which no server says in the same way: whether it is shows when it is used.
      const { code } = await client.sendIgnoringError(`MKD ${folder}`)
      if (code < 400 || code === NOT_DONE) made.add(folder)
    }
  }
  /** Of the folder itself: some servers answer to the list of a folder that is not there with an empty one. */
  const entries = async (folder: string): Promise<readonly FileInfo[]> => {
    await client.cd(folder)
    return client.list()
  }
  /** Why something could not be read, which the server does not tell. */
  const whyUnread = async (full: string, error: unknown): Promise<string> => {
    const code = codeOf(error)
    if (code !== 'EACCES' || full === root) return code
    try {
      const beside = await entries(posix.dirname(full))
      return beside.some(({ name }) => name === posix.basename(full)) ? 'EACCES' : 'ENOENT'
    } catch (again) {
      return codeOf(again) === 'EACCES' ? 'ENOENT' : codeOf(again)
    }
  }
  const sizeListed = async (full: string): Promise<number | null> =>
    (await entries(posix.dirname(full))).find(({ name }) => name === posix.basename(full))?.size ?? null
  /** Null: it is not there, or may not be read. A list of hundreds of files is read only where a server knows no sizes. */
  const sizeTold = async (full: string): Promise<number | null> => {
    try {
      return await client.size(full)
    } catch (error) {
      if (!(error instanceof FTPError)) throw error
      return error.code === NOT_DONE ? null : sizeListed(full)
    }
  }
  /** What may be renamed is there (RFC 959 section 4.1.3); so is what may only be read. */
  const isThere = async (full: string): Promise<boolean> => {
    try {
      await client.send(`RNFR ${full}`)
      return true
    } catch (error) {
      if (!(error instanceof FTPError) || error.code !== NOT_DONE) throw error
      return (await sizeTold(full)) !== null
    }
  }

  return {
    list: (folder) =>
      toRead(folder, async () => {
        const files = (await entries(inside(folder))).filter(({ isFile }) => isFile)
        const found: FileThere[] = []
        for (const file of files) {
          const path = folder === '' ? file.name : `${folder}/${file.name}`
          const modifiedAt = file.modifiedAt ?? (await client.lastMod(inside(path)))
          found.push({ path, bytes: file.size, modifiedAt: modifiedAt.getTime() })
        }
        return found
      }),
    read: (path, maxBytes) =>
      toRead(path, async () => {
        const size = await client.size(inside(path)).catch((error: unknown) => {
          if (error instanceof FTPError && error.code !== NOT_DONE) return sizeListed(inside(path))
          throw error
        })
        if (size === null) throw folderFault({ side, path, changes: false }, 'ENOENT', null)
        if (size > maxBytes) throw tooLarge(side, path, maxBytes)
        const bytes = await download(client, inside(path))
        if (bytes.length !== size) throw halfRead(side, path)
        return bytes
      }),
    write: (path, bytes) =>
      toChange(path, async () => {
        await makeWayTo(path)
        await client.uploadFrom(Readable.from([Buffer.from(bytes)]), inside(path))
        const size = (await sizeTold(inside(path))) ?? (await sizeListed(inside(path)))
        if (size !== bytes.length) throw halfWritten(side, path)
      }),
    move: (from, to) =>
      toChange(from, async () => {
        await makeWayTo(to)
        if (!(await isThere(inside(from))) && (await sizeListed(inside(from))) === null) return 'gone'
        // Most servers lay one file over another.
        if (await isThere(inside(to))) return 'taken'
        await client.rename(inside(from), inside(to))
        return 'moved'
      }),
    remove: (path) =>
      toChange(path, async () => {
        const { code } = await client.sendIgnoringError(`DELE ${inside(path)}`)
        if (code >= 400 && (await sizeListed(inside(path))) !== null) throw folderFault(changing(path), 'EACCES', null)
      }),
  }
}

const download = async (client: Client, full: string): Promise<Uint8Array> => {
  const pieces: Buffer[] = []
  const collected = new Writable({
    write(piece: Buffer, _encoding, next) {
      pieces.push(piece)
      next()
    },
  })
  await client.downloadTo(collected, full)
  return Buffer.concat(pieces)
}

const told = async <T>(
  attempt: Attempt,
  why: (error: unknown) => string | Promise<string>,
  work: () => Promise<T>,
): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw error instanceof Fault ? error : folderFault(attempt, await why(error), error)
  }
}

/** FTP's reply codes (RFC 959 section 4.2) as a PC would name them; none when the connection gave out. */
const codeOf = (error: unknown): string => {
  if (!(error instanceof FTPError) || ENDS_THE_CONNECTION.includes(error.code)) return ''
  return CODES[error.code] ?? 'REFUSED'
}
const ENDS_THE_CONNECTION = [421, 425, 426]
const CODES: Readonly<Record<number, Reason>> = {
  450: 'EBUSY',
  452: 'ENOSPC',
  550: 'EACCES',
  552: 'ENOSPC',
  553: 'EACCES',
}
