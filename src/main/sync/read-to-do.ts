import { z } from 'zod'
import type { ItemDetails } from '../connectors/sockets/marketplace.ts'
import type { Order } from '../domain/order.ts'
import { type Corridor, minutes, tell } from './corridor.ts'
import { type Outcome, onEach, type Tally } from './for-each-order.ts'
import { noteDetails } from './look-for-vanished.ts'
import { hold } from './order-problems.ts'

const KEY = 'to-do-read-at'
const EVERY = minutes(60)

const OUTCOMES: readonly Outcome[] = ['problem', 'moved']

/** Claims and unread messages, once an hour. Only what is listed is read in full: reading marks messages as read. */
export const readToDo = async (corridor: Corridor): Promise<Tally> => {
  const { marketplace, memory, repositories, connection, time } = corridor
  const readAt = memory.read(KEY, z.string())
  if (readAt !== null && time.now() - Date.parse(readAt) < EVERY) return { moved: 0, problems: 0 }
  const listed = (await marketplace.listToDo()).flatMap(({ itemId, causes }) => {
    const order = repositories.orders.withItem(connection.id, itemId)
    const isKnown = order === null || (causes.length < 2 && isToldAlready(corridor, order, itemId))
    return isKnown ? [] : [{ orderId: order.id, itemId }]
  })
  const items = Map.groupBy(listed, ({ orderId }) => orderId)
  const tally = await onEach(corridor, 'read-back', items.keys(), async (order) => {
    const outcomes: Outcome[] = []
    for (const { itemId } of items.get(order.id) ?? []) outcomes.push(await readDetails(corridor, order, itemId))
    return OUTCOMES.find((one) => outcomes.includes(one)) ?? 'stayed'
  })
  memory.save(KEY, time.nowIso())
  return tally
}

/** A claim that was told with the buyer's words is told, unless something else is new about the item. */
const isToldAlready = ({ repositories }: Corridor, order: Order, itemId: string): boolean =>
  repositories.problems
    .of({ orderId: order.id })
    .some(({ kind, detail }) => kind === 'claim' && detail['itemId'] === itemId && detail['text'] !== undefined)

const readDetails = async (corridor: Corridor, { id }: Order, itemId: string): Promise<Outcome> => {
  const details = await corridor.marketplace.readItem(itemId)
  const order = corridor.repositories.orders.get(id)
  if (order === null) return 'stayed'
  tellMessages(corridor, order, details)
  const outcome = noteDetails(corridor, order, [details])
  // A claim that was settled stays on the item's page.
  if (details.claim === null || details.status !== 'claim') return outcome
  const { text, openedAt } = details.claim
  return hold(
    corridor,
    order,
    'claim',
    `The buyer has opened a claim: "${text}". Navette ships nothing meanwhile; answer it at Rakuten.`,
    { itemId, text, openedAt },
  )
}

const tellMessages = (corridor: Corridor, order: Order, { itemId, messages }: ItemDetails): void => {
  for (const { at, text } of messages.filter(({ unread }) => unread))
    tell(corridor, order.id, 'note', 'buyer', { itemId, messageAt: at, text })
}
