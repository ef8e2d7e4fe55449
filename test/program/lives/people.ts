import type { Order, OrderStatus } from '../../../src/main/domain/order.ts'
import type { Navette } from '../../../src/main/navette.ts'
import type { ClockByHand } from '../../helpers/clock-by-hand.ts'
import type { Life, LifeToPlay } from './a-life.ts'
import { createControl, createShopControl } from './control.ts'
import { orderOf, thisPcOf } from './views.ts'

export const FIVE_MINUTES = 300_000

export interface Witness {
  /** Somebody does something now. */
  onAct(): void
}

/** What the seller, or the buyer, does as soon as it can be done. */
export const people = (
  navette: Navette,
  clock: ClockByHand,
  { reference, baseUrl, shopUrl }: LifeToPlay,
  { onAct }: Witness,
): Record<Life, () => Promise<void>> => {
  const { engine } = navette
  const { orders } = thisPcOf(navette, clock)
  const once = async (isTime: boolean, act: () => unknown): Promise<void> => {
    if (!isTime) return
    onAct()
    await act()
  }
  const orderIn = (status: OrderStatus): Order | null => {
    const order = orderOf(navette, reference)
    return order?.status === status ? order : null
  }
  return {
    shipped() {
      const [open] = orders.list('open')
      const parcel = { carrierName: 'Colissimo', trackingNumber: '6A01234567897' }
      return once(open !== undefined, () => orders.ship(open?.reference ?? '', parcel))
    },
    'shipped-by-a-shop': () => once(orderIn('placed') !== null, () => createShopControl(shopUrl ?? '').shipAll()),
    'cancelled-in-back-office'() {
      const [open] = orders.list('open')
      return once(open !== undefined, () => orders.cancel(open?.reference ?? '', 'broken on the shelf'))
    },
    'cancelled-by-buyer'() {
      const placedAt = orderIn('placed')?.placedAt ?? null
      // Just before Rakuten is read back again: the quiet cycles until then would teach nothing.
      const isTime = placedAt !== null && clock.now() >= Date.parse(placedAt) + 4 * FIVE_MINUTES
      return once(isTime, () => createControl(baseUrl).cancelOnce(reference))
    },
    'cancelled-by-seller'() {
      const order = orderIn('placed')
      return once(order !== null, () => engine.act(order?.id ?? 0, { action: 'cancel' }))
    },
    refused() {
      const order = orderIn('imported')
      return once(order !== null, () => engine.act(order?.id ?? 0, { action: 'refuse' }))
    },
  }
}
