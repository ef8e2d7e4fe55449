import { describe, expect, it } from 'vitest'
import { rakutenAnswering, responseWith, sample } from '../../../helpers/rakuten-answering.ts'

const advert = (id: string, more = '<stock>1</stock>'): string =>
  `<advert><advertid>${id}</advertid><sku>S${id}</sku><price><amount>1</amount><currency>EUR</currency></price>${more}</advert>`
const page = (adverts: readonly string[], more = ''): string =>
  responseWith(`${more}<advertlist>${adverts.join('')}</advertlist>`)

describe('readInventory', () => {
  it('reads every advert of every page', async () => {
    const { marketplace, received } = await rakutenAnswering([sample('export-page1'), sample('export-page2')])

    const inventory = await marketplace.readInventory()

    expect(inventory).toEqual([
      {
        advertId: '700000001',
        sku: 'SKU-TASSE-BLEUE',
        title: 'Tasse Émaillée Bleue 30 Cl',
        ean: '3760000000017',
        priceCents: 1490,
        currency: 'EUR',
        quantity: 7,
        unlimited: false,
      },
      expect.objectContaining({ advertId: '700000002', sku: 'SKU-LAMPE', ean: '', priceCents: 4500, quantity: 2 }),
      expect.objectContaining({ advertId: '700000005', sku: 'SKU-ECHARPE', quantity: 0 }),
    ])
    expect(received.map(({ url }) => url.searchParams.get('nexttoken'))).toEqual([null, '93000000001'])
  })

  it('does not take competitors’ adverts for the seller’s', async () => {
    const { marketplace } = await rakutenAnswering([sample('export-pricing')])

    expect((await marketplace.readInventory()).map(({ advertId }) => advertId)).toEqual(['700000001'])
  })

  it('reads an endless quantity', async () => {
    const { marketplace } = await rakutenAnswering([
      page([advert('1', '<unlimitedquantity>true</unlimitedquantity><stock/>')]),
    ])

    expect(await marketplace.readInventory()).toMatchObject([{ unlimited: true, quantity: 0 }])
  })

  it('finds none where Rakuten counts none', async () => {
    const listed = await rakutenAnswering([page([])])
    const unlisted = await rakutenAnswering([responseWith('<nbresults>0</nbresults>')])

    expect(await listed.marketplace.readInventory()).toEqual([])
    expect(await unlisted.marketplace.readInventory()).toEqual([])
  })

  it('takes the count for that of the page or of all pages, and believes neither when adverts are missing', async () => {
    const first = page([advert('1'), advert('2')], '<nexttoken>9</nexttoken><nbresults>3</nbresults>')
    const ofAll = await rakutenAnswering([first, page([advert('3')], '<nbresults>3</nbresults>')])
    const missing = await rakutenAnswering([first, page([], '<nbresults>3</nbresults>')])

    expect(await ofAll.marketplace.readInventory()).toHaveLength(3)
    await expect(missing.marketplace.readInventory()).rejects.toMatchObject({ kind: 'unreadable' })
  })

  it.each([
    ['without a list', responseWith('<nbresults>4</nbresults>')],
    ['with fewer adverts than it says', page([advert('1')], '<nbresults>2</nbresults>')],
    ['with a quantity that is no number', page([advert('1', '<stock>some</stock>')])],
    ['with no quantity', page([advert('1', '')])],
    ['with an advert without number', page([advert('')])],
    ['whose second page fails', page([advert('1')], '<nexttoken>9</nexttoken>').replace('</result>', '')],
  ])('cannot read an inventory %s', async (_, body) => {
    const { marketplace } = await rakutenAnswering([body])

    await expect(marketplace.readInventory()).rejects.toMatchObject({ kind: 'unreadable' })
  })
})
