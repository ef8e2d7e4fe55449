import { readFile, rm, writeFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import type { World } from './world.ts'

type Streams = Pick<NodeJS.Process, 'stdin' | 'stdout' | 'stderr'>

/** A reader that went away (`navette orders | head`) is nobody's fault: what is left is written into nothing. */
const ignoreBrokenPipe = (stream: NodeJS.WriteStream): void => {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

/** Resolves once the text has left this process, or cannot any more. */
const write = (stream: NodeJS.WriteStream, words: string): Promise<void> =>
  new Promise((resolve) => stream.write(words, () => resolve()))

/** Joins the command line to a process: its streams, its files and its signals. */
export const createProcessWorld = (
  { stdin, stdout, stderr }: Streams,
  more: Pick<World, 'version' | 'open'>,
): World => {
  ignoreBrokenPipe(stdout)
  ignoreBrokenPipe(stderr)
  return {
    ...more,
    writeOut: (words) => write(stdout, words),
    writeError: (words) => void stderr.write(words),
    readInput: () => text(stdin),
    readFile: (path) => readFile(path),
    async writePrivateFile(path, words) {
      // A file of an earlier run may be open to others, or a link to elsewhere: a new one takes its place.
      await rm(path, { force: true })
      await writeFile(path, words, { mode: 0o600, flag: 'wx' })
    },
    onInterrupt(stop) {
      // `on`, not `once`: a second signal must not kill a process that is finishing the call in flight.
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
    },
  }
}
