import type { OfficeOrder, OrderToPlace, PlacedOrder } from '../connectors/sockets/back-office.ts'
import { isKept } from '../domain/item.ts'
import type { OrderIn } from '../domain/order.ts'
import { patienceWith } from '../domain/second-try.ts'
import { type Corridor, type Office, tell } from './corridor.ts'
import { forEachOrder, type Outcome } from './for-each-order.ts'
import { journalled } from './journal.ts'
import { askedOf, holdForDuplicate, keepPlaced } from './keep-placed.ts'
import { findLive } from './look-up-placed.ts'
import { hold } from './order-problems.ts'
import { perOffice, type StepTally } from './per-office.ts'
import { wasAcceptedElsewhere } from './who-accepted.ts'

/** Gives every accepted order to its back office, exactly once. */
export const placeOrders = (corridor: Corridor): Promise<StepTally> => {
  const accepted = corridor.repositories.orders.inStatus(corridor.connection.id, 'accepted')
  return perOffice(corridor, accepted, (orders) =>
    forEachOrder(corridor, 'place', orders, (order) => placeOrder(corridor, order)),
  )
}

/**
 * Looks the reference up (unless creating is itself idempotent), then writes the intent, then creates. What a try in doubt left behind is
 * found by the look-up; only a look-up that finds nothing, in a later cycle, allows another try.
 */
export const placeOrder = async (corridor: Corridor, order: OrderIn<'accepted'>): Promise<Outcome> => {
  if (order.items.some(({ status }) => status === 'claim' || status === 'unknown')) return 'stayed'
  // The cancel step looks for what a try in doubt may have left.
  if (!order.items.some(isKept) || order.decisions.cancellation === 'confirmed') return 'stayed'
  const { repositories, connection } = corridor
  const office = corridor.office(order.backOfficeId)
  const tries = repositories.intents.unsettled(connection.id, 'place', order.id)
  const asked = await askedOf(corridor, order, office)
  const elsewhere = wasAcceptedElsewhere(corridor, order)

  if (office.capabilities.lookUp && (tries.length > 0 || elsewhere || !office.capabilities.idempotentCreate)) {
    const found = await findLive(office, asked.reference, order)
    const [only, second] = found
    if (second !== undefined) return holdForDuplicate(corridor, order, office, found)
    if (only !== undefined) {
      const whole = tries.length > 0 ? await finished(office, asked, only) : only
      return keepPlaced(corridor, order, asked, whole, 'adopted')
    }
  }
  const wait = mustWait(corridor, order, office, tries.length > 0 ? tries : null, elsewhere)
  return wait ?? create(corridor, order, office, asked)
}

/** What a try of ours left behind may be half an order; somebody else's is not ours to finish. */
const finished = async ({ backOffice }: Office, asked: OrderToPlace, found: OfficeOrder): Promise<PlacedOrder> =>
  found.state === 'open' && backOffice.finishOrder !== undefined ? backOffice.finishOrder(asked, found) : found

const mustWait = (
  corridor: Corridor,
  order: OrderIn<'accepted'>,
  office: Office,
  tries: readonly { readonly openedAt: string }[] | null,
  elsewhere: boolean,
): Outcome | null => {
  const { connection, time } = corridor
  if (tries !== null) {
    if (!office.capabilities.lookUp)
      return hold(
        corridor,
        order,
        'in-doubt',
        `${office.label} may or may not have taken this order. Look there before it is sent again.`,
        {
          office: office.label,
        },
      )
    if (time.now() < patienceWith(office.capabilities, tries)) return 'stayed'
  }
  if (elsewhere && connection.settings.adoptAccepted === 'ask' && !order.decisions.placeAdopted)
    return hold(
      corridor,
      order,
      'accepted-elsewhere',
      `Accepted at Rakuten, but not by Navette, and not found in ${office.label}. Another tool may be sending it already.`,
      { office: office.label },
    )
  return null
}

const create = async (
  corridor: Corridor,
  order: OrderIn<'accepted'>,
  office: Office,
  asked: OrderToPlace,
): Promise<Outcome> => {
  tell(corridor, order.id, 'placing', 'navette', { office: office.label, reference: asked.reference })
  const intent = { orderId: order.id, act: 'place', target: asked.reference } as const
  const { value: placed, settle: keep } = await journalled(
    corridor,
    intent,
    () => office.backOffice.placeOrder(asked),
    () => tell(corridor, order.id, 'placing-unknown', 'navette', { office: office.label }),
  )
  return keep(() => keepPlaced(corridor, order, asked, placed, 'placed'))
}
