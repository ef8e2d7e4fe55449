import { createHash } from 'node:crypto'
import { z } from 'zod'
import { isFault } from '../../domain/fault.ts'
import type { FileThere, Folder, Ports } from '../sockets/ports.ts'
import { matches } from './file-names.ts'
import { below, filesIn, nameOf } from './file-place.ts'
import { createSettling, type Patience, seenKeyOf } from './file-settling.ts'
import type { Template } from './template.ts'

/** Larger files are not read (custom-backoffice.md B5). */
export const MOST_BYTES = 50_000_000

/** Why a file that lies there could not be read, by where it lies. */
const REJECTED = 'files/rejected/'

/** In place of the hash of a file that could not be read. */
const UNREAD = ''

const Taken = z.object({
  bytes: z.number(),
  modifiedAt: z.number(),
  hash: z.string(),
  /** It may not be moved away. */
  stays: z.boolean(),
})

/** Which files are meant. */
export interface Incoming {
  readonly folder: string
  readonly name: string
}

/** Understands a file, whole or not at all (a `Fault` unreadable), and hands back what keeps it. */
export type Understand = (bytes: Uint8Array, file: FileThere) => () => void

/**
 * Files of the other side. Each is read once it is whole; what it says is kept together with its hash, and only then it is moved away, so
 * that a crash in between reads nothing twice. One that cannot be read is put aside with a text that says why, and told of as long as it
 * lies there.
 */
export const createInbox = ({ clock, records }: Ports, { files }: Pick<Template, 'files'>) => {
  const settled = createSettling({ clock, records }, files.settleSeconds)
  const keyOf = (path: string): string => `files/taken/${path}`

  /** Into a folder beside it, never over another; null when that is not allowed. */
  const moveAside = async (folder: Folder, path: string, into: string): Promise<string | null> => {
    const [directory, name] = [path.slice(0, -nameOf(path).length), nameOf(path)]
    try {
      for (let number = 1; ; number += 1) {
        const to = `${directory}${into}/${number === 1 ? name : `${number}_${name}`}`
        if ((await folder.move(path, to)) !== 'taken') return to
      }
    } catch (error) {
      if (isFault(error, 'settings')) return null
      throw error
    }
  }

  /** It may not be moved: remembered, so that it is not read again as long as it stays what it is. */
  const keepInPlace = ({ path, bytes, modifiedAt }: FileThere, hash: string): void =>
    records.save(keyOf(path), { bytes, modifiedAt, hash, stays: true })

  const reject = async (folder: Folder, file: FileThere, why: Error): Promise<boolean> => {
    const to = await moveAside(folder, file.path, files.rejected)
    records.save(`${REJECTED}${to ?? file.path}`, why.message)
    const text = `${clock.nowIso()}\r\n${why.message}\r\nNothing of this file was kept. Put it back once it, or the template, is right.\r\n`
    if (to !== null) await folder.write(`${to}.txt`, new TextEncoder().encode(text))
    return to !== null
  }

  const takeOne = async (folder: Folder, file: FileThere, understand: Understand): Promise<void> => {
    const { path, bytes, modifiedAt } = file
    const known = records.read(keyOf(path), Taken)
    let fault: Error | null = null
    try {
      const content = await folder.read(path, MOST_BYTES)
      const hash = createHash('sha256').update(content).digest('hex')
      if (known?.hash !== hash) {
        const keep = understand(content, file)
        records.together(() => {
          keep()
          records.remove(`${REJECTED}${path}`)
          records.save(keyOf(path), { bytes, modifiedAt, hash, stays: false })
        })
      }
    } catch (error) {
      if (!isFault(error, 'unreadable')) throw error
      fault = error
    }
    const isMoved =
      fault === null ? (await moveAside(folder, path, files.processed)) !== null : await reject(folder, file, fault)
    if (isMoved) for (const key of [keyOf(path), seenKeyOf(path)]) records.remove(key)
    else keepInPlace(file, fault === null ? (records.read(keyOf(path), Taken)?.hash ?? UNREAD) : UNREAD)
  }

  return {
    /** Takes in what is whole, oldest first; what cannot be read keeps nothing else from it. */
    async take(folder: Folder, incoming: Incoming, understand: Understand, patience: Patience): Promise<void> {
      const meant = matches(incoming.name)
      const list = async (): Promise<readonly FileThere[]> => {
        const found = await filesIn(folder, incoming.folder)
        return found.filter(({ path }) => meant.test(nameOf(path)) && !path.endsWith('.tmp'))
      }
      const isKept = ({ path, bytes, modifiedAt }: FileThere): boolean => {
        const known = records.read(keyOf(path), Taken)
        return known?.stays === true && known.bytes === bytes && known.modifiedAt === modifiedAt
      }
      const whole = await settled(async () => (await list()).filter((file) => !isKept(file)), patience)
      for (const file of whole.toSorted(byAge)) await takeOne(folder, file, understand)
    },
    /** What could not be read and still lies there, by its path, and why. Somebody who deals with it takes it away, or puts it back. */
    async unread(folder: Folder): Promise<ReadonlyMap<string, string>> {
      const found = new Map<string, string>()
      const there = new Map<string, readonly FileThere[]>()
      for (const { key, value } of records.list(REJECTED, z.string())) {
        const path = key.slice(REJECTED.length)
        const at = path.slice(0, -nameOf(path).length - 1)
        const files = there.get(at) ?? (await filesIn(folder, at))
        there.set(at, files)
        if (files.some((file) => file.path === path)) found.set(path, value)
        else records.remove(key)
      }
      return found
    },
    /** Files that could not be read and still lie there. */
    async rejected(folder: Folder, incoming: Incoming): Promise<readonly string[]> {
      const found = await filesIn(folder, below(incoming.folder, files.rejected))
      const inPlace = (await filesIn(folder, incoming.folder)).filter(
        ({ path }) => records.read(keyOf(path), Taken)?.hash === UNREAD,
      )
      return [...found, ...inPlace].map(({ path }) => path).filter((path) => !path.endsWith('.txt'))
    },
  }
}
export type Inbox = ReturnType<typeof createInbox>

const byAge = (one: FileThere, other: FileThere): number =>
  one.modifiedAt - other.modifiedAt || one.path.localeCompare(other.path, 'en', { numeric: true })
