import type { OfficeOrder, OrderToPlace, PlacedOrder } from '../connectors/sockets/back-office.ts'
import type { DeliveryMethod } from '../domain/delivery-mode.ts'
import { isKept } from '../domain/item.ts'
import { moveOrder, type OrderIn } from '../domain/order.ts'
import { comparedOf, compareWithPlaced, otherTotal } from './compare-placed.ts'
import { type Corridor, type Office, tell } from './corridor.ts'
import { deliveryMethods } from './delivery-methods.ts'
import type { Outcome } from './for-each-order.ts'
import { referenceThere } from './look-up-placed.ts'
import { hold, settle } from './order-problems.ts'
import { toOfficeOrder } from './to-office-order.ts'

/** The order as its back office is asked to create it. */
export const askedOf = async (corridor: Corridor, order: OrderIn<'accepted'>, office: Office): Promise<OrderToPlace> =>
  toOfficeOrder(order, referenceThere(corridor, order), corridor.connection, await methodsOf(corridor, office))

/** An order that was accepted for an earlier back office of the connection goes there by the methods it has there. */
const methodsOf = async (corridor: Corridor, office: Office): Promise<readonly DeliveryMethod[] | null> =>
  office.id === corridor.connection.backOfficeId ? deliveryMethods(corridor) : office.backOffice.listMethods()

/** Goes on with an order that stands in the back office under our reference, on the seller's word. */
export const keepFound = async (corridor: Corridor, order: OrderIn<'accepted'>, found: OfficeOrder): Promise<Outcome> =>
  keepPlaced(corridor, order, await askedOf(corridor, order, corridor.office(order.backOfficeId)), found, 'adopted')

/** Keeps what the back office holds, created or found, and says where it differs from what was asked. */
export const keepPlaced = (
  corridor: Corridor,
  order: OrderIn<'accepted'>,
  asked: OrderToPlace,
  placed: PlacedOrder,
  how: 'placed' | 'adopted',
): Outcome => {
  const { repositories, time } = corridor
  const office = corridor.office(order.backOfficeId)
  const { label } = office
  const difference = order.decisions.differenceAccepted ? null : compareWithPlaced(asked, placed, office.capabilities)
  const notes = [...(placed.notes ?? []), ...priceNotes(asked, placed, office)]
  return repositories.together(() => {
    for (const { id } of repositories.intents.unsettled(order.connectionId, 'place', order.id))
      repositories.intents.close(id, 'done', time.nowIso())
    settle(corridor, order, 'in-doubt', 'accepted-elsewhere', 'duplicate', 'gone')
    tell(corridor, order.id, how, 'back-office', {
      ...{ office: label, number: placed.number, agrees: difference === null },
      compared: comparedOf(placed, office.capabilities),
    })
    for (const message of notes) tell(corridor, order.id, 'note', 'back-office', { message })
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

/** Where the back office goes by its own prices, another total is nobody's mistake; it is never hidden either. */
const priceNotes = (asked: OrderToPlace, placed: PlacedOrder, { label, capabilities }: Office): readonly string[] => {
  const other = capabilities.ownPrices ? otherTotal(asked, placed) : null
  return other === null ? [] : [`${label} goes by its own prices: it recorded ${other}.`]
}

/** Several under one reference: Navette touches none of them. */
export const holdForDuplicate = (
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
