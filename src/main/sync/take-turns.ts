import { z } from 'zod'
import type { Corridor } from './corridor.ts'
import type { StepName } from './engine.ts'

const Ids = z.array(z.number())
const keyOf = (step: StepName): string => `unreached:${step}`

/**
 * The order in which a step takes its orders: where it gave way the last time comes first, so that many orders that stay where they are
 * never keep the later ones from their turn.
 */
export const takeTurns = ({ memory }: Corridor, step: StepName, orderIds: readonly number[]): readonly number[] => {
  if (orderIds.length === 0) return orderIds
  const unreached = memory.read(keyOf(step), Ids) ?? []
  const at = orderIds.findIndex((id) => unreached.includes(id))
  if (at === -1) return orderIds
  // Forgotten before the work begins: a step that a fault ends starts from the front again.
  memory.save(
    keyOf(step),
    unreached.filter((id) => id !== orderIds[at]),
  )
  return [...orderIds.slice(at), ...orderIds.slice(0, at)]
}

/** The step gives way before this order; the next cycle begins with it. */
export const giveWayBefore = ({ memory }: Corridor, step: StepName, orderId: number): void =>
  memory.save(keyOf(step), [...(memory.read(keyOf(step), Ids) ?? []), orderId])
