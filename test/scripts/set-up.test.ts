import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'

const scripts = join(import.meta.dirname, '../../scripts')

// Stands in for npm: writes down what it was asked and leaves behind what the real one would.
const npmStandIn = `
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
const asked = process.argv.slice(2).join(' ')
appendFileSync('asked.txt', asked + '\\n')
if (asked === process.env.NPM_FAILS_AT) process.exit(1)
const leave = (...path) => { mkdirSync(dirname(join(...path)), { recursive: true }); writeFileSync(join(...path), '') }
if (asked.startsWith('ci')) rmSync('node_modules', { recursive: true, force: true })
if (asked === 'rebuild node') leave('node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
if (asked === 'rebuild keytar') leave('node_modules/keytar/build/Release/keytar.node')
`

const folders: string[] = []
const aClone = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'navette-set-up-'))
  folders.push(folder)
  cpSync(scripts, join(folder, 'scripts'), { recursive: true })
  writeFileSync(join(folder, 'package-lock.json'), '{}')
  writeFileSync(join(folder, 'npm.mjs'), npmStandIn)
  return folder
}

const setUp = (folder: string, failsAt = '') => {
  const env = {
    ...process.env,
    npm_execpath: join(folder, 'npm.mjs'),
    npm_node_execpath: process.execPath,
    NPM_FAILS_AT: failsAt,
  }
  const command = [join(folder, 'scripts/set-up.mjs')]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: folder, env, encoding: 'utf8' })
  const list = join(folder, 'asked.txt')
  const asked = existsSync(list) ? readFileSync(list, 'utf8').trim().split('\n') : []
  rmSync(list, { force: true })
  return { status, stdout, stderr, asked }
}

const everything = ['ci --ignore-scripts', 'rebuild node', 'rebuild keytar']

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

describe('set-up', () => {
  it('installs the packages, then Node, then the keychain bridge, and leaves standard output alone', () => {
    const { status, stdout, stderr, asked } = setUp(aClone())

    expect(asked).toEqual(everything)
    expect(stderr).toContain('set-up: ready')
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
  })

  it('does and says nothing when nothing is missing', () => {
    const clone = aClone()
    setUp(clone)

    const { asked, stderr } = setUp(clone)

    expect(asked).toEqual([])
    expect(stderr).not.toContain('set-up: installing the packages')
  })

  it('starts over after an install that was interrupted', () => {
    const clone = aClone()
    const interrupted = setUp(clone, 'rebuild node')

    const { asked } = setUp(clone)

    expect(interrupted.status).toBe(1)
    expect(asked).toEqual(everything)
  })

  it.each([
    ['the lock file changed', (clone: string) => writeFileSync(join(clone, 'package-lock.json'), '{ }')],
    ['a package lost its binary', (clone: string) => rmSync(join(clone, 'node_modules/keytar'), { recursive: true })],
  ])('installs again when %s', (_what, happens) => {
    const clone = aClone()
    setUp(clone)
    happens(clone)

    const { asked } = setUp(clone)

    expect(asked).toEqual(everything)
  })
})
