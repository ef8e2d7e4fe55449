import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export const chromiumPath = '/usr/bin/chromium'

export interface Requirement {
  /** The project of vitest.config.ts that cannot run without it. */
  readonly project: string
  /** What the machine lacks, or null when the project can run. */
  readonly missing: string | null
  /** Whether a missing one fails the run where CI is set. */
  readonly compulsoryInCi: boolean
}

const require = createRequire(import.meta.url)
const inPackage = (name: string, path: string): string => join(dirname(require.resolve(`${name}/package.json`)), path)

const firstMissing = (files: Readonly<Record<string, string>>): string | null =>
  Object.keys(files).find((what) => !existsSync(files[what] ?? '')) ?? null

/** What some suites need from the machine beside the packages of npm. */
export const requirements: readonly Requirement[] = [
  {
    project: 'keychain',
    missing: firstMissing({
      'dbus-daemon': '/usr/bin/dbus-daemon',
      'gnome-keyring': '/usr/bin/gnome-keyring-daemon',
      'the binary of keytar': inPackage('keytar', 'build/Release/keytar.node'),
    }),
    compulsoryInCi: true,
  },
  { project: 'browser', missing: firstMissing({ chromium: chromiumPath }), compulsoryInCi: true },
  {
    project: 'electron',
    // Installing never downloads the runtime (100 MB); path.txt is what that download leaves behind.
    missing: firstMissing({ 'the runtime of Electron (npm start offers it)': inPackage('electron', 'path.txt') }),
    compulsoryInCi: false,
  },
]

export const canRun = (project: string): boolean =>
  requirements.every((requirement) => requirement.project !== project || requirement.missing === null)
