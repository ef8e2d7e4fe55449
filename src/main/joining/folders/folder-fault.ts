import { Fault } from '../../domain/fault.ts'

/** What keeps us from a path, by the names a PC gives it; servers' codes are translated into these. The others leave it open what happened. */
const REASONS = {
  ENOENT: 'is not there',
  ENOTDIR: 'is not a folder',
  EISDIR: 'is a folder',
  EACCES: 'is closed to Navette',
  EPERM: 'is closed to Navette',
  EROFS: 'can only be read',
  EINVAL: 'has a name that is not allowed there',
  ENAMETOOLONG: 'has a name that is too long',
  ENOSPC: 'finds no room left',
  EDQUOT: 'finds no room left',
  EBUSY: 'is held by another program',
  /** Ours: a server said no, and no more. */
  REFUSED: 'was refused there without a reason',
} as const
export type Reason = keyof typeof REASONS

/** These pass by themselves. */
const PASSING: readonly string[] = ['EBUSY', 'ENOSPC', 'EDQUOT', 'REFUSED'] satisfies readonly Reason[]

const isReason = (code: string): code is Reason => Object.hasOwn(REASONS, code)

export interface Attempt {
  readonly side: string
  /** Of the place: empty for the place itself. */
  readonly path: string
  /** It changes something there: what became of it is unknown when no reason is told. */
  readonly changes: boolean
}

/** `detail.code` is the reason. */
export const folderFault = ({ side, path, changes }: Attempt, code: string, cause: unknown): Fault => {
  const what = path === '' ? 'The folder' : `“${path}”`
  const more = { side, cause, detail: { code } }
  if (isReason(code))
    return new Fault(PASSING.includes(code) ? 'unreachable' : 'settings', `${what} of ${side} ${REASONS[code]}.`, more)
  return new Fault('unreachable', `${what} of ${side} cannot be used (${code || 'no reason given'}).`, {
    ...more,
    outcome: changes ? 'unknown' : 'not-done',
  })
}

export const tooLarge = (side: string, path: string, maxBytes: number): Fault =>
  new Fault('unreadable', `“${path}” of ${side} is larger than ${Math.floor(maxBytes / 1_000_000)} MB.`, { side })

/** It grew, shrank or broke off. */
export const halfRead = (side: string, path: string): Fault =>
  new Fault('unreadable', `“${path}” of ${side} changed while it was read.`, { side })

/** What lies there is not what was sent: the connection, or the room, gave out unnoticed. */
export const halfWritten = (side: string, path: string): Fault =>
  new Fault('unreachable', `“${path}” did not arrive whole at ${side}.`, { side, outcome: 'unknown' })
