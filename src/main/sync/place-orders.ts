import type { OfficeOrder, OrderToPlace } from '../connectors/sockets/back-office.ts'
import { backOfficeReference } from '../domain/connection.ts'
import type { DeliveryMethod } from '../domain/delivery-mode.ts'
import { isKept } from '../domain/item.ts'
import { moveOrder, type OrderIn } from '../domain/order.ts'
import { compareWithPlaced } from './compare-placed.ts'
import { type Corridor, minutes, type Office, tell } from './corridor.ts'
import { deliveryMethods } from './delivery-methods.ts'
import { forEachOrder, type Outcome } from './for-each-order.ts'
import { journalled } from './journal.ts'
import { hold, settle } from './order-problems.ts'
import { perOffice, type StepTally } from './per-office.ts'
import { toOfficeOrder } from './to-office-order.ts'
import { wasAcceptedElsewhere } from './who-accepted.ts'

/** A try whose outcome is unknown is followed by look-ups; the next try comes no sooner than this after the first. */
const BEFORE_A_SECOND_TRY = minutes(5)

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
  const asked = toOfficeOrder(order, referenceThere(corridor, order), connection, await methodsOf(corridor, office))
  const elsewhere = wasAcceptedElsewhere(corridor, order)

  if (office.capabilities.lookUp && (tries.length > 0 || elsewhere || !office.capabilities.idempotentCreate)) {
    const found = await findLive(office, asked.reference, order)
    const [only, second] = found
    if (second !== undefined) return holdForDuplicate(corridor, order, office, found)
    if (only !== undefined) return keepPlaced(corridor, order, asked, only, 'adopted')
  }
  const wait = mustWait(corridor, order, office, tries.length > 0 ? tries : null, elsewhere)
  return wait ?? create(corridor, order, office, asked)
}

/** A try in doubt is looked for under the name it was made with, whatever back office the connection has since. */
export const referenceThere = ({ repositories, connection }: Corridor, order: OrderIn<'accepted'>): string => {
  const [first] = repositories.intents.unsettled(connection.id, 'place', order.id)
  return first?.target ?? backOfficeReference(connection, order.reference)
}

/** Goes on with an order that stands in the back office under our reference, on the seller's word. */
export const keepFound = async (
  corridor: Corridor,
  order: OrderIn<'accepted'>,
  found: OfficeOrder,
): Promise<Outcome> => {
  const methods = await methodsOf(corridor, corridor.office(order.backOfficeId))
  const asked = toOfficeOrder(order, referenceThere(corridor, order), corridor.connection, methods)
  return keepPlaced(corridor, order, asked, found, 'adopted')
}

/** An order that was accepted for an earlier back office of the connection goes there by the methods it has there. */
const methodsOf = async (corridor: Corridor, office: Office): Promise<readonly DeliveryMethod[] | null> =>
  office.id === corridor.connection.backOfficeId ? deliveryMethods(corridor) : office.backOffice.listMethods()

/** Orders under our reference that count. Those cancelled or lost there do not, once the seller said to place it again. */
const findLive = async (
  { backOffice }: Office,
  reference: string,
  { decisions }: OrderIn<'accepted'>,
): Promise<readonly OfficeOrder[]> => {
  const found = await backOffice.findOrders(reference)
  const live = found.filter(isLive)
  return live.length > 0 || decisions.createAnew ? live : found.filter(({ state }) => state === 'cancelled').slice(0, 1)
}

export const isLive = ({ state }: OfficeOrder): boolean => state === 'open' || state === 'completed'

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
    if (time.now() < patienceWith(office, tries)) return 'stayed'
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

/** Until when a try in doubt may still show in a look-up. */
export const patienceWith = (
  { capabilities }: Pick<Office, 'capabilities'>,
  tries: readonly { readonly openedAt: string }[],
): number =>
  Math.max(...tries.map(({ openedAt }) => Date.parse(openedAt))) +
  BEFORE_A_SECOND_TRY +
  capabilities.indexDelaySeconds * 1000

const create = async (
  corridor: Corridor,
  order: OrderIn<'accepted'>,
  office: Office,
  asked: OrderToPlace,
): Promise<Outcome> => {
  tell(corridor, order.id, 'placing', 'navette', { office: office.label, reference: asked.reference })
  const intent = { orderId: order.id, act: 'place', target: asked.reference } as const
  const { value: placed, settle: keep } = await journalled(corridor, intent, () => office.backOffice.placeOrder(asked))
  return keep(() => keepPlaced(corridor, order, asked, placed, 'placed'))
}

const keepPlaced = (
  corridor: Corridor,
  order: OrderIn<'accepted'>,
  asked: OrderToPlace,
  placed: OfficeOrder,
  how: 'placed' | 'adopted',
): Outcome => {
  const { repositories, time } = corridor
  const { label } = corridor.office(order.backOfficeId)
  const difference = order.decisions.differenceAccepted ? null : compareWithPlaced(asked, placed)
  return repositories.together(() => {
    for (const { id } of repositories.intents.unsettled(order.connectionId, 'place', order.id))
      repositories.intents.close(id, 'done', time.nowIso())
    settle(corridor, order, 'in-doubt', 'accepted-elsewhere', 'duplicate', 'gone')
    tell(corridor, order.id, how, 'back-office', { office: label, number: placed.number, agrees: difference === null })
    repositories.orders.save(
      moveOrder(order, 'placed', {
        backOfficeRef: placed.backOfficeRef,
        backOfficeNumber: placed.number,
        backOfficeUrl: placed.url,
        placedAt: time.nowIso(),
        methodId: asked.methodId,
        items: order.items.map((item) => ({ ...item, placed: isKept(item) })),
      }),
    )
    if (difference === null) return 'moved'
    return hold(
      corridor,
      order,
      'total-differs',
      `${label} recorded this order differently: ${difference}. Check before it ships.`,
      {
        office: label,
        difference,
      },
    )
  })
}

const holdForDuplicate = (
  corridor: Corridor,
  order: OrderIn<'accepted'>,
  { label }: Office,
  found: readonly OfficeOrder[],
): Outcome =>
  hold(
    corridor,
    order,
    'duplicate',
    `${label} holds this order ${found.length} times: ${found.map(({ number }) => number).join(' and ')}. Navette touches none of them.`,
    {
      office: label,
      refs: found.map(({ backOfficeRef }) => backOfficeRef),
      numbers: found.map(({ number }) => number),
    },
  )
