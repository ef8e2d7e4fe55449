import { Fault } from '../../domain/fault.ts'
import type { OrderToPlace } from '../sockets/back-office.ts'
import { methodBy } from './methods.ts'
import { type LineToPlace, toNewOrder } from './new-order.ts'
import { findProducts } from './products.ts'
import type { Shop } from './shop.ts'
import { NO_VAT, toPlace, vatOf } from './taxes.ts'

/** The order as it will be created: products found, prices without the VAT that the shop will add. Nothing is asked for yet. */
export const draftOrder = async (shop: Shop, order: OrderToPlace): Promise<ReturnType<typeof toNewOrder>> => {
  const found = await findProducts(
    shop.api,
    shop.skuSource,
    order.lines.map(({ sku }) => sku),
  )
  const goods = order.lines.map((line) => ({
    line,
    product: onlyProduct(shop.side, line.sku, found.get(line.sku) ?? []),
  }))
  const method = methodBy(await shop.methods(), order.methodId)
  const settings = await shop.settings()
  const places = { billing: toPlace(order.billing ?? order.delivery), delivery: deliveryPlace(order) }
  const vat = settings.hasTaxes ? vatOf(settings, await shop.taxTable(), places, method.isPickup) : NO_VAT
  const lines = goods.map(({ line, product }): LineToPlace => {
    const vatPercent = product.tax_status === 'taxable' ? vat.goods(product.tax_class) : 0
    return { ...line, product, vatPercent }
  })
  const taxed = lines.filter(({ product }) => product.tax_status !== 'none')
  const classes = taxed.map(({ product }) => product.tax_class)
  return toNewOrder(order, lines, method, method.isTaxed ? vat.shipping(classes) : 0)
}

const deliveryPlace = ({ delivery, relayPoint }: OrderToPlace) =>
  relayPoint === null ? toPlace(delivery) : toPlace({ ...delivery, ...relayPoint, state: '' })

/** Resolved before anything is created: WooCommerce takes a line without a product and says 201 (woocommerce.md 2.1). */
const onlyProduct = <P>(side: string, sku: string, [product, other]: readonly P[]): P => {
  if (product === undefined) throw new Fault('refused', `SKU ${sku} not found in ${side}.`, { side, detail: { sku } })
  if (other === undefined) return product
  throw new Fault('refused', `SKU ${sku} stands for several products in ${side}.`, { side, detail: { sku } })
}
