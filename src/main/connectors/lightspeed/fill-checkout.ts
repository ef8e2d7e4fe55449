import { Fault } from '../../domain/fault.ts'
import { withNumberApart } from './checkout-address.ts'
import type { CheckoutBody } from './checkout-body.ts'
import type { Checkouts } from './checkouts.ts'
import type { Desk } from './desk.ts'
import { textsIn } from './errors.ts'
import { chooseMethod } from './methods.ts'
import { choosePayment } from './payment.ts'
import type { Plan } from './plan.ts'
import type { Checkout, CheckoutProduct } from './schemas.ts'

/** Everything of a checkout but its ordering (lightspeed.md 2.1, steps 2 to 7); safe to repeat. What the seller should know is answered. */
export const fillCheckout = async (
  desk: Desk,
  checkouts: Checkouts,
  plan: Plan,
  checkout: Checkout,
): Promise<readonly string[]> => {
  const { id } = checkout
  const { side } = desk.api
  await bringProducts(checkouts, id, plan.units, checkout.products)
  await refuseOtherProducts(side, checkouts, id, plan.units)

  const shipment = chooseMethod(await checkouts.shipmentMethods(id), plan.methodId)
  if (shipment === null)
    throw refused(side, `It offers no delivery to ${countryOf(plan.body)}: see Settings > Shipping methods there.`)
  await checkouts.chooseShipment(id, shipment.method.id)

  const { paymentMethod } = desk.settings
  const payment = choosePayment(await checkouts.paymentMethods(id), paymentMethod)
  if (payment === null)
    throw refused(
      side,
      paymentMethod === ''
        ? 'It has no payment method that is paid afterwards: add one called Rakuten under Settings > Payment methods.'
        : `It offers no payment method “${paymentMethod}”: see the settings of this back office.`,
    )
  await checkouts.change(id, { payment_method: { id: payment.id }, terms: 1 })
  const numbers = await passValidation(side, checkouts, id, plan.body)
  return [
    ...(shipment.isAsked
      ? []
      : [
          `The shop does not offer this order the delivery method it should have: “${shipment.method.title}” was taken.`,
        ]),
    ...numbers,
  ]
}

/** Each product once, in the right number, whatever an earlier try left in the checkout. */
const bringProducts = async (
  checkouts: Checkouts,
  id: number,
  units: Plan['units'],
  there: readonly CheckoutProduct[],
): Promise<void> => {
  const seen = new Set<number>()
  for (const { id: productId, variant_id: variant, quantity } of there) {
    const wanted = seen.has(variant) ? undefined : units.get(variant)
    seen.add(variant)
    if (wanted === undefined) await checkouts.removeProduct(id, productId)
    else if (wanted !== quantity) await checkouts.changeProduct(id, productId, wanted)
  }
  for (const [variant, quantity] of units) if (!seen.has(variant)) await checkouts.addProduct(id, variant, quantity)
}

/** What the checkout really holds is what is ordered. */
const refuseOtherProducts = async (
  side: string,
  checkouts: Checkouts,
  id: number,
  units: Plan['units'],
): Promise<void> => {
  const products = (await checkouts.read(id))?.products ?? []
  const isRight =
    products.length === units.size &&
    products.every(({ variant_id: variant, quantity }) => units.get(variant) === quantity)
  if (!isRight) throw refused(side, 'It put other products into the order than it was asked to, or not as many.')
}

/** Once more with the house number apart, where the shop insists on it (7, 4). */
const passValidation = async (
  side: string,
  checkouts: Checkouts,
  id: number,
  body: CheckoutBody,
): Promise<readonly string[]> => {
  const errors = await checkouts.validate(id)
  if (Object.keys(errors).length === 0) return []
  if (!Object.keys(errors).every((key) => NUMBER.test(key))) throw notValid(side, errors)
  const [billing, shipping] = [withNumberApart(body.billing_address), withNumberApart(body.shipping_address)]
  if (billing === null || shipping === null)
    throw refused(side, 'It wants a house number in every address, and the street has none.')
  await checkouts.change(id, { billing_address: { ...billing, sameaddress: false }, shipping_address: shipping })
  const left = await checkouts.validate(id)
  if (Object.keys(left).length > 0) throw notValid(side, left)
  return ['The shop wants the house number in a field of its own: Navette took it out of the street.']
}

const NUMBER = /^(billing|shipping)_address\.number(\.|$)/

const notValid = (side: string, errors: Readonly<Record<string, unknown>>): Fault => {
  const words = textsIn(errors).join(' ').slice(0, 300)
  return refused(side, `It says: “${words || Object.keys(errors).join(', ')}”`)
}

const countryOf = ({ shipping_address: { country } }: CheckoutBody): string => country.toUpperCase()

const refused = (side: string, reason: string): Fault =>
  new Fault('refused', `${side} cannot take this order. ${reason}`, { side })
