import { describe, expect, it } from 'vitest'
import { BadXml, readXml } from '../../../../src/main/connectors/http/read-xml.ts'

describe('readXml', () => {
  it('finds elements by their local names, one or many alike', () => {
    const root = readXml(
      '<x:r xmlns:x="u"><x:list><x:item>1</x:item></x:list><list><item>2</item><item>3</item></list></x:r>',
    )

    expect(root.name).toBe('r')
    expect(root.all('list').map((list) => list.all('item').map((item) => item.value))).toEqual([['1'], ['2', '3']])
    expect(root.text('list/item')).toBe('1')
    expect(root.at('list/none')).toBeUndefined()
  })

  it('trims text, collapses its blanks, joins CDATA, and takes empty for absent', () => {
    const root = readXml(
      '<r><a> <![CDATA[  Bourg \n  ]]>T&#233;moin &amp; <![CDATA[<fils>]]> </a><b/><c></c><d><![CDATA[]]></d></r>',
    )

    expect(root.text('a')).toBe('Bourg Témoin & <fils>')
    expect(['b', 'c', 'd', 'e'].map((name) => root.text(name))).toEqual(['', '', '', ''])
  })

  it('keeps attributes as they came', () => {
    const root = readXml('<r id="007" x:lang="fr" empty=""><a/></r>')

    expect(root.attributes).toEqual({ id: '007', 'x:lang': 'fr', empty: '' })
    expect(root.at('a')?.attributes).toEqual({})
  })

  it('hands records over with their own text and keeps them out of the tree', () => {
    const text = '<r><p>🏺</p>\r\n<q><s n=">">é\r\n<i>1</i></s> <s/><t><s>not this one</s></t></q></r>'
    const seen: [string, string][] = []

    const root = readXml(text, { path: 'q/s', on: (record, raw) => seen.push([record.text('i'), raw]) })

    expect(seen).toEqual([
      ['1', '<s n=">">é\r\n<i>1</i></s>'],
      ['', '<s/>'],
    ])
    expect(root.at('q')?.all('s')).toEqual([])
    expect(root.text('q/t/s')).toBe('not this one')
  })

  it.each([
    ['nothing', ''],
    ['blanks', ' \n '],
    ['plain text', 'Service unavailable'],
    ['an end that is missing', '<r><a>1</a>'],
    ['a tag that is cut', '<r><a>1</a'],
    ['tags that cross', '<r><a><b></a></b></r>'],
    ['two roots', '<r/><r/>'],
    ['text after the root', '<r/>x'],
    ['a web page', '<!DOCTYPE html><html><body>Maintenance<br></body></html>'],
    ['a document type', '<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>'],
    ['an entity that XML does not have', '<r>&nbsp;</r>'],
    ['a reference to a forbidden character', '<r>&#0;</r>'],
    ['a bare ampersand', '<r>a & b</r>'],
    ['an attribute twice', '<r a="1" a="2"/>'],
    ['a bottomless nest', '<r>'.repeat(200) + '</r>'.repeat(200)],
  ])('refuses %s', (_, text) => {
    expect(() => readXml(text)).toThrow(BadXml)
  })
})
