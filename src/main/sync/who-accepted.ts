import { isKept } from '../domain/item.ts'
import type { Order } from '../domain/order.ts'
import type { Corridor } from './corridor.ts'

/** True when none of the kept items was accepted by our own asking: then another tool may be sending the parcel already. */
export const wasAcceptedElsewhere = ({ repositories }: Pick<Corridor, 'repositories'>, order: Order): boolean =>
  !order.items.filter(isKept).some(({ itemId }) => {
    const asked = repositories.intents.latest(order.id, 'accept', itemId)
    return asked !== null && asked.state !== 'not-done'
  })
