import { z } from 'zod'
import { isFault } from '../../domain/fault.ts'
import type { OfficeStock } from '../sockets/back-office.ts'
import type { Api } from './api.ts'
import { availableOf, codeOf, isParent, isSold, PRODUCT_FIELDS, Product, type SkuSource } from './products.ts'

const Products = z.array(Product)
const FIELDS = { _fields: PRODUCT_FIELDS }

/** Every product and variation that is for sale and has a code (woocommerce.md 5): a page for every hundred of either. */
export const readStock = async (api: Api, source: SkuSource): Promise<readonly OfficeStock[]> => {
  const products = await api.list('products', FIELDS, Products)
  const parents = new Map(products.filter(isParent).map((parent) => [parent.id, parent]))
  const variations = parents.size === 0 ? [] : await readVariations(api, [...parents.values()])
  return [...products, ...variations].filter(isSold).flatMap((product) => {
    const code = codeOf(product, source)
    const parent = parents.get(product.parent_id ?? 0)
    // A variation without a code of its own shows its parent's, which stands for no product that could be sent.
    const isBorrowed = source !== 'id' && parent !== undefined && codeOf(parent, source) === code
    return code === '' || isBorrowed
      ? []
      : [{ sku: code, available: availableOf(product), title: product.name ?? code }]
  })
}

/** All at once since WooCommerce 10.3; parent by parent before. */
const readVariations = async (api: Api, parents: readonly Product[]): Promise<readonly Product[]> => {
  try {
    const onSale = new Set(parents.filter(isOnSale).map(({ id }) => id))
    const variations = await api.list('variations', FIELDS, Products)
    return variations.filter(({ parent_id }) => parent_id === undefined || onSale.has(parent_id))
  } catch (error) {
    if (!isFault(error) || error.detail['code'] !== 'rest_no_route') throw error
  }
  const variations: Product[] = []
  for (const { id } of parents.filter(isOnSale)) {
    const its = await api.list(`products/${id}/variations`, FIELDS, Products)
    variations.push(...its.map((variation) => ({ ...variation, parent_id: id })))
  }
  return variations
}

const isOnSale = (parent: Product): boolean => isSold({ ...parent, type: 'simple' })
