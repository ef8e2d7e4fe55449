import type { Act } from '../../preload/contract/orders.ts'
import type { ActResultView } from '../../preload/contract/shapes.ts'
import { type Questions, unwrap } from './questions.ts'
import { whichConnection } from './which-connection.ts'

/** Solves a connection's own problem: the one of that kind, or the one that knows the choice. A sentence when it cannot be told. */
export const fixConnection = async (
  ask: Questions,
  label: string,
  { kind, choice }: Extract<Act, { action: 'fix' }>,
): Promise<ActResultView | string> => {
  const connection = await whichConnection(ask, label)
  if (typeof connection === 'string') return connection
  const own = unwrap(await ask.problems.list()).filter(
    (problem) => problem.connectionId === connection.id && problem.orderId === null,
  )
  const problem = own.find((one) => (kind === null ? one.choices.includes(choice) : one.kind === kind))
  if (problem === undefined)
    return `${label} itself has no problem that ${kind ?? choice} would solve; name an order with --order.`
  return unwrap(await ask.problems.fixConnection({ connectionId: connection.id, kind: problem.kind, choice }))
}
