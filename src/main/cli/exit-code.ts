import { CommanderError } from 'commander'
import type { ReplyFault } from '../../preload/contract/reply.ts'

/** What a command says with its exit (product.md section 11). */
export const EXIT = {
  allWell: 0,
  /** Done, but `problems` is not empty; or not done. */
  problems: 1,
  /** Wrong usage or configuration. */
  usage: 2,
  couldNotRun: 3,
} as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

const EXIT_OF_FAULT: Partial<Record<ReplyFault['kind'], ExitCode>> = {
  'bad-input': EXIT.usage,
  settings: EXIT.usage,
  bug: EXIT.couldNotRun,
}

/** Ends the command with a sentence on standard error. The parser's own error, so that all ways out are one. */
export const wrongUsage = (message: string): CommanderError => leave(EXIT.usage, message)

export const leave = (exitCode: ExitCode, message: string): CommanderError =>
  new CommanderError(exitCode, 'navette.leave', message)

export const leaveFor = ({ kind, message }: ReplyFault): CommanderError =>
  leave(EXIT_OF_FAULT[kind] ?? EXIT.problems, message)

/** The exit of whatever ended a command early. */
export const exitCodeOf = (error: unknown): ExitCode => {
  if (!(error instanceof CommanderError)) return EXIT.couldNotRun
  if (error.code === 'navette.leave') return Object.values(EXIT).find((code) => code === error.exitCode) ?? EXIT.usage
  // Help and version that were asked for; everything else the parser says is about how it was called.
  return error.exitCode === 0 ? EXIT.allWell : EXIT.usage
}
