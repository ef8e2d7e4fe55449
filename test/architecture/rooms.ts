/** Libraries that reach the outside: a room that may import `package` may still not import these. */
export const guardedPackages = ['electron', 'better-sqlite3', 'keytar']

// What computes and touches nothing outside the process.
const computing = ['zod', 'node:async_hooks', 'node:buffer', 'node:crypto', 'node:timers/promises', 'node:util']
const parsing = ['saxes', 'papaparse', 'p-queue']

const sockets = 'main/connectors/sockets'
const http = 'main/connectors/http'
const registry = 'main/connectors/registry.ts'

const engine = [
  ...['main/domain', 'main/accounts', 'main/answers', sockets, http, registry, 'main/db', 'main/practice'],
  ...['main/schedule', 'main/scheduler.ts', 'main/secrets', 'main/sync'],
]
const screens = [
  ...['react', 'react-dom', 'zustand', 'i18next', 'react-i18next', 'radix-ui', 'lucide-react', 'recharts'],
  ...['@tanstack/react-table', '@tanstack/react-virtual', 'papaparse'],
]

/**
 * Who may import what: each room of `src`, and what it may import beside itself.
 *
 * An entry is a room (`main/db`), the types of a room (`type main/db`), a package (`zod`, its subpaths included), one
 * module of Node (`node:crypto`), `node` for all of them, or `package` for any library but the guarded ones. `*` stands for
 * one folder or file. The first room that holds a file is its room.
 */
export const rooms: Readonly<Record<string, readonly string[]>> = {
  'main/domain': [],
  'preload/contract': ['zod'],

  [sockets]: ['main/domain', http, 'zod'],
  [http]: ['main/domain', sockets, ...computing, ...parsing],
  [registry]: ['main/connectors/*/index.ts', `type ${sockets}`],
  'main/connectors/*': ['main/domain', sockets, http, ...computing, ...parsing],

  'main/db': ['main/domain', 'better-sqlite3', 'zod', 'node'],
  'main/sync': ['main/domain', `type ${sockets}`, `type ${http}`, 'type main/db', ...computing],
  'main/accounts': ['main/domain', http, sockets, 'type main/db', 'type main/secrets', ...computing],
  'main/schedule': ['main/domain', 'type main/sync', `type ${sockets}`, 'type main/db', 'node-cron', 'node'],
  'main/secrets': ['main/domain', 'keytar', ...computing],
  'main/practice': ['main/domain', 'node', 'package'],

  'main/answers': [
    ...['main/domain', 'main/sync', 'main/db', 'main/accounts', registry, 'preload/contract'],
    ...[`type ${sockets}`, 'type main/schedule', 'type main/secrets', 'papaparse', ...computing],
  ],
  'main/shell': [
    'type resources/locales/en.json',
    'type main/answers',
    'preload/contract',
    'electron',
    'electron-log',
    'electron-updater',
    'node',
  ],
  'main/web': ['type main/answers', 'preload/contract', 'node'],
  'main/cli': ['type main/answers', 'main/web', 'preload/contract', 'commander', 'node'],

  // The parts of navette.ts that join more than one room.
  'main/joining': [...engine, 'preload/contract', 'node', 'package'],
  'main/navette.ts': [
    'main/joining',
    'main/connectors/*/index.ts',
    ...engine,
    'type preload/contract',
    'node',
    'package',
  ],
  'main/scheduler.ts': [...engine, 'node', 'package'],
  'main/index.ts': ['main/navette.ts', 'main/scheduler.ts', 'main/shell', 'electron', 'node', 'package'],
  'main/headless.ts': ['main/navette.ts', 'main/scheduler.ts', 'main/web', 'main/cli', 'node', 'package'],

  'preload/index.ts': ['electron', 'preload/contract'],
  renderer: ['type resources/locales/en.json', 'type preload/contract', ...screens],
}
