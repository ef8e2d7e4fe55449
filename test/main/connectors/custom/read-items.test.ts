import { describe, expect, it } from 'vitest'
import { Read } from '../../../../src/main/connectors/custom/formats.ts'
import { readItems } from '../../../../src/main/connectors/custom/read-items.ts'

const source = { side: 'Shop', what: 'the answer' }
const read = (text: string | Uint8Array, value: unknown, encoding?: 'windows-1252') =>
  readItems(typeof text === 'string' ? Buffer.from(text) : text, Read.parse(value), {
    ...source,
    ...(encoding === undefined ? {} : { encoding }),
  })
const csv = { format: 'csv' }

describe('reading CSV', () => {
  it('finds columns by name, whatever its case, or by number, and leaves out blank lines alone', () => {
    const [first, second] = read('\uFEFF Ref ;State\r\n007;"a;""b"\r\n\r\n8; c \n', csv)

    expect([first?.texts('ref'), first?.texts('STATE'), first?.texts('1')]).toEqual([['007'], ['a;"b'], ['007']])
    expect([second?.place, second?.texts('2')]).toEqual(['row 4', [' c ']])
  })

  it('finds columns by number where there is no header', () => {
    expect(read('A;1\nB;2', { ...csv, header: false }).map((item) => item.texts('2'))).toEqual([['1'], ['2']])
  })

  it('takes a header without rows for an empty list, if its columns are those that were expected', () => {
    const columns = { ...source, columns: ['ref', '2'] }

    expect(readItems(Buffer.from('ref;state\r\n'), Read.parse(csv), columns)).toEqual([])
    expect(() => readItems(Buffer.from('<html></html>'), Read.parse(csv), columns)).toThrow('there is no column “ref”')
    expect(() => readItems(Buffer.from('x'), Read.parse({ ...csv, header: false }), columns)).toThrow('no column “ref”')
  })

  it.each([
    ['nothing at all', '', /empty/],
    ['a row cut short', 'ref;state\nA;x\nB', /row 3 has 1 cells instead of 2/],
    ['a row with a cell too many', 'ref;state\nA;x;y', /row 2/],
    ['a quote that is not closed', 'ref;state\nA;"x\nB;y\n', /row 2: a quote is not closed/],
    ['a quote amid a cell', 'ref;state\nA;5" pipe\n', /row 2: a quote stands amid a cell/],
    ['text behind a quote', 'ref;state\nA;"x"y\n', /row 2: something stands behind/],
  ])('refuses %s', (_, text, message) => {
    expect(() => read(text, csv)).toThrow(message)
  })

  it('refuses a column that is not there, or there twice, when it is asked for', () => {
    const [item] = read('ref;state;state\nA;x;y', csv)

    expect(() => item?.texts('tracking')).toThrow('there is no column “tracking”')
    expect(() => item?.texts('state')).toThrow('several columns are called “state”')
    expect(() => item?.texts('4')).toThrow('there is no column “4”')
  })

  it('names the row of a byte that is not UTF-8, and reads it as windows-1252 where the template says so', () => {
    const bytes = Uint8Array.from(Buffer.from('sku;title\nA;x\nB;Th\xe9\n', 'latin1'))

    expect(() => read(bytes, csv)).toThrow(/row 3 is not in UTF-8/)
    expect(read(bytes, csv, 'windows-1252')[1]?.texts('title')).toEqual(['Thé'])
  })
})

describe('reading JSON', () => {
  const json = { format: 'json', items: '$.data[*]' }

  it('keeps numbers as they were written, and leaves out what is null or not there', () => {
    const [item] = read(
      '{"data":[{"id":12345678901234567890,"price":14.90,"ok":true,"none":null,"list":[{"no":"1"},{}]}]}',
      json,
    )

    expect(item?.texts('id')).toEqual(['12345678901234567890'])
    expect(item?.texts('price')).toEqual(['14.90'])
    expect(item?.texts('ok')).toEqual(['true'])
    expect(item?.texts('none')).toEqual([])
    expect(item?.texts('other.deeper')).toEqual([])
    expect(item?.texts('list[*].no')).toEqual(['1'])
    expect(item?.inside('list').map(({ place }) => place)).toEqual(['$.data[*][0].list[0]', '$.data[*][0].list[1]'])
  })

  it('takes one object for one item, and an empty list for none', () => {
    expect(read('{"id":"7"}', { format: 'json' }).map((item) => item.texts('$.id'))).toEqual([['7']])
    expect(read('{"data":[]}', json)).toEqual([])
  })

  it('takes an object on each line', () => {
    const items = read('{"id":1}\r\n\n{"id":2}\n', { format: 'json-lines' })

    expect(items.map((item) => item.texts('id'))).toEqual([['1'], ['2']])
    expect(() => read('{"id":1}\n{"id":', { format: 'json-lines' })).toThrow(/row 2.*not JSON/)
  })

  it.each([
    ['nothing', ''],
    ['half of it', '{"data":[{"id":1}'],
    ['a page', '<html></html>'],
    ['no list where there should be one', '{"error":"x"}'],
    ['null instead of a list', '{"data":null}'],
    ['a text in the list', '{"data":["x"]}'],
    ['a list at the root', '[{"id":1}]'],
  ])('refuses %s', (_, text) => {
    expect(() => read(text, json)).toThrow(/^Shop, the answer: /)
  })

  it('refuses to take a structure for a text', () => {
    const [item] = read('{"data":[{"a":{"b":1},"c":[1]}]}', json)

    expect(() => item?.texts('a')).toThrow('holds no text at “a”')
    expect(() => item?.texts('c')).toThrow('holds no text at “c”')
    expect(() => item?.texts('a[*]')).toThrow('wants a list')
    expect(() => item?.texts('c.d')).toThrow('wants “d”')
  })

  it('never quotes what it cannot read', () => {
    expect(() => read('{"name":"Ana Petit"', json)).not.toThrow(/Petit/)
  })
})

describe('reading XML', () => {
  const xml = { format: 'xml', items: 'orders/order' }

  it('finds attributes, texts and lists within', () => {
    const [item] = read(
      '<?xml version="1.0" encoding="utf-8"?><orders><order id="007"><state> sent </state><p><no>1</no></p><p><no>2</no></p></order></orders>',
      xml,
    )

    expect([item?.texts('@id'), item?.texts('state'), item?.texts('p/no')]).toEqual([['007'], [' sent '], ['1', '2']])
    expect(item?.inside('p').map((one) => one.texts('no'))).toEqual([['1'], ['2']])
    expect([item?.texts('none'), item?.texts('none/@id'), item?.texts('@none')]).toEqual([[], [], []])
  })

  it('takes a list without members for an empty one', () => {
    expect(read('<orders/>', xml)).toEqual([])
  })

  it.each([
    ['another root', '<error/>'],
    ['half of it', '<orders><order>'],
    ['a document type', '<!DOCTYPE orders [<!ENTITY a "b">]><orders/>'],
    ['another encoding than the template says', '<?xml version="1.0" encoding="iso-8859-1"?><orders/>'],
  ])('refuses %s', (_, text) => {
    expect(() => read(text, xml)).toThrow(/^Shop, the answer: /)
  })

  it('refuses a document without the element that would hold the list', () => {
    expect(() => read('<answer><error/></answer>', { format: 'xml', items: 'answer/orders/order' })).toThrow(
      'there is nothing at answer/orders',
    )
  })
})
