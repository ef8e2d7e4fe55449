import { describe, expect, it } from 'vitest'
import { Read } from '../../../../src/main/connectors/custom/formats.ts'
import { readItems } from '../../../../src/main/connectors/custom/read-items.ts'
import { toStock } from '../../../../src/main/connectors/custom/to-stock.ts'

const source = { side: 'Shop', what: 'stock.csv' }
const stock = (text: string) =>
  toStock(
    readItems(Buffer.from(text), Read.parse({ format: 'csv' }), source),
    { sku: 'sku', quantity: 'quantity', title: 'title' },
    source,
  )

describe('stock of a file', () => {
  it('keeps SKUs as they are and counts what was oversold as nought', () => {
    expect(stock('sku;quantity;title\n007;14;Mug\n"a;b";-3;\nA;5.000;x\nA;1;y\n')).toEqual([
      { sku: '007', quantity: 14, title: 'Mug' },
      { sku: 'a;b', quantity: 0, title: '' },
      { sku: 'A', quantity: 5, title: 'x' },
      { sku: 'A', quantity: 1, title: 'y' },
    ])
  })

  it.each(['', 'n/a', '2.5', '1,234', '1e3', '٣'])('is a fault, never nought, where the quantity is %j', (quantity) => {
    expect(() => stock(`sku;quantity;title\nA;1;\nB;${quantity};\n`)).toThrow(/Shop, stock.csv: row 3/)
  })
})
