// What CI runs. Every part runs even when an earlier one failed: one run tells everything there is to mend.
import { spawnSync } from 'node:child_process'
import { root, runTool } from './run.ts'

const withoutTests = process.argv.includes('--without-tests')

/** What git sees as changed, or null where this is no clone. */
const changes = (): string | null => {
  const { status, stdout } = spawnSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' })
  return status === 0 ? stdout : null
}

const before = changes()
const parts = [
  { name: 'format and lint', passes: () => runTool('@biomejs/biome', 'biome', ['check', '--error-on-warnings']) },
  { name: 'types', passes: () => runTool('typescript', 'tsc', ['-b']) },
  // The architecture is one of the tests: test/architecture.test.ts.
  { name: 'tests', passes: () => withoutTests || runTool('vitest', 'vitest', ['run']) },
]
const failed = parts.filter(({ passes }) => !passes()).map(({ name }) => name)

const left = changes()
if (left !== before) {
  failed.push('a clean tree')
  console.error(`The check changed what git sees, and must not:\n${left}`)
}
if (failed.length > 0) {
  console.error(`Not in order: ${failed.join(', ')}.`)
  process.exitCode = 1
} else if (left) {
  console.error(`All in order. Not committed yet:\n${left}`)
}
