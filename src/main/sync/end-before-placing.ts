import type { Intent } from '../db/intents-repository.ts'
import type { OrderIn } from '../domain/order.ts'
import { patienceWith } from '../domain/second-try.ts'
import { whoCancelled } from './after-cancelling.ts'
import type { Corridor } from './corridor.ts'
import { endOrder } from './draw-consequences.ts'
import type { Outcome } from './for-each-order.ts'
import { hold, settle } from './order-problems.ts'

/**
 * Ends an accepted order of which nothing is left. A creation in doubt may have left it in the back office: it is looked up first, and what
 * is found is cancelled there.
 */
export const endBeforePlacing = async (corridor: Corridor, order: OrderIn<'accepted'>): Promise<Outcome> => {
  const { repositories, connection } = corridor
  const tries = repositories.intents.unsettled(connection.id, 'place', order.id)
  const open = tries.length === 0 ? null : await cancelWhatIsThere(corridor, order, tries)
  if (open !== null) return open
  endOrder(corridor, order, whoCancelled(corridor, order), 'Cancelled before it was placed')
  return 'moved'
}

/** What keeps the order open; null once nothing of it can be there any more. */
const cancelWhatIsThere = async (
  corridor: Corridor,
  order: OrderIn<'accepted'>,
  tries: readonly Intent[],
): Promise<Outcome | null> => {
  const office = corridor.office(order.backOfficeId)
  settle(corridor, order, 'in-doubt', 'duplicate', 'accepted-elsewhere')
  if (!office.capabilities.lookUp)
    return hold(
      corridor,
      order,
      'cancelled-late',
      `Cancelled at Rakuten, but ${office.label} may have taken it, and orders cannot be looked up there. Look yourself, and do not ship it.`,
      { office: office.label },
    )
  for (const found of await office.backOffice.findOrders(tries[0]?.target ?? '')) {
    if (found.state !== 'open' && found.state !== 'completed') continue
    const outcome = await office.backOffice.cancelOrder(found, 'Cancelled at Rakuten')
    if (outcome !== 'cancelled')
      return hold(
        corridor,
        order,
        'cancelled-late',
        `Cancelled at Rakuten, but ${office.label} will not cancel ${found.number} ("${outcome.declined}"). Do not ship it, or settle it with the buyer.`,
        { office: office.label, reason: outcome.declined },
      )
  }
  return corridor.time.now() < patienceWith(office.capabilities, tries) ? 'stayed' : null
}
