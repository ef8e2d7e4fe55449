import { z } from 'zod'
import type { OfficeStock } from '../sockets/back-office.ts'
import type { Api } from './api.ts'
import { availableOf, codeOf, isParent, isSold, PRODUCT_FIELDS, Product, type SkuSource } from './products.ts'
import { readVariations } from './variations.ts'

/** Every product and variation that is for sale and has a code (woocommerce.md 5): a page for every hundred of either. */
export const readStock = async (api: Api, source: SkuSource): Promise<readonly OfficeStock[]> => {
  const products = await api.list('products', { _fields: PRODUCT_FIELDS }, z.array(Product))
  const parents = new Map(products.filter(isParent).map((parent) => [parent.id, parent]))
  const variations = await readVariations(api, [...parents.values()].filter(isOnSale))
  return [...products, ...variations].filter(isSold).flatMap((product) => {
    const code = codeOf(product, source)
    const parent = parents.get(product.parent_id ?? 0)
    // A variation without a code of its own shows its parent's, which stands for no product that could be sent.
    const isBorrowed = source !== 'id' && parent !== undefined && codeOf(parent, source) === code
    return code === '' || isBorrowed
      ? []
      : [{ sku: code, available: availableOf(product), title: product.name || code }]
  })
}

const isOnSale = (parent: Product): boolean => isSold({ ...parent, type: 'simple' })
