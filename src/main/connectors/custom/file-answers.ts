import type { Intake } from './file-intake.ts'
import type { FileOrders } from './file-order.ts'
import type { FilePlace } from './file-place.ts'
import type { Answers, Told } from './operations.ts'
import type { Template } from './template.ts'

interface Parts {
  readonly place: FilePlace
  readonly orders: FileOrders
  readonly intake: Intake
}

/** What files say of new orders; null where none says anything. */
export const fileAnswers = (
  { createOrder, readOrders }: Template,
  { place, orders, intake }: Parts,
): Answers | null => {
  const isAnswered = createOrder.kind === 'file' && createOrder.acknowledgement !== undefined
  if (!isAnswered && readOrders.kind !== 'file') return null
  return {
    async refused(keys) {
      // Whoever reads states from files takes the answers in with them.
      if (readOrders.kind === 'file') return new Map()
      await place.use((folder) => intake.take(folder))
      const told = new Map<string, Told>()
      for (const { backOfficeRef, reference } of keys) {
        const its = orders.of(reference, backOfficeRef)
        if (its !== null && 'gone' in its) told.set(backOfficeRef, its)
      }
      return told
    },
    unread: intake.unread,
  }
}
