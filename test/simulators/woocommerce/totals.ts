import { type Item, type Order, type Shop, setting, TAX_CLASSES, type Tax } from './shop.ts'

/** Millionths in a cent. */
const CENT = 10_000

/**
 * Taxes and total of an order as WooCommerce 10.5 reckons them (woocommerce.md 2.2): net prices, taxes of every item kept to six decimals,
 * rounded for each item or not at all, in a way that depends on whether prices are entered with tax.
 */
export const calculateTotals = (shop: Shop, order: Order): void => {
  const perItem = setting(shop, 'woocommerce_tax_round_at_subtotal') !== 'yes'
  const halfDown = setting(shop, 'woocommerce_prices_include_tax') === 'yes'
  const kept = (tax: number): number => (perItem ? toCent(tax, halfDown) : tax)
  for (const item of order.items) item.taxes = taxesOf(shop, order, item)

  const of = (...kinds: readonly Item['kind'][]): readonly Item[] =>
    order.items.filter(({ kind }) => kinds.includes(kind))
  const taxIn = (items: readonly Item[]): number =>
    sum(items.flatMap(({ taxes }) => taxes.map(({ total }) => kept(total))))
  const goods = sum(of('line').map(({ total }) => (perItem ? toCent(total) : total)))
  const shipping = sum(of('shipping').map(({ total }) => toCent(total)))
  const fees = sum(of('fee').map(({ total }) => total))
  order.cartTax = taxIn(of('line', 'fee'))
  order.shippingTax = taxIn(of('shipping'))
  order.total = toCent(goods + shipping + fees + order.cartTax + order.shippingTax, false, decimalsOf(shop))
}

/** Half away from zero unless said, like PHP. */
const toCent = (amount: number, halfDown = false, decimals = 2): number => {
  const unit = CENT * 10 ** (2 - decimals)
  const whole = Math.floor(Math.abs(amount) / unit)
  const rest = Math.abs(amount) - whole * unit
  const up = halfDown ? rest > unit / 2 : rest >= unit / 2
  return Math.sign(amount) * (whole + Number(up)) * unit
}

const decimalsOf = (shop: Shop): number => Number(setting(shop, 'woocommerce_price_num_decimals'))

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)

const taxesOf = (shop: Shop, order: Order, item: Item): readonly Tax[] => {
  if (setting(shop, 'woocommerce_calc_taxes') !== 'yes') return []
  if (item.kind === 'fee' && item.total < 0) return shareOfTaxes(shop, order, item.total)
  if (item.taxStatus !== 'taxable') return []
  const taxClass = item.kind === 'shipping' ? shippingClass(shop, order) : item.taxClass || 'standard'
  return taxClass === null ? [] : taxOn(shop, order, item.total, taxClass, item.kind === 'shipping')
}

const taxOn = (shop: Shop, order: Order, total: number, taxClass: string, isShipping: boolean): readonly Tax[] =>
  ratesFor(shop, order, taxClass)
    .filter(({ onShipping }) => onShipping || !isShipping)
    .map(({ id, percent }) => ({ id, total: Math.round((total * percent) / 100) }))

const ratesFor = (shop: Shop, order: Order, taxClass: string) => {
  const country = taxCountry(shop, order)
  return shop.taxRates.filter((rate) => rate.country === country && rate.taxClass === taxClass)
}

const taxCountry = (shop: Shop, { billing, shipping, items }: Order): string => {
  const base = String(setting(shop, 'woocommerce_default_country'))
  const basedOn = setting(shop, 'woocommerce_tax_based_on')
  const isPickup = items.some(({ methodId }) => methodId === 'local_pickup')
  if (basedOn === 'base' || isPickup) return base
  return (basedOn === 'billing' ? billing : shipping)['country'] || base
}

const shippingClass = (shop: Shop, order: Order): string | null => {
  const set = setting(shop, 'woocommerce_shipping_tax_class')
  if (set !== 'inherit') return String(set) || 'standard'
  const taken = order.items
    .filter(({ kind, taxStatus, productId }) => kind === 'line' && productId !== 0 && taxStatus !== 'none')
    .map(({ taxClass }) => taxClass || 'standard')
  return TAX_CLASSES.find(({ slug }) => taken.includes(slug))?.slug ?? null
}

/** A fee below zero bears the taxes of what it lowers, whatever its own tax status says. */
const shareOfTaxes = (shop: Shop, order: Order, total: number): readonly Tax[] => {
  const costs = new Map<string, number>()
  let all = 0
  for (const item of order.items.filter((one) => one.total >= 0)) {
    all += item.total
    if (item.taxStatus !== 'taxable') continue
    const taxClass = item.kind === 'shipping' ? (shippingClass(shop, order) ?? 'standard') : item.taxClass || 'standard'
    costs.set(taxClass, (costs.get(taxClass) ?? 0) + item.total)
  }
  if (all === 0) return []
  return [...costs].flatMap(([taxClass, cost]) => taxOn(shop, order, Math.round((total * cost) / all), taxClass, false))
}
