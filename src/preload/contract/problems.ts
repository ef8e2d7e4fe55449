import * as z from 'zod/mini'
import { endpoint, type ViewOf } from './endpoint.ts'
import { ActResultView, Id, ProblemView } from './shapes.ts'
import { ProblemKind } from './vocabulary.ts'

export const StandingProblem = z.extend(ProblemView, {
  connectionId: z.int(),
  /** The connection's label. */
  connection: z.string(),
  orderId: z.nullable(z.int()),
  /** The order's purchase id; null when it is the connection's own. */
  reference: z.nullable(z.string()),
})
export type StandingProblem = ViewOf<typeof StandingProblem>

export const problemsContract = {
  /** Everything that goes no further, the most urgent first. */
  list: endpoint(z.void(), z.array(StandingProblem)),
  /** Solves a connection's own problem; an order's is solved through `orders.act`. */
  fixConnection: endpoint(
    z.object({ connectionId: Id, kind: ProblemKind, choice: z.string().check(z.minLength(1), z.maxLength(100)) }),
    ActResultView,
  ),
}
