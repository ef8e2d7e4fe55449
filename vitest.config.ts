import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { ClosingLine } from './test/harness/closing-line.ts'
import { canRun, requirements } from './test/harness/requirements.ts'

const inHarness = (file: string): string => fileURLToPath(new URL(`test/harness/${file}`, import.meta.url))

const keychain = 'test/main/secrets/keychain*.test.ts'
const shell = 'test/main/shell/**/*.test.ts'
// What drives the built application (`out/`) from outside.
const program = ['test/main/headless*.test.ts', 'test/program/**/*.test.ts']

const projects: TestProjectInlineConfiguration[] = [
  {
    test: {
      name: 'main',
      isolate: false,
      testTimeout: 20_000,
      include: ['test/*.test.ts', 'test/{main,preload,batteries,simulators,harness,scripts}/**/*.test.ts'],
      exclude: [keychain, shell, ...program],
      setupFiles: [inHarness('loopback-only.ts')],
    },
  },
  {
    test: {
      name: 'keychain',
      include: [keychain],
      globalSetup: [inHarness('keychain-session.ts')],
      setupFiles: [inHarness('keychain-environment.ts'), inHarness('loopback-only.ts')],
    },
  },
  {
    resolve: { alias: { electron: fileURLToPath(new URL('test/helpers/electron-stand-in.ts', import.meta.url)) } },
    // Isolated, since the stand-in is one module that remembers what was done to it.
    test: { name: 'shell', include: [shell], testTimeout: 20_000, setupFiles: [inHarness('loopback-only.ts')] },
  },
  {
    plugins: [react()],
    test: {
      name: 'renderer',
      environment: 'jsdom',
      include: ['test/renderer/**/*.test.{ts,tsx}'],
      setupFiles: [inHarness('loopback-only.ts'), inHarness('page.ts')],
    },
  },
  {
    test: {
      name: 'program',
      include: program,
      globalSetup: [inHarness('built-application.ts')],
      setupFiles: [inHarness('loopback-only.ts')],
      testTimeout: 60_000,
    },
  },
  {
    test: {
      name: 'browser',
      include: ['test/browser/**/*.test.ts'],
      globalSetup: [inHarness('built-application.ts')],
      setupFiles: [inHarness('loopback-only.ts')],
      testTimeout: 30_000,
    },
  },
  {
    test: {
      name: 'electron',
      include: ['test/electron/**/*.test.ts'],
      globalSetup: [inHarness('built-application.ts')],
      testTimeout: 60_000,
    },
  },
]

export default defineConfig({
  test: {
    // Two are as fast as more: the suites wait for SQLite's disk and for child processes.
    maxWorkers: 2,
    passWithNoTests: true,
    // A suite the machine has no means for stays out, and the closing line says so.
    projects: projects.filter(({ test }) => canRun(String(test?.name))),
    reporters: ['default', new ClosingLine(requirements)],
  },
})
