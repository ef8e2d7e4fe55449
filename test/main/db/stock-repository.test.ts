import { describe, expect, it } from 'vitest'
import type { InventoryEntry, StockRow } from '../../../src/main/db/stock-repository.ts'
import { openTestRepositories } from '../../helpers/open-test-database.ts'

const AT = '2026-11-20T10:00:00.000Z'
const LATER = '2026-11-20T11:00:00.000Z'

const anEntry = (facts: Partial<InventoryEntry> = {}): InventoryEntry => ({
  sku: 'MUG-BLUE',
  advertId: '9001',
  title: 'Blue mug',
  ean: '3700000000017',
  priceCents: 1290,
  quantity: 4,
  unlimited: false,
  ...facts,
})

describe('the stock of a connection', () => {
  it('begins with what the marketplace shows', () => {
    const { stock } = openTestRepositories()

    stock.replaceInventory(1, [anEntry(), anEntry({ sku: 'CUP', unlimited: true })], AT)

    expect(stock.rows(1).map(({ sku, unlimited }) => [sku, unlimited])).toEqual([
      ['CUP', true],
      ['MUG-BLUE', false],
    ])
    expect(stock.rows(1)[1]).toEqual({
      connectionId: 1,
      sku: 'MUG-BLUE',
      advertId: '9001',
      title: 'Blue mug',
      ean: '3700000000017',
      priceCents: 1290,
      rakutenQuantity: 4,
      unlimited: false,
      readAt: AT,
      available: null,
      offered: null,
      lastSent: null,
      state: 'unchanged',
      message: '',
      fileId: null,
      missingReadings: 0,
      goneSince: null,
    })
  })

  it('keeps what we know of a SKU when the marketplace is read again, and drops what it shows no more', () => {
    const { stock } = openTestRepositories()
    stock.replaceInventory(1, [anEntry(), anEntry({ sku: 'CUP' })], AT)
    const [, row] = stock.rows(1)
    const known = {
      available: 7,
      offered: 5,
      lastSent: 5,
      state: 'sent',
      fileId: 'F1',
      missingReadings: 1,
      goneSince: AT,
    } as const
    stock.saveRows([{ ...row, ...known } as StockRow])

    stock.replaceInventory(1, [anEntry({ priceCents: 1390, quantity: 5 })], LATER)

    expect(stock.rows(1)).toEqual([{ ...row, ...known, priceCents: 1390, rakutenQuantity: 5, readAt: LATER }])
  })

  it("is each connection's own", () => {
    const { stock } = openTestRepositories()
    stock.replaceInventory(1, [anEntry()], AT)

    expect(stock.rows(2)).toEqual([])
  })

  it('takes a SKU that the marketplace does not list', () => {
    const { stock } = openTestRepositories()
    stock.replaceInventory(1, [anEntry()], AT)
    const [row] = stock.rows(1)
    const unlisted = { ...row, sku: 'ONLY-HERE', advertId: '', state: 'skipped', message: 'Not on Rakuten' } as StockRow

    stock.saveRows([unlisted])

    expect(stock.rows(1)).toEqual([row, unlisted])
  })
})
