import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Row,
  readRows,
  type TableShape,
  writeRows,
} from '../../../../src/renderer/views/connections/document-rows.ts'

const states: TableShape = { at: 'states', rows: 'theirs-first', mayBegin: false }
const carriers: TableShape = { at: 'carriers', rows: 'theirs-first', mayBegin: true }
const map: TableShape = { at: 'readOrders.map', rows: 'ours-first', mayBegin: false }
const columns: TableShape = { at: 'createOrder.columns', rows: { theirs: 'name', ours: 'value' }, mayBegin: false }

const TEXT = `{
  "createOrder": { "columns": [
    {"name":"Référence",   "value":"{{order.ref}}"}, { "name": "Ville", "value": 7 }
  ] },
\t"readOrders": {"map":{"ref":"Code","state":{"always":"shipped"}}},
  "states": { "2": "shipped", "1": "open", "a \\"b\\", {c}": "ignore" },
  "note": "[{\\\\"
}`

const words = (rows: readonly Row[] | null) => rows?.map(({ theirs, ours }) => [theirs, ours])

describe('the rows of a document', () => {
  it('come in the order in which they are written, numbers too', () => {
    expect(words(readRows(TEXT, states))).toEqual([
      ['2', 'shipped'],
      ['1', 'open'],
      ['a "b", {c}', 'ignore'],
    ])
  })

  it('have theirs on the left, whichever side the document has it on', () => {
    expect(words(readRows(TEXT, map))).toEqual([
      ['Code', 'ref'],
      ['{"always":"shipped"}', 'state'],
    ])
    expect(readRows(TEXT, columns)?.[0]).toMatchObject({ theirs: 'Référence', ours: '{{order.ref}}' })
  })

  it('that are more than a word are told apart', () => {
    expect(readRows(TEXT, map)?.map(({ fixed }) => fixed ?? false)).toEqual([false, true])
    expect(readRows(TEXT, columns)?.map(({ fixed }) => fixed ?? false)).toEqual([false, true])
  })

  it.each([
    ['what is no JSON', '{ "states": {', states],
    ['a document without the table', '{}', states],
    ['another shape in its place', '{ "states": [] }', states],
    ['a member that is no object on the way', '{ "readOrders": "none" }', map],
    ['a table whose parent is not there', '{}', { ...map, mayBegin: true }],
    ['an empty text', '', carriers],
  ])('are none in %s', (_, text, table) => {
    expect(readRows(text, table)).toBeNull()
  })

  it('may be begun where the document allows it', () => {
    expect(readRows(TEXT, carriers)).toEqual([])
  })
})

describe('rows that were changed', () => {
  it('leave every other sign of the text as it was', () => {
    const [first, ...others] = readRows(TEXT, states) ?? []
    if (first === undefined) throw new Error('no rows')

    const text = writeRows(TEXT, states, [{ ...first, ours: 'completed' }, ...others])

    const before = TEXT.slice(0, TEXT.indexOf('"states": ') + 10)
    const after = TEXT.slice(TEXT.indexOf(',\n  "note"'))
    const table = '{\n    "2": "completed",\n    "1": "open",\n    "a \\"b\\", {c}": "ignore"\n  }'
    expect(text).toBe(before + table + after)
  })

  it('keep what stands beside a word, and what is more than one', () => {
    const rows = readRows(TEXT, columns) ?? []

    const text = writeRows(TEXT, columns, [{ theirs: 'Neu', ours: '{{x}}' }, ...rows.toReversed()])

    expect(text).toContain('\n    { "name": "Neu", "value": "{{x}}" },\n    { "name": "Ville", "value": 7 },\n')
    expect(text).toContain('\n    {"name":"Référence",   "value":"{{order.ref}}"}\n  ] },')
  })

  it('begin a table as the last member of what leads to it', () => {
    const row = { theirs: 'PostNL', ours: 'PostNL' }

    expect(writeRows('{\n  "a": 1\n}\n', carriers, [row])).toBe(
      '{\n  "a": 1,\n  "carriers": {\n    "PostNL": "PostNL"\n  }\n}\n',
    )
    expect(writeRows('{}', carriers, [row])).toBe('{\n  "carriers": {\n    "PostNL": "PostNL"\n  }\n}')
  })

  it('are read back as they were written, in any document', () => {
    const anyWord = fc.oneof(
      fc.string({ unit: 'binary-ascii' }),
      fc.constantFrom('é', '"', '\\', '\ud800', '__proto__', '7'),
    )
    const anyRows = fc.array(fc.record({ theirs: anyWord, ours: anyWord }))
    const anyDocument = fc.record({ before: fc.jsonValue(), states: fc.constant({}), after: fc.jsonValue() })
    const blanks = fc.constantFrom(undefined, 1, 2, '\t')

    fc.assert(
      fc.property(anyRows, anyDocument, blanks, (rows, document, indent) => {
        const text = JSON.stringify(document, null, indent)
        const written = writeRows(text, states, rows)
        const [read, asked] = [words(readRows(written, states)), words(rows)].map((one) => JSON.stringify(one))
        expect(read).toBe(asked)
        expect(JSON.stringify({ ...JSON.parse(written), states: {} })).toBe(JSON.stringify(JSON.parse(text)))
      }),
    )
  })

  it('are found in a text that is nested deeper than a stack', () => {
    const deep = `{ "note": ${'['.repeat(100_000)}${']'.repeat(100_000)}, "states": { "a": "open" } }`

    expect(() => readRows(deep, states)).not.toThrow()
  })
})
