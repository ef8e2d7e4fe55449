// What Debian has to provide beside npm's packages. Presence is read from the files a package brings, which takes
// microseconds; asking dpkg takes longer than a whole set-up with nothing missing.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const inLibraryFolders = (name) => () =>
  readdirSync('/usr/lib').some((folder) => folder.endsWith('-linux-gnu') && existsSync(join('/usr/lib', folder, name)))
const file = (path) => () => existsSync(path)

const packages = [
  { name: 'libsecret-1-0', use: 'running', suites: 'keychain', isThere: inLibraryFolders('libsecret-1.so.0') },
  { name: 'gnome-keyring', use: 'running', suites: 'keychain', isThere: file('/usr/bin/gnome-keyring-daemon') },
  { name: 'dbus-daemon', use: 'running', suites: 'keychain', isThere: file('/usr/bin/dbus-daemon') },
  { name: 'chromium', use: 'running', suites: 'browser', isThere: file('/usr/bin/chromium') },
  {
    name: 'fonts-liberation',
    use: 'running',
    suites: 'browser',
    isThere: file('/usr/share/fonts/truetype/liberation'),
  },
  {
    name: 'fonts-noto-color-emoji',
    use: 'running',
    suites: 'browser',
    isThere: file('/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf'),
  },
  { name: 'libsecret-1-dev', use: 'compiling', suites: 'keychain', isThere: file('/usr/include/libsecret-1') },
  { name: 'build-essential', use: 'compiling', suites: 'keychain', isThere: file('/usr/bin/g++') },
  { name: 'pkg-config', use: 'compiling', suites: 'keychain', isThere: file('/usr/bin/pkg-config') },
  { name: 'python3', use: 'compiling', suites: 'keychain', isThere: file('/usr/bin/python3') },
]

const linux = process.platform === 'linux'
const isDebian = linux && existsSync('/usr/bin/apt-get') && existsSync('/etc/debian_version')

/** The packages that are not there, for `running` the suites or for `compiling` keytar; none on other systems than Linux. */
export const missingDebianPackages = (use) =>
  linux ? packages.filter((candidate) => candidate.use === use && !candidate.isThere()) : []

/** Installs them when this is Debian and we are root; says so first. False when that is not ours to do, or failed. */
export const installDebianPackages = (wanted, say) => {
  if (wanted.length === 0) return true
  if (!isDebian || process.getuid?.() !== 0) return false
  const names = wanted.map(({ name }) => name)
  say(`installing Debian packages, since this is root: ${names.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const aptGet = (...args) =>
    spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 2] }).status === 0
  aptGet('update')
  return aptGet('install', '-y', '--no-install-recommends', ...names)
}

/** What a person can do about them, and which suites stay out until then. */
export const adviceOnDebian = (missing) => {
  if (missing.length === 0) return ''
  const names = missing.map(({ name }) => name).join(' ')
  const suites = [...new Set(missing.map((one) => one.suites))].join(' and ')
  return `the ${suites} suites will be SKIPPED; for all of them: sudo apt-get install ${names}`
}
