import { describe, expect, it } from 'vitest'
import { amount, readTable, writeTable } from '../../../../src/main/connectors/this-pc/csv-table.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const cellsOf = (text: string) => readTable(bytesOf(text)).rows.map(({ cells }) => cells)

describe('reading a table', () => {
  it.each([
    ['semicolons', 'sku;title\nA;Été, hiver\n'],
    ['commas', 'sku,title\nA,"Été, hiver"\n'],
    ['a byte order mark', '\uFEFFsku;title\nA;Été, hiver\n'],
    ['line ends of Windows', 'sku;title\r\nA;Été, hiver\r\n'],
    ['no line end at the end', 'sku;title\nA;Été, hiver'],
    ['capitals and blanks', ' SKU ; Title\n A ; Été, hiver \n'],
  ])('takes %s', (_, text) => {
    expect(readTable(bytesOf(text))).toEqual({
      columns: ['sku', 'title'],
      rows: [{ row: 2, cells: ['A', 'Été, hiver'] }],
      errors: [],
    })
  })

  it('takes windows-1252, which is what Excel in French saves as CSV', () => {
    const bytes = Uint8Array.from(Buffer.from('sku;title\nA;Th\xe9i\xe8re 12 \x80 \x96 \x9cuvre\n', 'latin1'))

    expect(readTable(bytes).rows).toEqual([{ row: 2, cells: ['A', 'Théière 12 € – œuvre'] }])
  })

  it.each([
    ['UTF-16', Buffer.from('\uFEFFsku;title\n', 'utf16le')],
    ['a spreadsheet of Excel', Buffer.from('504b0304140008080800', 'hex')],
  ])('refuses %s as a whole', (_, bytes) => {
    expect(readTable(Uint8Array.from(bytes))).toEqual({
      columns: [],
      rows: [],
      errors: [{ row: 1, column: null, message: expect.stringContaining('CSV UTF-8') }],
    })
  })

  it('numbers rows as a spreadsheet does, blank ones included', () => {
    const { rows } = readTable(bytesOf('sku;title\nA;a\n;\n\nB;b\n'))

    expect(rows.map(({ row }) => row)).toEqual([2, 5])
  })

  it('names the row of a quote that never ends', () => {
    const { errors } = readTable(bytesOf('sku;title\nA;a\nB;"b\n'))

    expect(errors[0]).toMatchObject({ row: 3, column: null })
  })
})

describe('writing a table', () => {
  it('begins with a byte order mark and separates by semicolons', () => {
    expect(writeTable(['sku', 'title'], [['A', 'Été']])).toBe('\uFEFFsku;title\r\nA;Été\r\n')
  })

  it.each(['=1+1', '+33612345678', '-2', '@SUM(A1)', '\tx', "'=1", "''@x"])('lets no spreadsheet run %j', (cell) => {
    expect(writeTable(['sku'], [[cell]])).toMatch(/\r\n"?'/)
  })

  it.each(['=1+1', '-2', '@x', "'=1", "''=1", "'quoted'", "O'Neill", 'a;b', '"', 'two\nlines'])(
    'is undone by reading: %j',
    (cell) => {
      expect(cellsOf(writeTable(['sku'], [[cell]]))).toEqual([[cell]])
    },
  )

  it.each([
    [0, '0,00'],
    [5, '0,05'],
    [310, '3,10'],
    [123456, '1234,56'],
    [null, ''],
  ])('writes %j cents as %j', (cents, text) => {
    expect(amount(cents)).toBe(text)
  })
})
