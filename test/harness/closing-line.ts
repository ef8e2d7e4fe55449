import type { Reporter, SerializedError, TestModule, Vitest } from 'vitest/node'
import type { Requirement } from './requirements.ts'

const inCi = (): boolean => !['', '0', 'false', undefined].includes(process.env['CI'])

const skippedLine = ({ project, missing }: Requirement): string =>
  `SKIPPED: no test of the project "${project}" was run: ${missing} is missing on this machine.`

/**
 * Ends every run with `N passed, N failed`. Whatever went wrong outside a test (a module that does not load, an unhandled
 * rejection, a suite that must run in CI and cannot) counts as a failure, so that the line never sounds better than the run.
 */
export class ClosingLine implements Reporter {
  private readonly requirements: readonly Requirement[]
  private passed = 0
  private failed = 0
  private unmet: readonly Requirement[] = []

  constructor(requirements: readonly Requirement[]) {
    this.requirements = requirements
  }

  onInit(vitest: Vitest): void {
    const asked = [vitest.config.project].flat()
    this.unmet = this.requirements.filter(
      ({ project, missing }) => missing !== null && (asked.length === 0 || asked.includes(project)),
    )
    // Printed when the process leaves: other reporters and npm's scripts have had their word by then.
    process.on('exit', () => this.print())
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string): number => tests.filter((test) => test.result().state === state).length
    const broken = modules.filter((module) => module.state() === 'failed' && module.errors().length > 0)
    const suites = modules.flatMap((module) => [...module.children.allSuites()])
    const brokenSuites = suites.filter((suite) => suite.errors().length > 0)
    this.passed = count('passed')
    this.failed = count('failed') + broken.length + brokenSuites.length + unhandled.length
  }

  private print(): void {
    const compulsory = inCi() ? this.unmet.filter(({ compulsoryInCi }) => compulsoryInCi) : []
    if (compulsory.length > 0) process.exitCode = 1
    const lines = [...this.unmet.map(skippedLine), `${this.passed} passed, ${this.failed + compulsory.length} failed`]
    process.stdout.write(`\n${lines.join('\n')}\n`)
  }
}
