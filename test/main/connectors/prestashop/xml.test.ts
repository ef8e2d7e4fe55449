import { describe, expect, it } from 'vitest'
import { writeXml } from '../../../../src/main/connectors/prestashop/xml.ts'

const inside = (text: string): string | undefined => /<a>(.*)<\/a>/s.exec(writeXml('a', { b: text }))?.[1]

describe('what is written to PrestaShop', () => {
  it('is one line, every value in CDATA', () => {
    expect(writeXml('cart', { id: 7, associations: { rows: { row: [{ n: 1 }, { n: 2 }] } } })).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><prestashop xmlns:xlink="http://www.w3.org/1999/xlink"><cart><id><![CDATA[7]]></id>' +
        '<associations><rows><row><n><![CDATA[1]]></n></row><row><n><![CDATA[2]]></n></row></rows></associations></cart></prestashop>',
    )
  })

  it.each([
    ['', '<b></b>'],
    ['<b>&', '<b><![CDATA[<b>&]]></b>'],
    ['x]]>y', '<b><![CDATA[x]]]]><![CDATA[>y]]></b>'],
    ['one\r\ntwo\u0000', '<b><![CDATA[one two ]]></b>'],
    ['\ud800', '<b><![CDATA[\ufffd]]></b>'],
  ])('keeps %j from breaking out', (text, expected) => {
    expect(inside(text)).toBe(expected)
  })
})
