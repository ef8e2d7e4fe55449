import { Fault } from '../../domain/fault.ts'
import type { OfficeStock } from '../sockets/back-office.ts'
import { articlesOf, isCountedByCombination } from './articles.ts'
import { MOST_VARIANT_CALLS } from './facts.ts'
import { combinationsOf } from './find-articles.ts'
import { list } from './pages.ts'
import { Product } from './schemas.ts'
import type { Shop } from './shop.ts'

/** Every article on sale that has a code: a call for every 250 products, and where the list leaves variants out, one for each that needs them. */
export const readStock = async (shop: Shop): Promise<readonly OfficeStock[]> => {
  const { api, side, skuSource } = shop
  const query = { expand: 'attributecombinations', orderby: 'id_asc' }
  const products = (await list(api, 'products/', query, Product)).filter(({ is_active }) => is_active)
  const toAsk = products.filter((one) => one.attributecombinations === null && isCountedByCombination(one))
  if (toAsk.length > MOST_VARIANT_CALLS) throw tooMany(side, toAsk.length)
  const asked = new Set(toAsk.map(({ id }) => id))
  const stock: OfficeStock[] = []
  for (const product of products) {
    const combinations = asked.has(product.id) ? await combinationsOf(shop, product) : product.attributecombinations
    for (const { code, available, title } of articlesOf(product, combinations ?? [], skuSource, side))
      stock.push({ sku: code, available, title })
  }
  return stock
}

const tooMany = (side: string, products: number): Fault =>
  new Fault(
    'refused',
    `${side} does not list its variants, and has ${products} products with some: asking for each takes longer than its limits allow.`,
    { side },
  )
