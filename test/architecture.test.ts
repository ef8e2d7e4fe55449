import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { judge, roomOf } from './architecture/judge.ts'
import { readModule } from './architecture/read-imports.ts'
import { guardedPackages, rooms } from './architecture/rooms.ts'

const files = globSync('src/**/*.{ts,tsx}').map((path) => {
  const source = readFileSync(path, 'utf8')
  const name = path.replaceAll('\\', '/')
  return { name, lines: source.trimEnd().split('\n').length, ...readModule(path, source) }
})

describe('the sources', () => {
  it('are found', () => {
    expect(files.length).toBeGreaterThan(50)
  })

  it('have a room each', () => {
    expect(files.filter(({ name }) => roomOf(name) === null).map(({ name }) => name)).toEqual([])
  })

  it('import nothing their room may not', () => {
    expect(files.flatMap(({ name, imports }) => imports.flatMap((one) => judge(name, one) ?? []))).toEqual([])
  })

  it('export by name only', () => {
    expect(files.filter(({ hasDefaultExport }) => hasDefaultExport).map(({ name }) => name)).toEqual([])
  })

  it('stay under 250 lines a file', () => {
    expect(files.filter(({ lines }) => lines > 250).map(({ name, lines }) => `${name}: ${lines}`)).toEqual([])
  })
})

describe('the table', () => {
  it.each([
    ['electron', ['main/index.ts', 'main/shell', 'preload/index.ts']],
    ['better-sqlite3', ['main/db']],
    ['keytar', ['main/secrets']],
  ])('lets %s into its own rooms alone', (name, expected) => {
    const holders = Object.keys(rooms).filter((room) => rooms[room]?.includes(name))

    expect(guardedPackages).toContain(name)
    expect(holders.sort()).toEqual(expected)
  })

  it.each([
    ['src/main/domain/order.ts', 'zod'],
    ['src/main/domain/order.ts', 'node:crypto'],
    ['src/main/domain/order.ts', '../sync/sync-cycle.ts'],
    ['src/main/connectors/woocommerce/index.ts', '../shopify/mapping.ts'],
    ['src/main/connectors/woocommerce/index.ts', '../../db/open-database.ts'],
    ['src/main/connectors/woocommerce/index.ts', 'node:fs'],
    ['src/main/connectors/registry.ts', './woocommerce/mapping.ts'],
    ['src/main/db/open-database.ts', '../sync/sync-cycle.ts'],
    ['src/main/sync/place-orders.ts', '../db/orders-repository.ts'],
    ['src/main/sync/place-orders.ts', '../connectors/registry.ts'],
    ['src/main/answers/orders-handlers.ts', '../web/session.ts'],
    ['src/main/practice/index.ts', '../connectors/rakuten-france/mapping.ts'],
    ['src/main/practice/index.ts', 'better-sqlite3'],
    ['src/main/shell/window.ts', '../db/orders-repository.ts'],
    ['src/main/cli/sync.ts', 'electron'],
    ['src/main/navette.ts', './web/serve.ts'],
    ['src/main/headless.ts', './shell/window.ts'],
    ['src/preload/index.ts', 'zod'],
    ['src/preload/contract/orders.ts', '../../main/domain/order.ts'],
    ['src/renderer/app.tsx', '../preload/contract/index.ts'],
    ['src/renderer/app.tsx', 'node:path'],
    ['src/renderer/app.tsx', '../../resources/carriers.json'],
    ['src/main/navette.ts', '../../test/helpers/an-order.ts'],
    ['src/main/unheard-of/file.ts', './neighbour.ts'],
  ])('refuses that %s imports %s', (file, specifier) => {
    expect(judge(file, { specifier, typeOnly: false })).toContain(file)
  })

  it.each([
    ['src/main/sync/place-orders.ts', '../db/orders-repository.ts'],
    ['src/main/shell/serve.ts', '../answers/answer.ts'],
    ['src/renderer/app.tsx', '../preload/contract/index.ts'],
  ])('lets %s import %s for its types', (file, specifier) => {
    expect(judge(file, { specifier, typeOnly: true })).toBeNull()
  })

  it.each([
    ['src/main/connectors/woocommerce/index.ts', './mapping.ts'],
    ['src/main/connectors/woocommerce/index.ts', '../http/client.ts'],
    ['src/main/connectors/registry.ts', './woocommerce/index.ts'],
    ['src/preload/contract/orders.ts', 'zod/mini'],
    ['src/renderer/views/orders/orders-view.tsx', '@tanstack/react-table'],
    ['src/main/practice/index.ts', 'busboy'],
  ])('lets %s import %s', (file, specifier) => {
    expect(judge(file, { specifier, typeOnly: false })).toBeNull()
  })

  it('refuses an import whose name is computed', () => {
    expect(judge('src/main/navette.ts', { specifier: null, typeOnly: false })).toContain('computed')
  })
})

describe('the reader of imports', () => {
  it.each([
    ["import { a } from './a.ts'", './a.ts', false],
    ["import { a, type B } from './a.ts'", './a.ts', false],
    ["import { type B } from './a.ts'", './a.ts', true],
    ["import type { B } from './a.ts'", './a.ts', true],
    ["import './a.css'", './a.css', false],
    ["export { a } from './a.ts'", './a.ts', false],
    ["export type { B } from './a.ts'", './a.ts', true],
    ["export * from './a.ts'", './a.ts', false],
    ["const a = await import('./a.ts')", './a.ts', false],
    ["type B = import('./a.ts').B", './a.ts', true],
    ["const name = './a.ts'; await import(name)", null, false],
  ])('reads %s', (source, specifier, typeOnly) => {
    expect(readModule('invented.ts', source).imports).toEqual([{ specifier, typeOnly }])
  })

  it.each(['export default 1', 'const a = 1; export { a as default }'])('sees the default export of: %s', (source) => {
    expect(readModule('invented.ts', source).hasDefaultExport).toBe(true)
  })
})
