// Starts the desktop application. Its runtime is a download of 100 MB that installing never makes on its own, so this asks.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { buildWhenStale } from './build-when-stale.ts'
import { root, runTool } from './run.ts'

const electron = join(root, 'node_modules', 'electron')

const runtime = (): string | null => {
  const named = join(electron, 'path.txt')
  if (!existsSync(named)) return null
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(electron, 'dist')
  const path = join(folder, readFileSync(named, 'utf8').trim())
  return existsSync(path) ? path : null
}

const asked = async (question: string): Promise<boolean> => {
  if (!process.stdin.isTTY) return false
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question(`${question} [Y/n] `)
  terminal.close()
  return !/^n/i.test(answer.trim())
}

const withoutWindow = 'The same engine and the same screens run without it: npm run navette -- serve'

const start = async (): Promise<number> => {
  await buildWhenStale()
  if (!runtime()) {
    console.error(
      `The desktop application needs the runtime of Electron, which is not on this machine.\n${withoutWindow}`,
    )
    if (!(await asked('Download it now (100 MB)?'))) return 1
    if (!runTool('electron', 'install-electron', []) || !runtime()) {
      console.error('The runtime could not be downloaded.')
      return 1
    }
  }
  const headlessLinux = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']
  if (headlessLinux) {
    console.error(`This machine has no screen (neither DISPLAY nor WAYLAND_DISPLAY is set).\n${withoutWindow}`)
    return 1
  }
  return spawnSync(runtime() ?? '', ['.', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' }).status ?? 1
}

process.exitCode = await start()
