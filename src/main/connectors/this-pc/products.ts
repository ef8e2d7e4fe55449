import { Fault } from '../../domain/fault.ts'
import { plainWords } from '../../domain/plain-words.ts'
import { MAX_OFFERED } from '../../domain/stock.ts'
import type { Advert } from '../sockets/marketplace.ts'
import type { Records } from '../sockets/ports.ts'
import type { Catalogue } from './catalogue.ts'
import type { CsvError } from './csv-table.ts'
import { NEW_PRODUCT, type Product, wrongFields } from './product.ts'
import { type ProductsCsv, readProductsCsv, writeProductsCsv } from './products-csv.ts'

export type Products = ReturnType<typeof createProducts>

/** All of the file, or nothing of it. Products that it does not name stay as they are. */
export type CsvImport =
  | { readonly ok: true; readonly added: number; readonly changed: number; readonly unchanged: number }
  | { readonly ok: false; readonly errors: readonly CsvError[] }

/** The catalogue as the seller works with it: on the *Products* screen, with a scanner, as CSV. */
export const createProducts = (catalogue: Catalogue, records: Pick<Records, 'together'>) => {
  const find = (code: string): readonly Product[] => {
    const bySku = catalogue.withCode(code, 'sku')
    return bySku.length > 0 ? bySku : catalogue.withCode(code, 'ean')
  }
  const previewCsv = (bytes: Uint8Array): ProductsCsv => readProductsCsv(bytes, catalogue.get)

  return {
    /** In the order of their SKUs. */
    list: catalogue.list,
    get: catalogue.get,
    /** By exact SKU, else by EAN: what a scanner asks. */
    find,
    /** Products in whose SKU, EAN or title every word occurs, accents and case aside. */
    search(text: string): readonly Product[] {
      const words = plainWords(text).split(' ')
      return catalogue.list().filter(({ sku, ean, title }) => {
        const haystack = plainWords(`${sku} ${ean} ${title}`)
        return words.every((word) => haystack.includes(word))
      })
    },
    /**
     * Adds a product, or changes the fields in which it differs from `was`, the product as it was shown. A field that something else (an
     * order, a scan) changed meanwhile is refused as `stale`.
     */
    save(product: Product, was: Product | null): Product {
      return records.together(() => {
        const before = catalogue.get(product.sku)
        const after = was === null ? asNew(product, before) : merged(product, was, before)
        refuseWrongFields(after)
        catalogue.write(after)
        return after
      })
    },
    /** Books units in (or, below zero, out) for the one product that bears this SKU or EAN. */
    receive(code: string, units: number): Product {
      const [product, other] = find(code)
      if (product === undefined) throw new Fault('settings', `No product has the SKU or EAN "${code}".`)
      if (other !== undefined) throw new Fault('settings', `Several products have the EAN ${code}: use the SKU.`)
      const after = { ...product, stock: product.stock + units }
      refuseWrongFields(after)
      catalogue.write(after)
      return after
    },
    remove: catalogue.remove,
    /** What an import would bring, or what stands in its way; keeps nothing. */
    previewCsv,
    importCsv(bytes: Uint8Array): CsvImport {
      return records.together((): CsvImport => {
        const { products, errors } = previewCsv(bytes)
        if (errors.length > 0) return { ok: false, errors }
        const before = products.map(({ sku }) => catalogue.get(sku))
        const changed = products.filter((product, index) => before[index] && !isSame(product, before[index])).length
        const added = before.filter((product) => product === null).length
        for (const product of products) catalogue.write(product)
        return { ok: true, added, changed, unchanged: products.length - added - changed }
      })
    },
    exportCsv: (): string => writeProductsCsv(catalogue.list()),
    /**
     * Adds what the marketplace's inventory names and this catalogue does not; never touches a product that is here. Answers with the SKUs
     * it left out.
     */
    startFromInventory(adverts: readonly Advert[]): { readonly added: number; readonly left: readonly string[] } {
      return records.together(() => {
        const left = adverts.filter((advert) => {
          const product = fromAdvert(advert)
          const isAddable = catalogue.get(product.sku) === null && wrongFields(product).length === 0
          if (isAddable) catalogue.write(product)
          return !isAddable
        })
        return { added: adverts.length - left.length, left: left.map(({ sku }) => sku) }
      })
    },
  }
}

const fromAdvert = (advert: Advert): Product => ({
  ...NEW_PRODUCT,
  sku: advert.sku,
  ean: /^\d{8,14}$/.test(advert.ean) ? advert.ean : '',
  title: advert.title
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, 1000)
    .trim(),
  stock: advert.unlimited ? MAX_OFFERED : advert.quantity,
  priceCents: advert.priceCents,
})

const asNew = (product: Product, before: Product | null): Product => {
  if (before !== null) throw new Fault('settings', `There is a product with the SKU ${product.sku} already.`)
  return product
}

const FIELDS = Object.keys(NEW_PRODUCT) as (keyof typeof NEW_PRODUCT)[] // Object.keys forgets the names it just listed

const merged = (product: Product, was: Product, before: Product | null): Product => {
  if (before === null) throw new Fault('stale', `The product ${product.sku} has been removed meanwhile.`)
  const changed = FIELDS.filter((field) => product[field] !== was[field])
  const moved = changed.find((field) => before[field] !== was[field] && before[field] !== product[field])
  if (moved !== undefined) {
    throw new Fault('stale', `${product.sku} has changed meanwhile (${moved}: ${before[moved]}). Look at it again.`)
  }
  return { ...before, ...Object.fromEntries(changed.map((field) => [field, product[field]])) }
}

const isSame = (one: Product, other: Product): boolean => FIELDS.every((field) => one[field] === other[field])

const refuseWrongFields = (product: Product): void => {
  const [wrong] = wrongFields(product)
  if (wrong !== undefined)
    throw new Fault('settings', wrong.message, { side: 'This PC', detail: { field: wrong.field } })
}
