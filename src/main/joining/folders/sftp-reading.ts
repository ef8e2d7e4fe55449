import { halfRead } from './folder-fault.ts'
import type { Ask } from './sftp-session.ts'

/** What servers hand out in one answer without cutting it. */
const PIECE = 32_768
/** Pieces asked for at once, so that a large file does not wait for one way there and back after the other. */
const AT_ONCE = 32

interface File {
  readonly side: string
  readonly ask: Ask
  readonly path: string
  readonly full: string
  readonly size: number
}

/** A file that must be as large as it looked. */
export const readWhole = async ({ side, ask, path, full, size }: File): Promise<Uint8Array> => {
  const bytes = Buffer.alloc(size)
  const handle = await ask<Buffer>((sftp, done) => sftp.open(full, 'r', done))
  const read = (at: number, length: number): Promise<number> =>
    ask<number>((sftp, done) => sftp.read(handle, bytes, at, length, at, done))
  const readPiece = async (from: number): Promise<void> => {
    const end = Math.min(from + PIECE, size)
    for (let at = from; at < end; ) {
      const came = await read(at, end - at)
      if (came === 0) throw halfRead(side, path)
      at += came
    }
  }
  const starts = Array.from({ length: Math.ceil(size / PIECE) }, (_, index) => index * PIECE)
  for (let first = 0; first < starts.length; first += AT_ONCE) {
    await Promise.all(starts.slice(first, first + AT_ONCE).map(readPiece))
  }
  const beyond = await ask<number>((sftp, done) => sftp.read(handle, Buffer.alloc(1), 0, 1, size, done))
  await ask((sftp, done) => sftp.close(handle, done))
  if (beyond > 0) throw halfRead(side, path)
  return bytes
}
