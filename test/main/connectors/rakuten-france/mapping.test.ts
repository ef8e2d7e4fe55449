import { describe, expect, it } from 'vitest'
import { readXml } from '../../../../src/main/connectors/http/read-xml.ts'
import { mergeSales, toSale, toStatus } from '../../../../src/main/connectors/rakuten-france/mapping.ts'

interface Parts {
  readonly purchaseId?: string
  readonly date?: string
  readonly delivery?: string
  readonly items?: string
}

const anItem = (more: Readonly<Record<string, string>> = {}): string =>
  Object.entries({
    itemid: '5',
    itemstatus: 'TO_CONFIRM',
    price: '<amount>14.9</amount><currency>EUR</currency>',
    ...more,
  })
    .map(([name, inside]) => `<${name}>${inside}</${name}>`)
    .join('')

const saleOf = ({
  purchaseId = '8',
  date = '12/01/2026-10:05',
  delivery = '',
  items = `<item>${anItem()}</item>`,
}: Parts = {}) => {
  const raw = `<sale><purchaseid>${purchaseId}</purchaseid><purchasedate>${date}</purchasedate><deliveryinformation>${delivery}</deliveryinformation><items>${items}</items></sale>`
  return toSale(readXml(raw), raw)
}

const itemOf = (more: Readonly<Record<string, string>>) => saleOf({ items: `<item>${anItem(more)}</item>` })

describe('toSale', () => {
  it.each([
    ['12/01/2026-10:05', '2026-01-12T09:05:00.000Z'],
    ['12/07/2026-10:05', '2026-07-12T08:05:00.000Z'],
    ['29/03/2026-01:59', '2026-03-29T00:59:00.000Z'],
    ['29/03/2026-03:00', '2026-03-29T01:00:00.000Z'],
    ['25/10/2026-03:30', '2026-10-25T02:30:00.000Z'],
  ])('takes %s for Paris time', (date, utc) => {
    expect(saleOf({ date }).purchasedAt).toBe(utc)
  })

  it.each(['', '2026-01-12', '31/02/2026-10:00', '12/01/2026-25:00', '1/1/2026-1:00'])(
    'cannot read a date “%s”',
    (date) => {
      expect(() => saleOf({ date })).toThrow(expect.objectContaining({ kind: 'unreadable' }))
    },
  )

  it('takes what the buyer pays for the price, not what is listed', () => {
    const sale = itemOf({
      advertpricelisted: '<amount>106.4</amount><currency>EUR</currency>',
      price: '<amount>79.8</amount><currency>EUR</currency>',
    })

    expect(sale.items).toMatchObject([{ priceCents: 7980, listedPriceCents: 10640 }])
  })

  it.each([
    ['a comma', '<amount>14,90</amount><currency>EUR</currency>'],
    ['no amount', '<currency>EUR</currency>'],
    ['a word', '<amount>free</amount><currency>EUR</currency>'],
    ['less than nothing', '<amount>-1.0</amount><currency>EUR</currency>'],
    ['nothing at all', ''],
  ])('cannot read a price with %s', (_, price) => {
    expect(() => itemOf({ price })).toThrow(expect.objectContaining({ kind: 'unreadable' }))
  })

  it('cannot read an item without number, or a sale without items', () => {
    expect(() => itemOf({ itemid: '' })).toThrow(expect.objectContaining({ kind: 'unreadable' }))
    expect(() => saleOf({ items: '' })).toThrow(expect.objectContaining({ kind: 'unreadable' }))
  })

  it('names a status, a currency and a country it does not know, each once, and keeps them as they came', () => {
    const address = '<lastname>X</lastname><country>Atlantide</country><countryalpha2>QQ</countryalpha2>'
    const item = `<item>${anItem({ itemstatus: 'TELEPORTED', price: '<amount>1</amount><currency>XAU</currency>' })}</item>`

    const sale = saleOf({
      delivery: `<deliveryaddress>${address}</deliveryaddress><billingaddress>${address}</billingaddress>`,
      items: item + item.replace('<itemid>5', '<itemid>6'),
    })

    expect(sale.unknownValues).toHaveLength(3)
    expect(sale.unknownValues).toEqual(
      expect.arrayContaining([
        { field: 'status', value: 'TELEPORTED' },
        { field: 'currency', value: 'XAU' },
        { field: 'country', value: 'QQ' },
      ]),
    )
    expect(sale.items[0]).toMatchObject({ status: 'unknown', rakutenStatus: 'TELEPORTED', currency: 'XAU' })
    expect(sale.buyer.delivery).toMatchObject({ country: 'Atlantide', countryCode: 'QQ' })
  })

  it('leaves to Rakuten what Rakuten ships: an item, or a whole purchase', () => {
    const mixed = saleOf({
      items: `<item>${anItem({ isrsl: 'Y' })}</item><item>${anItem({ itemid: '6', isrsl: 'N' })}</item>`,
    })
    const whole = saleOf({ delivery: '<isfullrsl>Y</isfullrsl>' })

    expect(mixed.items.map(({ status }) => status)).toEqual(['not-ours', 'to-decide'])
    expect(whole.items).toMatchObject([{ status: 'not-ours', rakutenStatus: 'TO_CONFIRM' }])
  })

  it('takes an address block without content for none', () => {
    const sale = saleOf({ delivery: '<deliveryaddress><lastname/><city></city></deliveryaddress><billingaddress/>' })

    expect(sale.buyer).toMatchObject({ delivery: null, billing: null })
    expect(sale.unknownValues).toEqual([])
  })

  it('reads preorder, shipped and an empty SKU', () => {
    expect(itemOf({ ispreorder: 'Y', shipped: '1', sku: ' ' }).items).toMatchObject([
      { preorder: true, shipped: true, sku: '' },
    ])
  })
})

describe('toStatus', () => {
  it.each([
    ['TO_CONFIRM', 'to-decide'],
    ['REQUESTED', 'to-decide'],
    ['REMINDED', 'to-decide'],
    ['ACCEPTED', 'accepted'],
    ['COMMITTED', 'accepted'],
    ['PENDING', 'preorder'],
    ['PENDING_CLAIM', 'claim'],
    ['ON_HOLD', 'claim'],
    ['CLAIM', 'claim'],
    ['REFUSED', 'refused'],
    ['CANCELLED', 'cancelled'],
    ['CLOSED', 'closed'],
    ['', 'unknown'],
    ['constructor', 'unknown'],
  ])('takes %s for %s', (word, status) => {
    expect(toStatus(word)).toBe(status)
  })
})

describe('mergeSales', () => {
  it('makes one order of several sales with one number, in the order they came', () => {
    const address = '<deliveryaddress><lastname>X</lastname><countryalpha2>FX</countryalpha2></deliveryaddress>'
    const first = saleOf({ purchaseId: '1' })
    const second = saleOf({ purchaseId: '2' })
    const rest = saleOf({
      purchaseId: '1',
      delivery: address,
      items: `<item>${anItem({ itemid: '6' })}</item><item>${anItem({ itemid: '5', itemstatus: 'ACCEPTED' })}</item>`,
    })

    const merged = mergeSales([first, second, rest])

    expect(merged.map(({ reference }) => reference)).toEqual(['1', '2'])
    expect(merged[0]?.items.map(({ itemId, status }) => [itemId, status])).toEqual([
      ['5', 'accepted'],
      ['6', 'to-decide'],
    ])
    expect(merged[0]?.buyer.delivery?.countryCode).toBe('FR')
    expect(merged[0]?.raw).toBe(`${first.raw}\n${rest.raw}`)
  })
})
