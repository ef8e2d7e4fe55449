import { expect, it } from 'vitest'
import type { StockFile } from '../../../src/main/db/stock-repository.ts'
import { openTestRepositories } from '../../helpers/open-test-database.ts'

const aFile = (facts: Partial<StockFile> = {}): Omit<StockFile, 'id'> => ({
  connectionId: 1,
  fileId: null,
  sentAt: '2026-11-20T10:00:00.000Z',
  kind: 'regular',
  state: 'pending',
  nextPollAt: '2026-11-20T10:01:00.000Z',
  polls: 0,
  lines: [{ sku: 'MUG-BLUE', quantity: 0 }],
  hash: 'a1',
  ...facts,
})

it('remembers each file and what became of it', () => {
  const { stock } = openTestRepositories()
  const added = stock.addFile(aFile())

  const settled = { ...added, fileId: 'F1', state: 'done', nextPollAt: null, polls: 3 } as const
  stock.saveFile(settled)

  expect(stock.filesSince(1, '2026-11-20T10:00:00.000Z')).toEqual([settled])
})

it('counts the files of the last while, oldest first', () => {
  const { stock } = openTestRepositories()
  for (const minute of ['20', '05', '40'])
    stock.addFile(aFile({ sentAt: `2026-11-20T10:${minute}:00.000Z`, hash: minute }))

  const hashes = (since: string) => stock.filesSince(1, since).map(({ hash }) => hash)

  expect(hashes('2026-11-20T10:00:00.000Z')).toEqual(['05', '20', '40'])
  expect(hashes('2026-11-20T10:20:00.000Z')).toEqual(['20', '40'])
  expect(stock.filesSince(2, '2026-11-20T10:00:00.000Z')).toEqual([])
})

it('names the files whose report is still to come', () => {
  const { stock } = openTestRepositories()
  for (const state of ['done', 'pending', 'failed', 'identical'] as const) stock.addFile(aFile({ state, hash: state }))

  expect(stock.pendingFiles(1)).toMatchObject([{ hash: 'pending' }])
})
