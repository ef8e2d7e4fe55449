import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Files } from '../connectors/sockets/ports.ts'

/** The real file system, for connectors that exchange files. */
export const files: Files = {
  read: (path) => readFile(path),
  list: async (folder) => (await readdir(folder)).map((name) => join(folder, name)),
  async write(path, bytes) {
    const unfinished = `${path}.partial`
    await mkdir(dirname(path), { recursive: true })
    const file = await open(unfinished, 'w', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } catch (error) {
      await rm(unfinished, { force: true })
      throw error
    } finally {
      await file.close()
    }
    await rename(unfinished, path)
  },
  async move(from, to) {
    await mkdir(dirname(to), { recursive: true })
    await rename(from, to)
  },
}
