import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Canonical, canonicalOf } from '../../../../src/main/connectors/custom/canonical.ts'
import { decodeText, encodeText } from '../../../../src/main/connectors/custom/encode-text.ts'
import { Encoding, Read, Written } from '../../../../src/main/connectors/custom/formats.ts'
import type { Item } from '../../../../src/main/connectors/custom/item.ts'
import { readItems } from '../../../../src/main/connectors/custom/read-items.ts'
import { writeOrder } from '../../../../src/main/connectors/custom/write-order.ts'
import { anAddress } from '../../../helpers/an-order.ts'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'

const tables = { carriers: {}, methods: [] }
const source = { side: 'Shop', what: 'orders' }

const nasty = fc.constantFrom(
  ...[
    '',
    '"',
    "'",
    ';',
    ',',
    '\t',
    '|',
    '\r',
    '\n',
    '\r\n',
    ' ',
    '007',
    '=1+1',
    '-2',
    '+33',
    '@SUM(A1)',
    '{{order.ref}}',
  ],
  ...[
    '<b>',
    '&amp;',
    ']]>',
    '<!--',
    '\\',
    '\\"',
    '$each',
    '🏺',
    'é',
    'e\u0301',
    '\u202e',
    '\u00a0',
    '\u2028',
    'null',
    '1e3',
  ],
)
const anyText = fc
  .array(fc.oneof(nasty, fc.string({ unit: 'binary' })), { maxLength: 5 })
  .map((parts) => parts.join(''))
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no spelling at all for these
const withoutSpelling = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

const anyOrder = (text: fc.Arbitrary<string>): fc.Arbitrary<Canonical> =>
  fc
    .record({ title: text, city: text, last: text, titles: fc.array(text, { maxLength: 3 }) })
    .map(({ title, city, last, titles }) =>
      canonicalOf(
        anOrderToPlace({
          delivery: anAddress({ city, lastName: last }),
          lines: [title, ...titles].map((one, at) => aPlacedLine({ title: one, sku: `SKU-${at}` })),
        }),
      ),
    )

const sent = ({ order, lines }: Canonical) =>
  lines.map((line) => [order['order.shippingCity'], order['order.shippingLastName'], line['line.title']])
const came = (items: readonly Item[], paths: readonly string[]) =>
  items.map((item) => paths.map((path) => item.texts(path).join('')))

const there = (written: Written, order: Canonical, encoding: Encoding, read: Read): readonly Item[] =>
  readItems(encodeText(writeOrder(written, order, { tables }, encoding), encoding, 'Shop'), read, {
    ...source,
    encoding,
  })

const columns = ['order.shippingCity', 'order.shippingLastName', 'line.title'].map((name) => ({
  name,
  value: `{{${name}}}`,
}))

describe('whatever text an order holds', () => {
  it('survives a CSV, whatever its separator and line end', () => {
    const signs = fc.record({
      separator: fc.constantFrom(';', ',', '\t', '|'),
      lineEnd: fc.constantFrom('crlf', 'lf'),
      encoding: fc.constantFrom('utf-8', 'utf-8-bom'),
    })
    fc.assert(
      fc.property(anyOrder(anyText), signs, (order, { separator, lineEnd, encoding }) => {
        const written = Written.parse({ format: 'csv', separator, lineEnd, columns })
        const items = there(written, order, Encoding.parse(encoding), Read.parse({ format: 'csv', separator }))

        expect(came(items, ['order.shippingCity', '2', 'LINE.title'])).toEqual(sent(order))
      }),
    )
  })

  it('survives JSON', () => {
    const item = { 'a city': '{{order.shippingCity}}', last: '{{order.shippingLastName}}', title: ['{{line.title}}'] }
    const written = Written.parse({ format: 'json', body: { orders: { $each: 'order.lines', item } } })
    fc.assert(
      fc.property(anyOrder(anyText), (order) => {
        const items = there(written, order, 'utf-8', { format: 'json', items: '$.orders' })

        expect(came(items, ["['a city']", 'last', 'title[*]'])).toEqual(sent(order))
      }),
    )
  })

  it('survives XML, but for what XML has no spelling for', () => {
    const line = {
      '@city': '{{order.shippingCity}}',
      last: '{{order.shippingLastName}}',
      deep: { title: '{{line.title}}' },
    }
    const written = Written.parse({ format: 'xml', body: { orders: { line: { $each: 'order.lines', item: line } } } })
    fc.assert(
      fc.property(anyOrder(anyText.map((text) => text.replace(withoutSpelling, ''))), (order) => {
        const items = there(written, order, 'utf-8', { format: 'xml', items: 'orders/line' })

        expect(came(items, ['@city', 'last', 'deep/title'])).toEqual(sent(order))
      }),
    )
  })

  it('survives windows-1252 as far as that reaches, and is refused beyond, never replaced', () => {
    const reached = fc.string({ unit: fc.constantFrom(...'aé€œ–"; \n'), maxLength: 20 })

    fc.assert(
      fc.property(reached, (text) => {
        expect(decodeText(encodeText(text, 'windows-1252', 'Shop'), 'windows-1252', source)).toBe(text)
      }),
    )
    expect(() => encodeText('Ana 🏺', 'windows-1252', 'Shop')).toThrow(/U\+1F3FA/)
    expect(() => encodeText('Ana 🏺', 'windows-1252', 'Shop')).not.toThrow(/Ana/)
  })
})
