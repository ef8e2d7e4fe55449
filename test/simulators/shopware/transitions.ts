import { missingPrivileges, Refusal } from './refusal.ts'
import {
  addRow,
  isFrom,
  type Machine,
  type Row,
  rowOf,
  rowsWhere,
  type Shop,
  stateId,
  stateName,
  text,
} from './state.ts'
import { orderMoved } from './stock.ts'

const MACHINE_OF = {
  order: 'order.state',
  order_delivery: 'order_delivery.state',
  order_transaction: 'order_transaction.state',
} as const satisfies Record<string, Machine>
export type Moving = keyof typeof MACHINE_OF
export const isMoving = (name: string): name is Moving => name in MACHINE_OF

/** Action, from, to, as a new shop has them (shopware.md 3). */
const MOVES: Readonly<Record<Moving, readonly (readonly [action: string, from: readonly string[], to: string])[]>> = {
  order: [
    ['process', ['open'], 'in_progress'],
    ['complete', ['in_progress'], 'completed'],
    ['cancel', ['open', 'in_progress'], 'cancelled'],
    ['reopen', ['cancelled', 'completed'], 'open'],
  ],
  order_delivery: [
    ['ship', ['open', 'shipped_partially'], 'shipped'],
    ['ship_partially', ['open'], 'shipped_partially'],
    ['retour', ['shipped', 'shipped_partially'], 'returned'],
    ['cancel', ['open', 'shipped', 'shipped_partially'], 'cancelled'],
    ['reopen', ['cancelled', 'shipped'], 'open'],
  ],
  order_transaction: [
    ['refund', ['paid', 'paid_partially'], 'refunded'],
    ['cancel', ['open', 'in_progress', 'authorized', 'unconfirmed', 'reminded', 'failed'], 'cancelled'],
    ['paid', ['open', 'in_progress', 'authorized', 'reminded'], 'paid'],
    ['reopen', ['cancelled', 'refunded'], 'open'],
  ],
}

/** How the flows of a new shop answer to a transition: a mail, unless the request says the boolean no and skips them (2.3, 7.5). */
interface Telling {
  readonly sendMail: unknown
  readonly skipsFlows: boolean
  /** Asked through the API, by the integration. */
  readonly isOurs?: true
}

/** Answers with the state it is in afterwards. */
export const transition = (shop: Shop, entity: Moving, id: string, action: string, telling: Telling): Row => {
  const row = rowOf(shop, entity, id)
  if (row === null)
    throw new Refusal(404, {
      code: 'SYSTEM__STATE_MACHINE_INVALID_ENTITY_ID',
      detail: `Unable to read entity ${entity} with id ${id}.`,
    })
  // [C] Whoever may not change the order may not move what is in it either.
  if (shop.role !== null && !shop.role.includes('order:update') && telling.isOurs)
    throw missingPrivileges(['order:update'])
  const from = stateName(shop, row)
  const to = destination(shop, entity, from, action)
  if (to !== null) {
    row['stateId'] = stateId(shop, MACHINE_OF[entity], to)
    row['updatedAt'] = new Date(shop.now()).toISOString()
    addRow(shop, 'state_machine_history', { entityName: entity, referencedId: id, from, to, action })
    if (entity === 'order') orderMoved(shop, row, from, to)
    if (telling.sendMail !== false && !telling.skipsFlows)
      mail(shop, entity === 'order' ? id : text(row['orderId']), `${entity} ${to}`)
  }
  const state = rowOf(shop, 'state_machine_state', row['stateId'])
  if (state === null) throw new Error('A row without a state')
  return state
}

/** Null: it is there already. */
const destination = (shop: Shop, entity: Moving, from: string, action: string): string | null => {
  // 4: before 6.7, cancelling was looked at before anything else, whatever the state, cancelled ones included.
  if (action === 'cancel' && !isFrom(shop, '6.7')) return 'cancelled'
  const moves = MOVES[entity].filter(([name]) => name === action)
  if (moves.some(([, , to]) => to === from)) return null
  const move = moves.find(([, sources]) => sources.includes(from))
  if (move !== undefined) return move[2]
  const possible = MOVES[entity].filter(([, sources]) => sources.includes(from)).map(([name]) => name)
  throw new Refusal(400, {
    code: 'SYSTEM__ILLEGAL_STATE_TRANSITION',
    detail: `Illegal transition "${action}" from state "${from}". Possible transitions are: ${possible.join(', ')}`,
    parameters: { transition: action, currentState: from, possibleTransitions: possible.join(', ') },
  })
}

/** Nobody receives what is sent to `.invalid`. */
const mail = (shop: Shop, orderId: string, about: string): void => {
  const [customer] = rowsWhere(shop, 'order_customer', 'orderId', orderId)
  const to = text(customer?.['email'])
  if (!to.endsWith('.invalid')) shop.mails.push(`${to}: ${about}`)
}
