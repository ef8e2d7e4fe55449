import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const inputs = ['src', 'electron.vite.config.ts', 'package-lock.json']
// Touched after a build that went through, so that half a build counts as none.
const mark = join(root, 'out', '.built')

const changedAt = (path: string): number => {
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  // A folder's own time tells of files that were removed.
  return readdirSync(path).reduce((latest, name) => Math.max(latest, changedAt(join(path, name))), stats.mtimeMs)
}

const isStale = (): boolean =>
  !existsSync(mark) || inputs.some((input) => changedAt(join(root, input)) > statSync(mark).mtimeMs)

/** Makes `out/` match the sources: about a second, and nothing at all when it already does. */
export async function buildWhenStale(): Promise<void> {
  if (!isStale()) return
  const startedAt = new Date()
  // Loaded late: whoever finds a fresh build must not wait for the bundler.
  const { build } = await import('electron-vite')
  await build({ root, logLevel: 'error' })
  writeFileSync(mark, '')
  // What was edited while the bundler ran is newer than this build.
  utimesSync(mark, startedAt, startedAt)
}

if (import.meta.main) await buildWhenStale()
