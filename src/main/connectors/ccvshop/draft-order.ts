import { Fault } from '../../domain/fault.ts'
import { isTestReference, type OrderToPlace } from '../sockets/back-office.ts'
import { unkeepable } from './address-rule.ts'
import type { Article } from './articles.ts'
import { findArticles } from './find-articles.ts'
import { type LineToPlace, toNewOrder } from './new-order.ts'
import { list } from './pages.ts'
import { type Taken, takenBy } from './placed.ts'
import { Package } from './schemas.ts'
import type { Shop } from './shop.ts'
import { percentOf } from './taxes.ts'

export interface Draft {
  readonly body: ReturnType<typeof toNewOrder>
  readonly taken: readonly Taken[]
}

/** The order as it will be created: products found, VAT known. Nothing is asked for yet. */
export const draftOrder = async (shop: Shop, order: OrderToPlace): Promise<Draft> => {
  const { side, skuSource } = shop
  // An address may have been corrected since it was checked.
  const broken = unkeepable(order.delivery, order.relayPoint)
  if (broken !== null) throw new Fault('refused', `${side} cannot take the order. ${broken}`, { side })
  const found = await findArticles(
    shop,
    order.lines.map(({ sku }) => sku),
  )
  const table = await shop.taxTable()
  const country = (order.relayPoint ?? order.delivery).countryCode
  const lines = order.lines.map((line): LineToPlace => {
    const article = onlyArticle(side, line.sku, found.get(line.sku) ?? [])
    return { line, article, percent: percentOf(table, article.product, country) }
  })
  const isTest = isTestReference(order.reference)
  const body = toNewOrder(order, {
    ...{ lines, skuSource },
    languages: (await shop.settings()).languages ?? [],
    testPackage: isTest ? await anyPackage(shop) : null,
  })
  const taken = lines.map(({ line, article }) => ({ article, quantity: line.quantity }))
  return { body, taken: isTest ? [] : takenBy(taken) }
}

const onlyArticle = (side: string, sku: string, [article, other]: readonly Article[]): Article => {
  if (article === undefined) throw new Fault('refused', `SKU ${sku} not found in ${side}.`, { side, detail: { sku } })
  if (other === undefined) return article
  throw new Fault('refused', `SKU ${sku} stands for several products in ${side}.`, { side, detail: { sku } })
}

/** 2: a row without a product wants to know what it is packed in. */
const anyPackage = async ({ api, side }: Shop): Promise<number> => {
  const [one] = await list(api, 'packages/', {}, Package)
  if (one !== undefined) return one.id
  const message = `${side} has no package, and a test order needs one: add it under My web shop → Settings → Shipping costs.`
  throw new Fault('settings', message, { side })
}
