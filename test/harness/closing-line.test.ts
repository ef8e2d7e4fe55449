import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
const config = join(import.meta.dirname, '../fixtures/a-run/vitest.config.ts')

const run = (
  settings: Readonly<Record<string, string>>,
  ...args: string[]
): { status: number | null; lines: string[] } => {
  const { VITEST: _inside, CI: _ci, ...env } = process.env
  const { status, stdout } = spawnSync(process.execPath, [vitest, 'run', '--config', config, ...args], {
    env: { ...env, ...settings },
    encoding: 'utf8',
  })
  return { status, lines: stdout.trimEnd().split('\n') }
}

describe('the closing line', () => {
  it('counts a file that does not load as a failure and names the projects that were left out', () => {
    const { status, lines } = run({})

    expect(lines.at(-1)).toBe('1 passed, 2 failed')
    expect(lines.slice(-3, -1)).toEqual([
      'SKIPPED: no test of the project "browser" was run: a browser is missing on this machine.',
      'SKIPPED: no test of the project "electron" was run: a runtime is missing on this machine.',
    ])
    expect(status).toBe(1)
  })

  it('counts a project that must run in CI and cannot as a failure, even when all else passes', () => {
    const { status, lines } = run({ CI: 'true' }, '--testNamePattern', 'passes', 'one-passes')

    expect(lines.at(-1)).toBe('1 passed, 1 failed')
    expect(status).toBe(1)
  })

  it('lets a run pass in which everything passes', () => {
    const { status, lines } = run({}, '--testNamePattern', 'passes', 'one-passes')

    expect(lines.at(-1)).toBe('1 passed, 0 failed')
    expect(status).toBe(0)
  })
})
