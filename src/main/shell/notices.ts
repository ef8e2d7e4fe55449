import type { OrderRow } from '../../preload/contract/order-views.ts'
import type { StandingProblem } from '../../preload/contract/problems.ts'
import type { Place } from './screens-address.ts'
import type { Speech } from './tray-menu.ts'

/** One notification: counts, connections and kinds of problem, never a buyer. */
export interface Notice {
  /** A later one of the same name takes its place. */
  readonly name: string
  readonly title: string
  readonly body: string
  readonly place: Place
}

/** One notice for each kind of problem of orders that has news in it, and for each connection that has stopped. */
export const problemNotices = (
  standing: readonly StandingProblem[],
  isNews: (problem: StandingProblem) => boolean,
  speech: Speech,
): readonly Notice[] => {
  const groups = Map.groupBy(standing, ({ kind, orderId, connectionId }) =>
    orderId === null ? `connection:${connectionId}:${kind}` : `orders:${kind}`,
  )
  return [...groups].flatMap(([name, problems]) => {
    const [first] = problems
    if (first === undefined || !problems.some(isNews)) return []
    return [first.orderId === null ? ofConnection(name, first, speech) : ofOrders(name, first, problems, speech)]
  })
}

const ofConnection = (name: string, { kind, connection }: StandingProblem, { words }: Speech): Notice => ({
  name,
  title: words(kind === 'stock-confirmation' ? 'notifications.stockWaits' : 'notifications.connectionStopped', {
    connection,
  }),
  body: words(`notifications.meaning.${kind}`),
  place: { screen: 'connections' },
})

const ofOrders = (
  name: string,
  { kind }: StandingProblem,
  problems: readonly StandingProblem[],
  { words }: Speech,
): Notice => {
  const orders = [...new Set(problems.map(({ orderId }) => orderId))]
  const connections = [...new Set(problems.map(({ connection }) => connection))].join(', ')
  return {
    name,
    title: words(`notifications.orders.${kind}`, { count: orders.length }),
    body: words('notifications.ofConnections', { connections, meaning: words(`notifications.meaning.${kind}`) }),
    place: { screen: 'orders', orderId: only(orders) },
  }
}

/** The orders whose last day to accept has come near, in one notice; the first is the nearest. */
export const deadlineNotice = (
  orders: readonly Pick<OrderRow, 'id' | 'connection' | 'acceptBy'>[],
  { words, moments }: Speech,
  now: number,
): Notice | null => {
  const [first] = orders
  if (first === undefined) return null
  const connections = [...new Set(orders.map(({ connection }) => connection))].join(', ')
  const deadline = moments.deadline(first.acceptBy, now)
  return {
    name: 'deadline',
    title: words('notifications.deadline', { count: orders.length, deadline }),
    body: words('notifications.ofConnections', { connections, meaning: words('notifications.deadlineMeaning') }),
    place: { screen: 'orders', orderId: only(orders.map(({ id }) => id)) },
  }
}

const only = (ids: readonly (number | null)[]): number | null => (ids.length === 1 ? (ids[0] ?? null) : null)
