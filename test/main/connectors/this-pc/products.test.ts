import { describe, expect, it } from 'vitest'
import type { Advert } from '../../../../src/main/connectors/sockets/marketplace.ts'
import { type Product, wrongFields } from '../../../../src/main/connectors/this-pc/product.ts'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import { aProduct, stockOf, thisPcWith } from './a-shelf.ts'

const blue = aProduct({ ean: '3700000000017', title: 'Théière bleue' })
const red = aProduct({ sku: 'MUG-RED', ean: '3700000000024', title: 'Red mug', stock: 5 })
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('the catalogue', () => {
  it('lists products by SKU', () => {
    const { products } = thisPcWith(red, blue)

    expect(products.list()).toEqual([blue, red])
  })

  it.each([
    ['theiere', ['MUG-BLUE']],
    ['MUG', ['MUG-BLUE', 'MUG-RED']],
    ['red mug', ['MUG-RED']],
    ['00024', ['MUG-RED']],
    ['blue red', []],
    ['', ['MUG-BLUE', 'MUG-RED']],
  ])('finds by words in SKU, EAN and title: %j', (words, skus) => {
    const { products } = thisPcWith(blue, red)

    expect(products.search(words).map(({ sku }) => sku)).toEqual(skus)
  })

  it('finds by SKU first and by EAN else, as a scanner asks', () => {
    const { products } = thisPcWith(blue, red, aProduct({ sku: '3700000000024', stock: 1 }))

    expect(products.find('3700000000017')).toEqual([blue])
    expect(products.find('3700000000024')).toMatchObject([{ sku: '3700000000024' }])
    expect(products.find('37000')).toEqual([])
  })

  it('finds a product by its new EAN only, once that has changed', () => {
    const { products } = thisPcWith(blue)

    products.save({ ...blue, ean: '3700000000031' }, blue)

    expect(products.find('3700000000031')).toHaveLength(1)
    expect(products.find('3700000000017')).toEqual([])
  })

  it('finds a removed product no more', () => {
    const { products } = thisPcWith(blue, red)

    products.remove('MUG-BLUE')
    products.remove('MUG-BLUE')

    expect(products.list()).toEqual([red])
    expect(products.find('3700000000017')).toEqual([])
  })
})

describe('saving a product', () => {
  it('refuses a second one under the same SKU', () => {
    const { products } = thisPcWith(blue)

    expect(() => products.save({ ...blue, title: 'Another' }, null)).toThrow(
      expect.objectContaining({ kind: 'settings' }),
    )
    expect(products.get('MUG-BLUE')).toEqual(blue)
  })

  it('changes what was edited and leaves the stock that an order took meanwhile', async () => {
    const { products, backOffice } = thisPcWith(blue)
    await backOffice('sku').placeOrder(anOrderToPlace())

    products.save({ ...blue, title: 'Teapot' }, blue)

    expect(products.get('MUG-BLUE')).toEqual({ ...blue, title: 'Teapot', stock: 9 })
  })

  it('refuses to write over a stock that an order took from meanwhile', async () => {
    const { products, backOffice } = thisPcWith(blue)
    await backOffice('sku').placeOrder(anOrderToPlace())

    expect(() => products.save({ ...blue, stock: 20 }, blue)).toThrow(expect.objectContaining({ kind: 'stale' }))
    expect(stockOf({ products })).toEqual({ 'MUG-BLUE': 9 })
  })

  it('refuses a product that was removed meanwhile', () => {
    const { products } = thisPcWith(blue)
    products.remove('MUG-BLUE')

    expect(() => products.save({ ...blue, title: 'Teapot' }, blue)).toThrow(expect.objectContaining({ kind: 'stale' }))
  })

  it.each<[keyof Product, Partial<Product>]>([
    ['sku', { sku: '' }],
    ['sku', { sku: ' MUG' }],
    ['sku', { sku: 'MUG\n' }],
    ['ean', { ean: 'ABC' }],
    ['title', { title: 'two\nlines' }],
    ['stock', { stock: -1 }],
    ['stock', { stock: 1.5 }],
    ['stock', { stock: 3_700_000_000_017 }],
    ['safetyStock', { safetyStock: Number.NaN }],
    ['priceCents', { priceCents: 12.9 }],
  ])('refuses a wrong %s: %j', (field, facts) => {
    const { products } = thisPcWith()

    const product = aProduct(facts)

    expect(wrongFields(product).map((wrong) => wrong.field)).toEqual([field])
    expect(() => products.save(product, null)).toThrow(expect.objectContaining({ kind: 'settings', detail: { field } }))
    expect(products.list()).toEqual([])
  })
})

describe('receiving goods', () => {
  it('adds units by SKU or EAN, and takes them out below zero', () => {
    const { products } = thisPcWith(blue)

    products.receive('MUG-BLUE', 3)
    products.receive('3700000000017', -1)

    expect(stockOf({ products })).toEqual({ 'MUG-BLUE': 12 })
  })

  it.each([
    ['a code nobody has', 'TEAPOT', 1],
    ['more units out than there are', 'MUG-BLUE', -11],
    ['half a unit', 'MUG-BLUE', 0.5],
    ['an EAN of two products', '3700000000024', 1],
  ])('refuses %s', (_, code, units) => {
    const { products } = thisPcWith(blue, red, { ...red, sku: 'MUG-RED-2' })

    expect(() => products.receive(code, units)).toThrow(expect.objectContaining({ kind: 'settings' }))
    expect(stockOf({ products })).toEqual({ 'MUG-BLUE': 10, 'MUG-RED': 5, 'MUG-RED-2': 5 })
  })
})

describe('importing products', () => {
  it('adds and changes what the file names, and says how many', () => {
    const { products } = thisPcWith(blue, red)

    const outcome = products.importCsv(bytesOf('sku;stock\nMUG-BLUE;4\nMUG-RED;5\nCUP;1\n'))

    expect(outcome).toEqual({ ok: true, added: 1, changed: 1, unchanged: 1 })
    expect(stockOf({ products })).toEqual({ CUP: 1, 'MUG-BLUE': 4, 'MUG-RED': 5 })
  })

  it('imports nothing of a file with one wrong cell', () => {
    const { products } = thisPcWith(blue)

    const outcome = products.importCsv(bytesOf('sku;stock\nMUG-BLUE;4\nCUP;many\n'))

    expect(outcome).toMatchObject({ ok: false, errors: [{ row: 3, column: 'stock' }] })
    expect(products.list()).toEqual([blue])
  })

  it('shows beforehand what it would bring, and keeps nothing of it', () => {
    const { products } = thisPcWith(blue)

    const preview = products.previewCsv(bytesOf('sku;stock\nMUG-BLUE;4\n'))

    expect(preview).toEqual({ products: [{ ...blue, stock: 4 }], errors: [] })
    expect(products.list()).toEqual([blue])
  })

  it('changes nothing when it gets back what was exported', () => {
    const { products } = thisPcWith(blue, red, aProduct({ sku: '=1+1', title: '+33' }))

    const outcome = products.importCsv(bytesOf(products.exportCsv()))

    expect(outcome).toEqual({ ok: true, added: 0, changed: 0, unchanged: 3 })
  })
})

describe("starting from the marketplace's inventory", () => {
  const anAdvert = (facts: Partial<Advert> = {}): Advert => ({
    advertId: '9001',
    sku: 'CUP',
    title: 'Cup',
    ean: '3700000000048',
    priceCents: 900,
    currency: 'EUR',
    quantity: 4,
    unlimited: false,
    ...facts,
  })

  it('adds what is not here yet, with its quantity and price', () => {
    const { products } = thisPcWith(blue)

    expect(products.startFromInventory([anAdvert()])).toEqual({ added: 1, left: [] })

    expect(products.get('CUP')).toEqual({
      sku: 'CUP',
      ean: '3700000000048',
      title: 'Cup',
      stock: 4,
      safetyStock: 0,
      priceCents: 900,
    })
  })

  it('leaves out adverts without a SKU, a second one of a SKU, and what is here already', () => {
    const { products } = thisPcWith(blue)
    const adverts = [anAdvert(), anAdvert({ quantity: 9 }), anAdvert({ sku: '' }), anAdvert({ sku: 'MUG-BLUE' })]

    expect(products.startFromInventory(adverts)).toEqual({ added: 1, left: ['CUP', '', 'MUG-BLUE'] })

    expect(stockOf({ products })).toEqual({ CUP: 4, 'MUG-BLUE': 10 })
  })

  it('takes an unlimited advert, an odd EAN and a title of two lines', () => {
    const { products } = thisPcWith()

    products.startFromInventory([anAdvert({ unlimited: true, quantity: 0, ean: 'n/a', title: ' Two\r\nlines ' })])

    expect(products.list()).toMatchObject([{ stock: 999, ean: '', title: 'Two lines' }])
  })
})
