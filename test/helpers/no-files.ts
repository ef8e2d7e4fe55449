import type { Files } from '../../src/main/connectors/sockets/ports.ts'

const refuse = async (): Promise<never> => {
  throw new Error('No connector under test here has a folder')
}

/** For connectors that exchange no files. */
export const noFiles: Files = { read: refuse, list: refuse, write: refuse, move: refuse }
