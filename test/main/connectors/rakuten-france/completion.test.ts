import { describe, expect, it } from 'vitest'
import { errorWith, rakutenAnswering, responseWith, sample } from '../../../helpers/rakuten-answering.ts'

describe('readCompletion', () => {
  it('reads costs of every item, contact, and that there is no label', async () => {
    const { marketplace, received } = await rakutenAnswering([
      sample('getbillinginformation'),
      sample('getshippinginformation-home'),
    ])

    const completion = await marketplace.readCompletion('800000102')

    expect(completion).toMatchObject({
      items: [
        { itemId: '500000201', shippingCents: 690 },
        { itemId: '500000202', shippingCents: 0 },
      ],
      buyer: {
        login: 'zoe_ex',
        email: 'zoe.exemplier@acheteur.example',
        billing: null,
        delivery: { mobile: '0600000001' },
      },
      prepaidLabel: null,
    })
    expect(received.map(({ url }) => url.searchParams.get('purchaseid'))).toEqual(['800000102', '800000102'])
  })

  it('reads a prepaid label with its number, whose buyer has a billing address only', async () => {
    const { marketplace } = await rakutenAnswering([
      sample('getbillinginformation'),
      sample('getshippinginformation-prepaid'),
    ])

    expect(await marketplace.readCompletion('800000105')).toMatchObject({
      buyer: { delivery: null, billing: { city: 'Ker-Exemple' } },
      prepaidLabel: {
        url: 'https://etiquettes.example/label?parcel=6X00000000001&signature=exemple',
        trackingNumber: '6X00000000001',
        trackingUrl: 'https://suivi.example/?colis=6X00000000001',
      },
    })
  })

  it('has nothing yet for a purchase Rakuten does not know as confirmed', async () => {
    const unknown = errorWith([], 'Unknown error', 'Unknown error', 'Unknown error')
    const neither = await rakutenAnswering([unknown])
    const onlyCosts = await rakutenAnswering([sample('getbillinginformation'), unknown])

    expect(await neither.marketplace.readCompletion('1')).toBeNull()
    expect(await onlyCosts.marketplace.readCompletion('1')).toBeNull()
  })

  it('has nothing yet when Rakuten is out of order for this purchase alone', async () => {
    const outage = sample('error-unknown-unavailable')
    const { marketplace, received } = await rakutenAnswering([outage, outage, sample('getitemtodolist-empty')])

    expect(await marketplace.readCompletion('1')).toBeNull()
    expect(received.map(({ url }) => url.searchParams.get('action'))).toEqual([
      'getbillinginformation',
      'getbillinginformation',
      'getitemtodolist',
    ])
  })

  it.each([
    ['an outage', 'error-unknown-unavailable', 'unreachable'],
    ['a refusal', 'error-parameter-invalid', 'refused'],
  ])('does not take %s for that', async (_, name, kind) => {
    const { marketplace } = await rakutenAnswering([sample(name)])

    await expect(marketplace.readCompletion('1')).rejects.toMatchObject({ kind })
  })

  it('does not take a cost it cannot read for free shipping', async () => {
    const { marketplace } = await rakutenAnswering([
      responseWith('<billinginformation><items><item><itemid>1</itemid></item></items></billinginformation>'),
      sample('getshippinginformation-home'),
    ])

    await expect(marketplace.readCompletion('1')).rejects.toMatchObject({ kind: 'unreadable' })
  })
})
