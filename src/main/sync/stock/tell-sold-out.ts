import { isFault } from '../../domain/fault.ts'
import { isSoldOut } from '../../domain/stock.ts'
import type { Tally } from '../for-each-order.ts'
import { planFile } from './plan-file.ts'
import { isOff, NOTHING, send } from './push-stock.ts'
import { readShelf } from './read-shelf.ts'
import { adoptLost } from './settle-doubts.ts'
import type { StockStep } from './stock-step.ts'
import { takeStock } from './take-stock.ts'

/**
 * Before a cycle does anything else: what is sold out in the back office is told. When the cycle's own file can carry it together with
 * the rest, it leads that file instead, because one sent now would make the rest wait.
 */
export const tellSoldOut = async (step: StockStep): Promise<Tally> => {
  const { corridor, knowledge } = step
  if (isOff(corridor)) return NOTHING
  try {
    adoptLost(corridor)
    const shelf = await readShelf(corridor, knowledge)
    const { assessment, question } = takeStock(step, { shelf, compareWith: 'told' })
    // The end of this cycle need not read it again.
    if (knowledge.reading !== null) knowledge.reading = { ...knowledge.reading, isNew: true }
    if (question !== null) return NOTHING
    const plan = planFile(corridor, assessment, 'regular')
    const leavesNow = plan?.lines.every(isSoldOut) ? plan : null
    return { moved: leavesNow === null ? 0 : await send(step, leavesNow), problems: 0 }
  } catch (error) {
    if (!isFault(error) || error.kind === 'credentials') throw error
    return NOTHING
  }
}
