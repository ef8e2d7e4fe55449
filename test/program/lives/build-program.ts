import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../../..', import.meta.url))

export interface BuiltProgram {
  readonly path: string
  remove(): Promise<void>
}

/**
 * The sources of a child process in one file: hundreds of them are started, and reading two hundred modules takes four times as long as
 * reading one. It lies where packages are found.
 */
export const buildProgram = async (entry: string): Promise<BuiltProgram> => {
  const outDir = await mkdtemp(join(root, 'node_modules', '.cache', 'one-life-'))
  await build({
    ...{ root, configFile: false, logLevel: 'warn' },
    ssr: { noExternal: true, external: ['better-sqlite3', 'keytar', 'ssh2'] },
    build: {
      ssr: entry,
      outDir,
      target: 'node24',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'program.js' } },
    },
  })
  return { path: join(outDir, 'program.js'), remove: () => rm(outDir, { recursive: true, force: true }) }
}
