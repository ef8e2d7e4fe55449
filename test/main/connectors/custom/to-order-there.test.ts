import { describe, expect, it } from 'vitest'
import { Read } from '../../../../src/main/connectors/custom/formats.ts'
import { StateMap } from '../../../../src/main/connectors/custom/maps.ts'
import { readItems } from '../../../../src/main/connectors/custom/read-items.ts'
import { toOrdersThere } from '../../../../src/main/connectors/custom/to-order-there.ts'

const source = { side: 'Shop', what: 'the answer' }
const words = {
  carriers: { 'PostNL NL': 'PostNL' },
  states: { Verzonden: 'shipped', nieuw: 'open', geannuleerd: 'cancelled' },
} as const
const fromCsv = (text: string, map: unknown, decimal: '.' | ',' = '.') =>
  toOrdersThere(readItems(Buffer.from(text), Read.parse({ format: 'csv' }), source), StateMap.parse(map), {
    ...{ source, words, decimal },
  })
const fromJson = (value: unknown, map: unknown) =>
  toOrdersThere(
    readItems(Buffer.from(JSON.stringify(value)), Read.parse({ format: 'json' }), source),
    StateMap.parse(map),
    { source, words },
  )
const tracked = { ref: 'ref', state: 'state', trackingNumber: 'code', carrier: 'carrier' }

describe('rows of orders', () => {
  it('are one order with a parcel for each number', () => {
    const [order, ...others] = fromCsv(
      'ref;state;code;carrier\nR-1;verzonden;3S1;postnl nl\nR-1;verzonden;3S2;DHL\nR-1;verzonden;3S2;DHL\n',
      tracked,
    )

    expect(others).toEqual([])
    expect(order).toMatchObject({
      ref: 'R-1',
      state: 'verzonden',
      parcels: [
        { trackingNumber: '3S1', carrierName: 'PostNL', contents: [] },
        { trackingNumber: '3S2', carrierName: 'DHL', contents: [] },
      ],
    })
  })

  it('that tell what happened one after the other mean the last', () => {
    const [order] = fromCsv('ref;state;code;carrier\nR-1;nieuw;;\nR-1;verzonden;3S1;DHL\n', tracked)

    expect(order).toMatchObject({ state: 'verzonden', parcels: [{ trackingNumber: '3S1' }] })
  })

  it('for each line mean the one furthest behind, and say what each parcel holds', () => {
    const [order] = fromCsv(
      'ref;state;code;carrier;sku;n\nR-1;verzonden;3S1;DHL;A;2\nR-1;verzonden;3S1;DHL;B;1\nR-1;nieuw;;;C;1\n',
      { ...tracked, sku: 'sku', quantity: 'n' },
    )

    const contents = [
      { sku: 'A', quantity: 2 },
      { sku: 'B', quantity: 1 },
    ]
    expect(order).toMatchObject({ state: 'nieuw', parcels: [{ trackingNumber: '3S1', contents }] })
  })

  it('of which one does not tell what is inside leave the whole parcel untold', () => {
    const [order] = fromCsv('ref;state;code;carrier;sku\nR-1;verzonden;3S1;DHL;A\nR-1;verzonden;3S1;;\n', {
      ...tracked,
      sku: 'sku',
    })

    expect(order?.parcels).toMatchObject([{ trackingNumber: '3S1', carrierName: 'DHL', contents: [] }])
  })

  it('for lines of which one was cancelled go on with the others', () => {
    const rows = 'ref;state;code;carrier;sku\nR-1;geannuleerd;;;A\nR-1;verzonden;3S1;DHL;B\n'

    expect(fromCsv(rows, { ...tracked, sku: 'sku' })).toMatchObject([{ state: 'verzonden' }])
  })

  it('are no parcel without a number', () => {
    expect(fromCsv('ref;state;code;carrier\nR-1;verzonden; ;DHL\n', tracked)).toMatchObject([{ parcels: [] }])
  })

  it('take amounts with the decimal sign of the file', () => {
    const map = { ref: 'ref', state: { always: 'nieuw' }, total: 'total' }

    expect(fromCsv('ref;total\nR-1;36,40\n', map, ',')).toMatchObject([{ totalCents: 3640, state: 'nieuw' }])
  })

  it.each([
    ['no reference', 'ref;state;code;carrier\n;verzonden;1;DHL\n', /row 2 does not say which order/],
    ['no state', 'ref;state;code;carrier\nR-1;;1;DHL\n', /row 2 has nothing for “state”/],
    ['no column of the map', 'ref;state;code\nR-1;x;1\n', /there is no column “carrier”/],
  ])('with %s are refused', (_, text, message) => {
    expect(() => fromCsv(text, tracked)).toThrow(message)
  })

  it('with a total that is no amount are refused', () => {
    expect(() => fromCsv('ref;state;total\nR-1;x;12 EUR\n', { ref: 'ref', state: 'state', total: 'total' })).toThrow(
      /row 2: the total is no amount/,
    )
  })
})

describe('objects of orders', () => {
  const parcels = {
    items: 'parcels',
    map: { trackingNumber: 'code', carrier: 'by', lines: { items: 'items', map: { sku: 'sku', quantity: 'n' } } },
  }

  it('hold parcels with their contents, and lines', () => {
    const [order] = fromJson(
      {
        ...{ id: 7, state: 'x', lines: [{ sku: 'A', n: 3 }] },
        parcels: [{ code: '3S1', by: 'DHL', items: [{ sku: 'A', n: '2.00' }] }, { code: '3S2' }],
      },
      { remoteId: 'id', state: 'state', parcels, lines: { items: 'lines', map: { sku: 'sku', quantity: 'n' } } },
    )

    expect(order).toMatchObject({
      remoteId: '7',
      lines: [{ sku: 'A', quantity: 3 }],
      parcels: [
        { trackingNumber: '3S1', carrierName: 'DHL', contents: [{ sku: 'A', quantity: 2 }] },
        { trackingNumber: '3S2', carrierName: null, contents: [] },
      ],
    })
  })

  it('may have several numbers beside each other, of one carrier or one each', () => {
    const map = { remoteId: 'id', state: 'state', trackingNumber: 'codes[*]', carrier: 'by[*]' }

    const one = fromJson({ id: 1, state: 'x', codes: ['a', 'b'], by: ['DHL'] }, map)
    const each = fromJson({ id: 1, state: 'x', codes: ['a', 'b'], by: ['DHL', 'UPS'] }, map)

    expect(one[0]?.parcels.map(({ carrierName }) => carrierName)).toEqual(['DHL', 'DHL'])
    expect(each[0]?.parcels.map(({ carrierName }) => carrierName)).toEqual(['DHL', 'UPS'])
  })

  it('whose carriers belong to nobody knows which number are refused', () => {
    const map = { remoteId: 'id', state: 'state', trackingNumber: 'codes[*]', carrier: 'by[*]' }

    expect(() => fromJson({ id: 1, state: 'x', codes: ['a', 'b', 'c'], by: ['DHL', 'UPS'] }, map)).toThrow(/parcels/)
  })

  it('with two values for one field are refused', () => {
    expect(() => fromJson({ id: 1, s: ['a', 'b'] }, { remoteId: 'id', state: 's[*]' })).toThrow(/several values/)
  })
})
