import { describe, expect, it } from 'vitest'
import { aStandingProblem, aStockRow } from '../../helpers/views.ts'
import { runLine } from './a-command-line.ts'

const noStock = { stock: { list: () => ({ rows: [], total: 0 }) } }

describe('the command line', () => {
  it.each([['--help'], ['sync', '--help'], ['--version']])('answers %s and opens nothing', async (...words) => {
    const { exitCode, out, opened } = await runLine(words)

    expect(exitCode).toBe(0)
    expect(out).toMatch(/1\.2\.3|Usage: navette/)
    expect(opened).toEqual([])
  })

  it.each([
    [[]],
    [['fly']],
    [['sync', '--fast']],
    [['sync', 'twice']],
    [['orders', '--status', 'lost']],
    [['orders', '--now', '2026-11-24T13:00:00Z']],
    [['sync', '--now', 'noon']],
    [['sync', '--now', '2026-11-24T13:00:00']],
    [['sync', '--secrets', 'paper']],
    [['sync', '--data']],
    [['serve', '--port', '70000']],
    [['act', 'dance', '--order', '1']],
    [['act', 'accept']],
    [['act', 'track', '--order', '1', '--carrier', 'Colissimo']],
    [['act', 'fix', '--order', '1']],
    [['act', 'fix', '--order', '1', '--choice', 'map', '--method', 'flat', '--not-available']],
    [['products', 'import', 'missing.csv']],
    [['export']],
    [['erase', '--buyer', ' ']],
    [['sync', '--config', 'missing.json']],
  ])('refuses %j as wrong usage, with a sentence, and opens nothing', async (words) => {
    const { exitCode, out, error, opened } = await runLine(words)

    expect(exitCode).toBe(2)
    expect(out).toBe('')
    expect(error).not.toBe('')
    expect(opened).toEqual([])
  })

  it('hands the options that stand everywhere on to whatever opens the data folder', async () => {
    const before = await runLine(['--data', '/d', '--secrets', 'env', '--config', 'c.json', 'stock'], {
      answered: noStock,
      files: { 'c.json': '{"retentionDays":30}' },
    })
    const after = await runLine(['stock'], { answered: noStock })

    expect(before.opened).toEqual([
      {
        ...{ dataDir: '/d', secrets: 'env', now: null, logLevel: 'warn' },
        configuration: { path: 'c.json', text: '{"retentionDays":30}' },
      },
    ])
    expect(after.opened).toMatchObject([{ dataDir: null, configuration: null, secrets: 'keychain' }])
  })

  it.each([
    [2, 'NAVETTE_DATABASE_KEY is not set.'],
    [3, 'The data folder is in use.'],
  ] as const)('leaves with %i when the data folder was not opened, and says why', async (exitCode, message) => {
    const ran = await runLine(['stock', '--json'], { notOpened: { exitCode, message } })

    expect(ran).toMatchObject({ exitCode, out: '', error: `${message}\n` })
  })

  it('leaves with 1 while there are problems, whatever was asked', async () => {
    const problems = { list: () => [aStandingProblem()] }

    const { exitCode, closed } = await runLine(['stock'], { answered: { ...noStock, problems } })

    expect(exitCode).toBe(1)
    expect(closed).toBe(true)
  })

  it.each([
    ['bad-input', 2],
    ['settings', 2],
    ['unreachable', 1],
    ['bug', 3],
  ] as const)('turns a fault of kind %s into exit %i, its sentence and no output', async (kind, exitCode) => {
    const stock = { list: () => ({ fault: { kind, message: 'It did not work.', field: null } }) }

    const ran = await runLine(['stock', '--json'], { answered: { stock } })

    expect(ran).toMatchObject({ exitCode, out: '', error: 'It did not work.\n', closed: true })
  })

  it('tells a bug whole, and leaves with 3', async () => {
    const stock = {
      list: () => {
        throw new Error('a bug')
      },
    }

    const { exitCode, error, closed } = await runLine(['stock'], { answered: { stock } })

    expect(exitCode).toBe(3)
    expect(error).toContain('Error: a bug\n    at ')
    expect(closed).toBe(true)
  })
})

describe('stock', () => {
  it('prints every row of every page as one JSON document', async () => {
    const all = Array.from({ length: 501 }, (_, index) => aStockRow({ sku: `S-${index}`, available: null }))
    const stock = {
      list: ({ offset, limit }: { offset: number; limit: number }) => ({
        rows: all.slice(offset, offset + limit),
        total: all.length,
      }),
    }

    const { exitCode, out } = await runLine(['stock', '--json'], { answered: { stock } })

    const document: unknown[] = JSON.parse(out)
    expect(exitCode).toBe(0)
    expect(document).toHaveLength(501)
    expect(document[500]).toEqual({
      connection: 'Rakuten',
      sku: 'S-500',
      available: null,
      offered: 4,
      lastSent: 5,
      state: 'pending',
      message: '',
    })
  })

  it('prints a table for people', async () => {
    const stock = { list: () => ({ rows: [aStockRow({ message: 'On its way' })], total: 1 }) }

    const { out } = await runLine(['stock'], { answered: { stock } })

    expect(out).toBe(
      [
        'Connection  SKU       Available  Offered  Last sent  State    Message',
        'Rakuten     MUG-BLUE          5        4          5  pending  On its way',
        '',
      ].join('\n'),
    )
  })
})
