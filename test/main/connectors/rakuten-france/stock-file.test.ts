import { describe, expect, it } from 'vitest'
import { readXml } from '../../../../src/main/connectors/http/read-xml.ts'
import { stockFile } from '../../../../src/main/connectors/rakuten-france/stock-file.ts'
import { rakutenAnswering, responseWith, sample } from '../../../helpers/rakuten-answering.ts'

const contents = (file: string | Buffer) =>
  readXml(file.toString())
    .all('item')
    .map((item) => ({
      parts: item.at('attributes')?.children.map(({ name }) => name),
      keys: item
        .at('attributes/advert')
        ?.all('attribute')
        .map((attribute) => [attribute.text('key'), attribute.text('value')]),
    }))

describe('stockFile', () => {
  it('says what the specification’s own file says', () => {
    const file = stockFile([
      { sku: 'SKU-TASSE-BLEUE', quantity: 7, priceCents: 1490 },
      { sku: 'SKU-INCONNU', quantity: 0, priceCents: 990 },
    ])

    expect(contents(file)).toEqual(contents(sample('genericimportfile-request-stock')))
  })

  it('carries any SKU', () => {
    const skus = [']]>', 'A&B<C>"\'', 'Théière 12″', 'a\u0000b']

    const told = contents(stockFile(skus.map((sku) => ({ sku, quantity: 1, priceCents: 5 })))).map(
      ({ keys }) => keys?.[0]?.[1],
    )

    expect(told).toEqual([']]>', 'A&B<C>"\'', 'Théière 12″', 'ab'])
  })

  it.each([-1, 1.5, 1000, Number.NaN])('does not write %d units', (quantity) => {
    expect(() => stockFile([{ sku: 'S', quantity, priceCents: 1 }])).toThrow(RangeError)
  })
})

describe('sendStock', () => {
  it('gives the number the report goes by', async () => {
    const { marketplace, received } = await rakutenAnswering([sample('genericimportfile-ok')])

    expect(await marketplace.sendStock([{ sku: 'S', quantity: 1, priceCents: 100 }])).toEqual({ fileId: '30000001' })

    expect(received).toMatchObject([{ method: 'POST', url: { pathname: '/stock_ws' } }])
    expect(received[0]?.url.searchParams.has('purgeandreplace')).toBe(false)
  })

  it('does not take a file for sent without a number', async () => {
    const { marketplace } = await rakutenAnswering([responseWith('<status>OK</status>')])

    await expect(marketplace.sendStock([{ sku: 'S', quantity: 1, priceCents: 100 }])).rejects.toMatchObject({
      kind: 'unreadable',
    })
  })
})
