// Builds the installers of this system into `release/`.
import { buildWhenStale } from './build-when-stale.ts'
import { runTool } from './run.ts'

await buildWhenStale()
if (!runTool('electron-builder', 'electron-builder', ['--publish', 'never', ...process.argv.slice(2)]))
  process.exitCode = 1
