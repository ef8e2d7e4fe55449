import { Fault } from '../../domain/fault.ts'
import type { OrderToPlace } from '../sockets/back-office.ts'
import { addressRule } from './address-rule.ts'
import { type CheckoutBody, checkoutBody } from './checkout-body.ts'
import type { Desk } from './desk.ts'
import type { Variant } from './schemas.ts'
import { findVariants } from './variants.ts'

/** An order made ready in Lightspeed's terms, before anything is written. */
export interface Plan {
  readonly reference: string
  /** Units by variant: lines that differ in their price alone are one there, because prices are the shop's. */
  readonly units: ReadonlyMap<number, number>
  readonly body: CheckoutBody
  readonly methodId: string | null
}

/** Whatever cannot be placed is refused here, where nothing has been done yet. */
export const planOrder = async (desk: Desk, order: OrderToPlace): Promise<Plan> => {
  const { side } = desk.api
  const broken = addressRule(order.delivery, order.relayPoint)
  if (broken !== null) throw new Fault('refused', `${side} cannot take this order. ${broken}`, { side })
  const found = await findVariants(
    desk,
    order.lines.map(({ sku }) => sku),
  )
  const units = new Map<number, number>()
  for (const { sku, quantity } of order.lines) {
    const { id } = onlyVariant(side, sku, found.get(sku) ?? [])
    units.set(id, (units.get(id) ?? 0) + quantity)
  }
  const body = checkoutBody(order, desk.settings.writesBuyerMail)
  return { reference: order.reference, units, body, methodId: order.methodId }
}

const onlyVariant = (side: string, sku: string, [only, second]: readonly Variant[]): Variant => {
  if (only !== undefined && second === undefined) return only
  const what = only === undefined ? 'is not there' : 'stands for several products'
  throw new Fault('refused', `SKU ${sku} ${what} in ${side}.`, { side, detail: { sku } })
}
