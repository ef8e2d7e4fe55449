import * as fs from 'node:fs'
import { posix } from 'node:path'
import type { Attributes, SFTPWrapper } from 'ssh2'
import ssh2 from 'ssh2'

const { OPEN_MODE } = ssh2.utils.sftp
const [OK, END_OF_FILE, NO_SUCH_FILE, NO_RIGHT, FAILURE] = [0, 1, 2, 3, 4]

export type Answer = (sftp: SFTPWrapper, id: number) => void
type Act = (args: readonly unknown[]) => Answer

interface Opened {
  readonly path: string
  readonly file: number | null
  names: readonly string[] | null
}

/** What a server of files does for each request of SFTP version 3, in a folder of this PC. */
export const sftpActs = ({ root, laysOver = false }: { readonly root: string; readonly laysOver?: boolean }) => {
  const opened = new Map<number, Opened>()
  let last = 0
  const here = (path: unknown): string => posix.join(root, posix.resolve('/', String(path)))
  const numberOf = (handle: unknown): number => (Buffer.isBuffer(handle) ? handle.readUInt32BE(0) : -1)
  const of = (handle: unknown): Opened => {
    const found = opened.get(numberOf(handle))
    if (found === undefined) throw new Error('Nothing is open there')
    return found
  }
  const keep = (one: Opened): Answer => {
    last += 1
    opened.set(last, one)
    const handle = Buffer.alloc(4)
    handle.writeUInt32BE(last)
    return (sftp, id) => sftp.handle(id, handle)
  }
  const done: Answer = (sftp, id) => sftp.status(id, OK)

  const acts: Readonly<Record<string, Act>> = {
    REALPATH: ([path]) => {
      const filename = posix.resolve('/', String(path))
      return (sftp, id) => sftp.name(id, [{ filename, longname: filename, attrs: attributesOf(fs.statSync(root)) }])
    },
    STAT: ([path]) => {
      const attrs = attributesOf(fs.statSync(here(path)))
      return (sftp, id) => sftp.attrs(id, attrs)
    },
    LSTAT: ([path]) => {
      const attrs = attributesOf(fs.lstatSync(here(path)))
      return (sftp, id) => sftp.attrs(id, attrs)
    },
    FSTAT: ([handle]) => {
      const attrs = attributesOf(fs.fstatSync(of(handle).file ?? -1))
      return (sftp, id) => sftp.attrs(id, attrs)
    },
    OPENDIR: ([path]) => keep({ path: String(path), file: null, names: fs.readdirSync(here(path)) }),
    READDIR: ([handle]) => {
      const folder = of(handle)
      const { names, path } = folder
      folder.names = null
      if (names === null) return (sftp, id) => sftp.status(id, END_OF_FILE)
      const found = names.map((filename) => ({
        ...{ filename, longname: filename },
        attrs: attributesOf(fs.lstatSync(posix.join(here(path), filename))),
      }))
      return (sftp, id) => sftp.name(id, found)
    },
    OPEN: ([path, flags]) => {
      const isToWrite = (Number(flags) & OPEN_MODE.WRITE) !== 0
      return keep({ path: String(path), file: fs.openSync(here(path), isToWrite ? 'w' : 'r'), names: null })
    },
    READ: ([handle, offset, length]) => {
      const bytes = Buffer.alloc(Number(length))
      const came = fs.readSync(of(handle).file ?? -1, bytes, 0, bytes.length, Number(offset))
      return came === 0
        ? (sftp, id) => sftp.status(id, END_OF_FILE)
        : (sftp, id) => sftp.data(id, bytes.subarray(0, came))
    },
    WRITE: ([handle, offset, bytes]) => {
      if (Buffer.isBuffer(bytes)) fs.writeSync(of(handle).file ?? -1, bytes, 0, bytes.length, Number(offset))
      return done
    },
    CLOSE: ([handle]) => {
      const { file } = of(handle)
      if (file !== null) fs.closeSync(file)
      opened.delete(numberOf(handle))
      return done
    },
    MKDIR: ([path]) => {
      fs.mkdirSync(here(path))
      return done
    },
    REMOVE: ([path]) => {
      fs.unlinkSync(here(path))
      return done
    },
    RENAME: ([from, to]) => {
      if (!laysOver && fs.existsSync(here(to))) throw new Error('There is one already')
      fs.renameSync(here(from), here(to))
      return done
    },
  }
  return { acts, nameOf: (handle: unknown): string => opened.get(numberOf(handle))?.path ?? '' }
}

const attributesOf = ({ mode, uid, gid, size, atimeMs, mtimeMs }: fs.Stats): Attributes => ({
  ...{ mode, uid, gid, size },
  ...{ atime: Math.floor(atimeMs / 1000), mtime: Math.floor(mtimeMs / 1000) },
})

export const statusOf = (error: unknown): number => {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOENT') return NO_SUCH_FILE
  return code === 'EACCES' || code === 'EPERM' ? NO_RIGHT : FAILURE
}
