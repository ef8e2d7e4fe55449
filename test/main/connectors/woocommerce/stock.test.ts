import { describe, expect, it } from 'vitest'
import type { BackOffice } from '../../../../src/main/connectors/sockets/back-office.ts'
import type { Product, Shop, ShopOptions } from '../../../simulators/woocommerce/shop.ts'
import { addProduct } from '../../../simulators/woocommerce/there.ts'
import { openShop } from './open-shop.ts'

const add = (shop: Shop, sku: string, more: Partial<Product> = {}): Product =>
  addProduct(shop, { sku, title: sku, stock: 4, priceCents: 100 }, more)

const addVariations = (
  shop: Shop,
  parentSku: string,
  skus: readonly string[],
  more: Partial<Product> = {},
): readonly Product[] => {
  const parent = add(shop, parentSku, { type: 'variable', manageStock: false, stock: null })
  return skus.map((sku) => add(shop, sku, { type: 'variation', parentId: parent.id, ...more }))
}

const stockIn = async (backOffice: BackOffice): Promise<readonly (readonly [string, number | null])[]> =>
  (await backOffice.readStock()).map(({ sku, available }) => [sku, available] as const).toSorted()

describe('the stock of a shop', () => {
  it.each<[string, Partial<Product>, number | null]>([
    ['is counted', {}, 4],
    ['is sold below zero', { stock: -3, stockStatus: 'outofstock' }, 0],
    ['is not counted, and there', { manageStock: false, stock: null, stockStatus: 'instock' }, null],
    ['is not counted, and not there', { manageStock: false, stock: null, stockStatus: 'outofstock' }, 0],
    ['is not counted, and on order', { manageStock: false, stock: null, stockStatus: 'onbackorder' }, null],
  ])('where a product %s', async (_, facts, available) => {
    const { backOffice, shop } = await openShop()
    add(shop, 'MUG', facts)

    expect(await stockIn(backOffice)).toEqual([['MUG', available]])
  })

  it('leaves out what nobody can send: drafts, parents, groups, links, what has no SKU', async () => {
    const { backOffice, shop } = await openShop()
    add(shop, 'MUG')
    add(shop, 'HIDDEN', { status: 'private' })
    add(shop, 'DRAFT', { status: 'draft' })
    add(shop, 'GROUP', { type: 'grouped' })
    add(shop, 'LINK', { type: 'external' })
    add(shop, '')
    const [, off] = addVariations(shop, 'SHIRT', ['SHIRT-M', 'SHIRT-OFF'])
    if (off !== undefined) off.status = 'private'

    expect(await stockIn(backOffice)).toEqual([
      ['HIDDEN', 4],
      ['MUG', 4],
      ['SHIRT-M', 4],
    ])
  })

  it('shows a SKU as often as it stands for a product', async () => {
    const { backOffice, shop } = await openShop()
    add(shop, 'MUG')
    add(shop, 'MUG')

    expect(await stockIn(backOffice)).toHaveLength(2)
  })

  it('is not taken from a list that grew while it was read', async () => {
    const { backOffice, shop, simulator } = await openShop()
    for (let at = 0; at < 150; at++) add(shop, `SKU-${at}`)
    simulator.wire.spoil('slow', ({ url }) => {
      if (url.searchParams.get('page') === '2' && shop.products.size === 150) add(shop, 'NEW')
      return false
    })

    await expect(backOffice.readStock()).rejects.toMatchObject({ kind: 'unreadable' })
    expect(await backOffice.readStock()).toHaveLength(151)
  })

  it('is not taken from a list that does not tell how long it is', async () => {
    const { backOffice, shop } = await openShop({ hidesTotals: true })
    add(shop, 'MUG')

    await expect(backOffice.readStock()).rejects.toMatchObject({
      kind: 'unreadable',
      message: expect.stringContaining('X-WP-Total'),
    })
  })

  it('is that of the shop’s EANs or ids where the connection says so', async () => {
    const kinds = [
      ['ean', '3700000000017'],
      ['id', expect.stringMatching(/^\d+$/)],
    ] as const
    for (const [skuSource, code] of kinds) {
      const { backOffice, shop } = await openShop({}, { skuSource })
      add(shop, 'MUG', { globalUniqueId: '3700000000017' })

      expect(await stockIn(backOffice)).toEqual([[code, 4]])
    }
  })
})

describe.each<[string, ShopOptions]>([
  ['of all parents at once', {}],
  ['parent by parent', { version: '9.8.1' }],
])('the stock of variations, read %s', (_, kind) => {
  it('is their own, or the number they share with their parent', async () => {
    const { backOffice, shop } = await openShop(kind)
    addVariations(shop, 'SHIRT', ['SHIRT-M', 'SHIRT-L'])
    const [shared] = addVariations(shop, 'SOCK', ['SOCK-S', 'SOCK-L'], { manageStock: 'parent', stock: null })
    const parent = shop.products.get(shared?.parentId ?? 0)
    if (parent !== undefined) Object.assign(parent, { manageStock: true, stock: 9 })

    expect(await stockIn(backOffice)).toEqual([
      ['SHIRT-L', 4],
      ['SHIRT-M', 4],
      ['SOCK-L', 9],
      ['SOCK-S', 9],
    ])
  })

  it('is nobody’s where they show the SKU of their parent, or the parent is a draft', async () => {
    const { backOffice, shop } = await openShop(kind)
    addVariations(shop, 'SHIRT', ['', ''])
    const [hidden] = addVariations(shop, 'OLD', ['OLD-M'])
    const parent = shop.products.get(hidden?.parentId ?? 0)
    if (parent !== undefined) parent.status = 'draft'

    expect(await stockIn(backOffice)).toEqual([])
  })

  it('is read anew when it changes, and not always when it does not', async () => {
    const { asked, backOffice, clock, shop } = await openShop(kind)
    const [medium] = addVariations(shop, 'SHIRT', ['SHIRT-M'])
    await stockIn(backOffice)
    await stockIn(backOffice)
    const before = asked().length
    await stockIn(backOffice)
    expect(asked().length - before).toBeLessThanOrEqual(2)
    clock.advance(1000)
    if (medium !== undefined) {
      medium.stock = 1
      const parent = shop.products.get(medium.parentId)
      if (parent !== undefined) parent.modifiedAt = clock.now()
    }

    expect(await stockIn(backOffice)).toEqual([['SHIRT-M', 1]])
  })

  it('is read anew within a second of a change', async () => {
    const { backOffice, shop } = await openShop(kind)
    const [medium] = addVariations(shop, 'SHIRT', ['SHIRT-M'])
    await stockIn(backOffice)
    if (medium !== undefined) medium.stock = 1

    expect(await stockIn(backOffice)).toEqual([['SHIRT-M', 1]])
  })

  it('is read anew after a day, whatever the dates say', async () => {
    const { backOffice, clock, shop } = await openShop(kind)
    const [medium] = addVariations(shop, 'SHIRT', ['SHIRT-M'])
    await stockIn(backOffice)
    await stockIn(backOffice)
    if (medium !== undefined) medium.stock = 1
    clock.advance(25 * 3_600_000)

    expect(await stockIn(backOffice)).toEqual([['SHIRT-M', 1]])
  })
})
