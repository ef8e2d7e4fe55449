import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Product } from '../../../../src/main/connectors/this-pc/product.ts'
import { readProductsCsv, writeProductsCsv } from '../../../../src/main/connectors/this-pc/products-csv.ts'
import { aProduct } from './a-shelf.ts'

const read = (text: string, ...known: readonly Product[]) =>
  readProductsCsv(new TextEncoder().encode(text), (sku) => known.find((product) => product.sku === sku) ?? null)

describe('a file of products', () => {
  it('has six columns, in any order', () => {
    const { products, errors } = read('stock;title;price;sku;safety;ean\n7;Red mug;19,95;MUG-RED;2;3700000000024\n')

    expect(errors).toEqual([])
    expect(products).toEqual([
      { sku: 'MUG-RED', ean: '3700000000024', title: 'Red mug', stock: 7, safetyStock: 2, priceCents: 1995 },
    ])
  })

  it('needs the SKU and the stock only: the other fields of a product that is here stay as they are', () => {
    const blue = aProduct({ ean: '3700000000017', safetyStock: 3, priceCents: 1290 })

    const { products } = read('sku;stock\nMUG-BLUE;4\nCUP;1\n', blue)

    expect(products).toEqual([{ ...blue, stock: 4 }, aProduct({ sku: 'CUP', title: '', stock: 1 })])
  })

  it('empties a field whose cell is empty', () => {
    const blue = aProduct({ ean: '3700000000017', safetyStock: 3, priceCents: 1290 })

    const { products } = read('sku;ean;stock;safety;price\nMUG-BLUE;;4;;\n', blue)

    expect(products).toEqual([aProduct({ stock: 4 })])
  })

  it.each([
    ['12', 1200],
    ['12.5', 1250],
    ['12,50', 1250],
    ['0.05', 5],
  ])('takes %j as a price', (price, priceCents) => {
    expect(read(`sku;stock;price\nA;1;${price}\n`).products).toMatchObject([{ priceCents }])
  })

  it.each([
    ['stock', '-1'],
    ['stock', '1.5'],
    ['stock', 'many'],
    ['stock', ''],
    ['stock', '1e3'],
    ['stock', '3700000000017'],
    ['safety', 'x'],
    ['price', '12,345'],
    ['price', '1 234,00'],
    ['price', '-1'],
    ['price', '12 €'],
    ['ean', '3,70E+12'],
    ['ean', '1234567'],
    ['title', '"two\nlines"'],
    ['sku', ''],
  ])('is refused for a wrong %s: %j', (column, cell) => {
    const good = { sku: 'B', ean: '', title: 'b', stock: '1', safety: '0', price: '' }

    const row = Object.values({ ...good, [column]: cell }).join(';')
    const { errors } = read(`sku;ean;title;stock;safety;price\nA;;a;1;0;\n${row}\n`)

    expect(errors).toEqual([{ row: 3, column, message: expect.stringMatching(/\w+ \w+/) }])
  })

  it('names every wrong cell at once, and brings nothing', () => {
    const { products, errors } = read('sku;stock;price\nA;x;1\nB;1;y\n;1;1\nC;4;1\n')

    expect(errors).toMatchObject([
      { row: 2, column: 'stock' },
      { row: 3, column: 'price' },
      { row: 4, column: 'sku' },
    ])
    expect(products).toEqual([])
  })

  it('names a SKU that stands in two rows', () => {
    expect(read('sku;stock\nA;1\nB;1\nA;2\n').errors).toEqual([
      { row: 4, column: 'sku', message: 'A stands in row 2 already.' },
    ])
  })

  it.each([
    ['a missing column', 'sku;title\nA;a\n', ['stock']],
    ['an unknown column', 'sku;stock;colour\nA;1;red\n', ['colour']],
    ['a column twice', 'sku;stock;stock\nA;1;2\n', ['stock']],
    ['nothing at all', '', ['sku', 'stock']],
    ['another separator', 'sku\tstock\nA\t1\n', ['sku', 'stock', 'sku\tstock']],
  ])('is refused for %s', (_, text, columns) => {
    const { products, errors } = read(text)

    expect(products).toEqual([])
    expect(errors.map(({ row, column }) => [row, column])).toEqual(columns.map((column) => [1, column]))
  })

  it('names a row whose cells do not fit the header', () => {
    expect(read('sku;stock\nA;1;2\nB\n').errors).toMatchObject([
      { row: 2, column: null },
      { row: 3, column: null },
    ])
  })

  it('brings back exactly what was written, whatever the products are called', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 }).map((raw) => raw.replace(/\p{Cc}/gu, '').trim())
    const dangerous = fc
      .tuple(fc.constantFrom('', '=', '+', '-', '@', "'", "'=", ';', ',', '"'), text)
      .map((parts) => parts.join('').trim())
    const product = fc.record({
      sku: dangerous.filter((sku) => sku !== ''),
      ean: fc.stringMatching(/^(\d{8,14})?$/),
      title: dangerous,
      stock: fc.integer({ min: 0, max: 999_999 }),
      safetyStock: fc.integer({ min: 0, max: 999_999 }),
      priceCents: fc.option(fc.integer({ min: 0, max: 10_000_000 })),
    })

    fc.assert(
      fc.property(fc.uniqueArray(product, { selector: ({ sku }) => sku, maxLength: 8 }), (products) => {
        expect(read(writeProductsCsv(products))).toEqual({ products, errors: [] })
      }),
    )
  })
})
