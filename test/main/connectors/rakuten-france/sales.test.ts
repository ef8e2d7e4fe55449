import { describe, expect, it } from 'vitest'
import { rakutenAnswering, responseWith, sample } from '../../../helpers/rakuten-answering.ts'

const newSales = async (body: Buffer | string) => (await rakutenAnswering([body])).marketplace.listNewSales()

describe('listNewSales', () => {
  it('asks with account, token, version and channel, and nothing else', async () => {
    const { marketplace, received } = await rakutenAnswering([sample('getnewsales-empty')])

    expect(await marketplace.listNewSales()).toEqual([])

    expect(received.map(({ method, url }) => [method, url.pathname, Object.fromEntries(url.searchParams)])).toEqual([
      [
        'GET',
        '/sales_ws',
        { action: 'getnewsales', login: 'boutique-démo', pwd: 't0ken+é', version: '2017-08-07', channel: 'navette' },
      ],
    ])
  })

  it('reads a whole sale', async () => {
    const [sale, ...others] = await newSales(sample('getnewsales-single'))

    expect(others).toEqual([])
    expect(sale).toEqual({
      reference: '800000101',
      purchasedAt: '2026-01-12T08:41:00.000Z',
      deliveryMode: 'Suivi',
      buyer: {
        login: 'zoe_ex',
        email: 'zoe.exemplier@acheteur.example',
        billing: null,
        delivery: {
          civility: 'Mme',
          lastName: 'Exemplier',
          firstName: 'Zoé',
          address1: '12 rue des Échantillons',
          address2: 'Bât. C',
          postcode: '75000',
          city: 'Villefictive',
          state: '',
          country: 'France',
          countryCode: 'FR',
          phone: '',
          mobile: '0600000001',
        },
        relayPoint: null,
        corrected: null,
      },
      items: [
        {
          itemId: '500000101',
          sku: 'SKU-TASSE-BLEUE',
          advertId: '700000001',
          title: 'Tasse Émaillée Bleue 30 Cl',
          eans: ['3760000000017'],
          priceCents: 1490,
          listedPriceCents: 1490,
          currency: 'EUR',
          status: 'to-decide',
          rakutenStatus: 'TO_CONFIRM',
          negotiated: false,
          negotiationComment: '',
          preorder: false,
          shippingCents: null,
          shipped: false,
          placed: false,
        },
      ],
      unknownValues: [],
      raw: expect.stringMatching(/^<sale>\s*<purchaseid>800000101<[\s\S]*Émaillée[\s\S]*<\/sale>$/),
    })
  })

  it('keeps units of one SKU apart, several codes of one, and a price under negotiation marked', async () => {
    const [lamps, negotiated] = await newSales(sample('getnewsales-multi'))

    expect(lamps?.items.map(({ itemId, sku, priceCents }) => [itemId, sku, priceCents])).toEqual([
      ['500000201', 'SKU-LAMPE', 4500],
      ['500000202', 'SKU-LAMPE', 4500],
      ['500000203', 'SKU-AMPOULE', 650],
    ])
    expect(lamps?.items[0]?.eans).toEqual(['3760000000024', '3760000000031'])
    expect(lamps?.deliveryMode).toBe('Recommandé')
    expect(negotiated?.items).toMatchObject([{ itemId: '500000301', negotiated: true }])
    expect(negotiated?.items[0]?.priceCents).toBeLessThan(negotiated?.items[0]?.listedPriceCents ?? 0)
  })

  it('reads a relay point beside the billing address', async () => {
    const [sale] = await newSales(sample('getnewsales-relay'))

    expect(sale?.buyer).toMatchObject({
      delivery: null,
      billing: { address1: '8 avenue du Canular', countryCode: 'FR' },
      relayPoint: {
        id: 'FR-000123',
        name: 'TABAC DE LA FICTION',
        address: '1 PLACE DU CONTE',
        postcode: '33000',
        city: 'PSEUDOPOLIS',
        countryCode: 'FR',
        lastName: 'Fabulin',
        firstName: 'Inès',
      },
    })
  })

  it('reads province and country of a buyer abroad', async () => {
    const [sale] = await newSales(sample('getnewsales-abroad'))

    expect(sale?.buyer.delivery).toMatchObject({ state: 'Alicante', country: 'Espagne', countryCode: 'ES' })
    expect(sale?.unknownValues).toEqual([])
  })

  it('reads a sale to be fetched at the seller’s, with a billing address only', async () => {
    const [sale] = await newSales(sample('getnewsales-instore-pickup'))

    expect(sale).toMatchObject({
      deliveryMode: 'Retrait chez le vendeur',
      buyer: { delivery: null, billing: { countryCode: 'FR' } },
    })
  })

  it('reads what was decided already beside what was not', async () => {
    const [sale] = await newSales(sample('getnewsales-partially-accepted'))

    expect(sale?.items.map(({ status }) => status)).toEqual(['accepted', 'refused', 'to-decide'])
  })

  it.each([
    ['no list of sales', responseWith('<sellerid>1</sellerid>')],
    [
      'a sale without number',
      responseWith('<sales><sale><purchasedate>12/01/2026-09:41</purchasedate></sale></sales>'),
    ],
  ])('takes an answer with %s for unreadable, not for empty', async (_, body) => {
    await expect(newSales(body)).rejects.toMatchObject({ kind: 'unreadable', side: 'Rakuten' })
  })
})

describe('listCurrentSales', () => {
  it('goes on with the token alone, as long as there is one', async () => {
    const { marketplace, received } = await rakutenAnswering([
      sample('getcurrentsales-page1'),
      sample('getcurrentsales-page2'),
    ])

    const sales = await marketplace.listCurrentSales('2026-01-10')

    expect(
      received.map(({ url }) => [url.searchParams.get('purchasedate'), url.searchParams.get('nexttoken')]),
    ).toEqual([
      ['2026-01-10', null],
      [null, '90000012345'],
    ])
    expect(sales.map(({ reference, items }) => [reference, items[0]?.status, items[0]?.shipped])).toEqual([
      ['800000101', 'accepted', false],
      ['800000102', 'accepted', true],
      ['800000104', 'accepted', false],
      ['800000105', 'claim', true],
      ['800000099', 'cancelled', false],
    ])
  })

  it('finds none in an empty answer', async () => {
    const { marketplace } = await rakutenAnswering([sample('getcurrentsales-empty')])

    expect(await marketplace.listCurrentSales('2026-01-10')).toEqual([])
  })

  it('is a fault as a whole when a later page is', async () => {
    const { marketplace } = await rakutenAnswering([sample('getcurrentsales-page1'), '<html>Maintenance</html>'])

    await expect(marketplace.listCurrentSales('2026-01-10')).rejects.toMatchObject({ kind: 'unreadable' })
  })

  it('does not go round in circles', async () => {
    const { marketplace, received } = await rakutenAnswering([sample('getcurrentsales-page1')])

    await expect(marketplace.listCurrentSales('2026-01-10')).rejects.toMatchObject({ kind: 'unreadable' })
    expect(received.length).toBeLessThan(5)
  })
})
