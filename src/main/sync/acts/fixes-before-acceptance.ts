import { isInStorePickup, isSameMode } from '../../domain/delivery-mode.ts'
import { isIn } from '../../domain/order.ts'
import { tell } from '../corridor.ts'
import { inDoubt, journalled } from '../journal.ts'
import { readItems } from '../look-for-vanished.ts'
import { settle } from '../order-problems.ts'
import { reviewUnmapped } from '../review-unmapped.ts'
import { advanceOrder } from './advance-order.ts'
import { decide } from './decide.ts'
import { done, howItStands, notDone } from './done.ts'
import type { Fix } from './fix.ts'
import { reconsider } from './reconsider.ts'
import { withSettings } from './with-settings.ts'

export const useAlias: Fix = async (corridor, order, problem, { sku, product }) => {
  const rakutenSku = sku ?? String(problem.detail['sku'] ?? '')
  if (product === undefined || product === '')
    return notDone(`Say which product of the back office ${rakutenSku || 'this item'} is.`)
  if (rakutenSku === '')
    return notDone(
      'An item without a SKU cannot have an alias: give it a SKU at Rakuten, or handle the order manually.',
    )
  const changed = withSettings(corridor, ({ skuAliases }) => ({ skuAliases: { ...skuAliases, [rakutenSku]: product } }))
  settle(changed, order, 'sku')
  await advanceOrder(changed, order.id, 'seller')
  return howItStands(changed, order)
}

export const waitForStock: Fix = async (_corridor, order) =>
  done(`Order ${order.reference} waits. Navette looks at the stock again in every cycle.`)

export const acceptAvailable: Fix = async (corridor, order) => {
  if (!isIn(order, 'imported')) return notDone(`Order ${order.reference} is not waiting to be accepted.`)
  decide(corridor, order, { acceptAvailable: true })
  settle(corridor, order, 'stock')
  await advanceOrder(corridor, order.id, 'seller')
  return howItStands(corridor, order)
}

export const correctAddress: Fix = async (corridor, order, _problem, { address }) => {
  const { buyer } = order
  if (address === undefined) return notDone('Give the corrected address.')
  if (buyer === null) return notDone('The buyer of this order has been erased.')
  corridor.repositories.together(() => {
    corridor.repositories.orders.save({ ...order, buyer: { ...buyer, corrected: address } })
    tell(corridor, order.id, 'address-corrected', 'seller')
    settle(corridor, order, 'address')
  })
  await advanceOrder(corridor, order.id, 'seller')
  return howItStands(corridor, order)
}

export const mapMode: Fix = async (corridor, order, _problem, { methodId }) => {
  const { deliveryMode: mode } = order
  if (methodId === undefined) return notDone(`Choose the method for "${mode}", or "Not available".`)
  if (isInStorePickup(mode)) return notDone('In-store pickup is never shipped, so it cannot be mapped.')
  const changed = withSettings(corridor, ({ deliveryModes }) => {
    const others = Object.entries(deliveryModes).filter(([known]) => !isSameMode(known, mode))
    return { deliveryModes: { ...Object.fromEntries(others), [mode]: methodId } }
  })
  if (methodId !== null) return reconsider(changed, order)
  await reviewUnmapped(changed)
  return done(`"${mode}" is not available from now on. Order ${order.reference} stays out: decide about it at Rakuten.`)
}

/** Tells the marketplace that the goods are here; it then shows the units as accepted, and the order goes on. */
export const confirmPreorder: Fix = async (corridor, order, problem) => {
  const advertId = String(problem.detail['advertId'] ?? '')
  const act = { orderId: order.id, act: 'confirm-preorder', target: advertId } as const
  // Rakuten confirms the oldest units that wait, whoever's they are: asking twice would confirm somebody else's.
  if (inDoubt(corridor, act).length > 0) await readItems(corridor, order)
  const present = corridor.repositories.orders.get(order.id) ?? order
  const units = present.items.filter((item) => item.advertId === advertId && item.status === 'preorder').length
  if (units === 0) return notDone('No unit of this order waits for its preorder to be confirmed.')
  if (corridor.repositories.intents.latest(order.id, act.act, advertId)?.state === 'done')
    return notDone(`Confirmed already. Order ${order.reference} goes on as soon as Rakuten shows it as accepted.`)
  const { settle: keep } = await journalled(corridor, act, () => corridor.marketplace.confirmPreorder(advertId, units))
  return keep(() => {
    tell(corridor, order.id, 'note', 'seller', { confirmedPreorder: advertId, units })
    return done(`Confirmed. Order ${order.reference} goes on as soon as Rakuten shows it as accepted.`)
  })
}
