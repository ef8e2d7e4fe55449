import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

const require = createRequire(import.meta.url)

/** The file behind a command of a package, so that it runs on the Node we run on, on every system alike. */
const commandFile = (packageName: string, command: string): string => {
  const manifestPath = require.resolve(`${packageName}/package.json`)
  // npm's own format: `bin` is a path, or paths by name.
  const { bin } = JSON.parse(readFileSync(manifestPath, 'utf8')) as { bin: string | Record<string, string> }
  const path = typeof bin === 'string' ? bin : bin[command]
  if (!path) throw new Error(`${packageName} has no command ${command}`)
  return join(dirname(manifestPath), path)
}

/** Runs a command of an installed package in the repository's root and returns whether it succeeded. */
export function runTool(packageName: string, command: string, args: readonly string[]): boolean {
  const file = commandFile(packageName, command)
  return spawnSync(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit' }).status === 0
}
