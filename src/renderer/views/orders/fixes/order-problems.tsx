import type { OrderDetail } from '../../../../preload/contract/order-views.ts'
import { OrderProblem } from './order-problem.tsx'

/** Everything that holds this order, what needs a person first. */
export function OrderProblems({ order }: { order: OrderDetail }) {
  const urgentFirst = [...order.problems].sort((one, other) => Number(other.needsPerson) - Number(one.needsPerson))
  return urgentFirst.map((problem) => <OrderProblem key={problem.kind} order={order} problem={problem} />)
}
