// Installs what a fresh machine lacks, and costs a few milliseconds when nothing is missing. Every npm script that needs
// the packages runs this first. Plain JavaScript for Node 20: nothing may be imported that is not part of Node.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { adviceOnDebian, installDebianPackages, missingDebianPackages } from './debian-packages.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const at = (...parts) => join(root, ...parts)

const windows = process.platform === 'win32'
const node24 = at('node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')
const keychainBinary = at('node_modules', 'keytar', 'build', 'Release', 'keytar.node')
// Written when everything is in place and not before: an install that was interrupted leaves no mark and starts over.
const mark = at('node_modules', '.set-up')

// Standard output belongs to the script that follows (`npm run bench -- --json`).
const say = (text) => process.stderr.write(`set-up: ${text}\n`)

const lockFileHash = () =>
  createHash('sha256')
    .update(readFileSync(at('package-lock.json')))
    .digest('hex')
const packagesAreInstalled = () =>
  existsSync(mark) && readFileSync(mark, 'utf8') === lockFileHash() && existsSync(node24) && existsSync(keychainBinary)

/** `npm ci` deletes the Node that lives in node_modules, so npm has to run on another one. */
const nodeOutside = () => {
  const inside = (path) => path.startsWith(at('node_modules'))
  const { npm_node_execpath: npmNode, PATH = '' } = process.env
  const onPath = PATH.split(delimiter).map((folder) => join(folder, windows ? 'node.exe' : 'node'))
  return [npmNode, process.execPath, ...onPath].find((path) => path && !inside(path) && existsSync(path))
}

const npm = (args, settings = {}) => {
  const { npm_execpath: cli } = process.env
  const node = nodeOutside()
  const [command, first] = cli && node ? [node, [cli]] : ['npm', []]
  const env = { ...process.env, npm_config_loglevel: 'error', ...settings }
  // Standard output of npm goes where our own words go.
  return (
    spawnSync(command, [...first, ...args], { cwd: root, env, stdio: ['ignore', 2, 2], shell: windows && !cli })
      .status === 0
  )
}

/** The headers of Node travel in its package: a compiler then needs nothing from the network. */
const headersSetting = () => {
  const folder = at('node_modules', 'node', 'node_modules')
  const headers =
    existsSync(folder) && readdirSync(folder).find((name) => existsSync(join(folder, name, 'include', 'node')))
  return headers ? { npm_config_nodedir: join(folder, headers) } : {}
}

const stop = (text) => {
  say(text)
  process.exit(1)
}

// keytar's install script takes the prebuilt binary where it can be downloaded and compiles it otherwise.
const buildKeychainBinary = () => npm(['rebuild', 'keytar'], headersSetting()) && existsSync(keychainBinary)

const installPackages = () => {
  say('installing the packages of package-lock.json (npm ci), about half a minute')
  rmSync(mark, { force: true })
  if (!npm(['ci', '--ignore-scripts'])) stop('npm ci failed; its own words are above')
  say('fetching Node 24, which every script runs on')
  if (!npm(['rebuild', 'node']) || !existsSync(node24)) stop('the package "node" could not fetch its binary')
  say('preparing keytar, the bridge to the keychain of the operating system')
  if (buildKeychainBinary()) return true
  return installDebianPackages(missingDebianPackages('compiling'), say) && buildKeychainBinary()
}

const start = Date.now()
const wanted = missingDebianPackages('running')
if (wanted.length > 0 && !installDebianPackages(wanted, say)) say(adviceOnDebian(wanted))

if (!packagesAreInstalled()) {
  if (installPackages()) {
    mkdirSync(at('node_modules'), { recursive: true })
    writeFileSync(mark, lockFileHash())
    say(`ready after ${Math.round((Date.now() - start) / 1000)} s`)
  } else {
    say(
      'NO KEYCHAIN: keytar could neither be downloaded nor compiled. The desktop application cannot keep its secrets and',
    )
    say(
      `the keychain suite does not run; headless works with --secrets env. ${adviceOnDebian(missingDebianPackages('compiling'))}`,
    )
  }
}
