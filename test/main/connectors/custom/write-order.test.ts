import { describe, expect, it } from 'vitest'
import { canonicalOf } from '../../../../src/main/connectors/custom/canonical.ts'
import { Written } from '../../../../src/main/connectors/custom/formats.ts'
import { writeOrder } from '../../../../src/main/connectors/custom/write-order.ts'
import { anAddress } from '../../../helpers/an-order.ts'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'

const tables = { carriers: {}, methods: [] }
const order = canonicalOf(
  anOrderToPlace({
    lines: [
      aPlacedLine({ sku: 'ABC-1', quantity: 2, priceCents: 1200 }),
      aPlacedLine({ sku: '007', title: '"5;" <b>' }),
    ],
    delivery: anAddress({ postcode: '01000', city: '=1+1' }),
  }),
)
const written = (value: unknown, more = {}) => writeOrder(Written.parse(value), order, { tables, ...more })
const column = (name: string) => ({ name, value: `{{${name.includes('.') ? name : `order.${name}`}}}` })

describe('an order as CSV', () => {
  const columns = [
    column('ref'),
    column('shippingZip'),
    column('line.sku'),
    column('line.title'),
    column('line.lineGross'),
  ]

  it('has a row for each line, order fields repeated, leading noughts kept', () => {
    expect(written({ format: 'csv', columns }, { decimal: ',' })).toBe(
      'ref;shippingZip;line.sku;line.title;line.lineGross\r\n' +
        'RKT-214001;01000;ABC-1;Blue mug;24,00\r\n' +
        'RKT-214001;01000;007;"""5;"" <b>";12,90\r\n',
    )
  })

  it('has one row for all when the template says so, with the signs it says', () => {
    const value = { format: 'csv', separator: '\t', header: false, lineEnd: 'lf', rowPer: 'order' }

    expect(written({ ...value, columns: [column('ref'), column('totalGross')] })).toBe('RKT-214001\t40.89\n')
  })

  it('keeps a spreadsheet from running a cell only where it is asked to', () => {
    const value = { format: 'csv', header: false, rowPer: 'order', columns: [column('shippingCity')] }

    expect(written(value)).toBe('=1+1\r\n')
    expect(written({ ...value, forSpreadsheet: true })).toBe("'=1+1\r\n")
  })
})

describe('an order as JSON', () => {
  it('repeats its lines and knows numbers from texts', () => {
    const body = {
      no: '{{order.ref}}',
      paid: true,
      zip: '{{order.shippingZip}}',
      lines: {
        $each: 'order.lines',
        item: { sku: '{{line.sku}}', price: '{{line.unitPriceGross|number}}', of: '{{order.ref}}' },
      },
      extra: [null, 1, '{{order.currency}}'],
    }

    expect(JSON.parse(written({ format: 'json', body }))).toEqual({
      no: 'RKT-214001',
      paid: true,
      zip: '01000',
      lines: [
        { sku: 'ABC-1', price: 12, of: 'RKT-214001' },
        { sku: '007', price: 12.9, of: 'RKT-214001' },
      ],
      extra: [null, 1, 'EUR'],
    })
  })
})

describe('an order as XML', () => {
  it('has attributes, texts, and an element for each line', () => {
    const body = {
      order: {
        '@ref': '{{order.ref}}',
        note: null,
        line: { $each: 'order.lines', item: { '@sku': '{{line.sku}}', '#text': '{{line.title}}' } },
      },
    }

    expect(written({ format: 'xml', body })).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<order ref="RKT-214001"><note></note><line sku="ABC-1">Blue mug</line><line sku="007">&#34;5;&#34; &#60;b&#62;</line></order>\n',
    )
  })
})
