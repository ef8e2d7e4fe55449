import type { Folders } from '../../src/main/connectors/sockets/ports.ts'

/** For connectors that exchange no files. */
export const noFolders: Folders = {
  use: async () => {
    throw new Error('No connector under test here has a folder')
  },
}
