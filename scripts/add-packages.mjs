// Adds or updates packages: `npm run add -- zod@4 -D`. npm chooses versions by the Node it runs on, so it has to run on
// the one we ship with; under an older one it quietly picks older packages.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const cli = process.env.npm_execpath
if (!cli || !existsSync(cli)) throw new Error('Run this as a script of npm: npm run add -- <package>')

const env = { ...process.env, npm_config_ignore_scripts: 'true' }
const { status } = spawnSync(process.execPath, [cli, 'install', ...process.argv.slice(2)], { env, stdio: 'inherit' })
if (status !== 0) process.exit(status ?? 1)

// Installs anew from the lock file: what a fresh clone gets is what we go on with.
await import(fileURLToPath(new URL('set-up.mjs', import.meta.url)))
