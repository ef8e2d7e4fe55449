import { Fault } from '../../domain/fault.ts'
import { DoesNotFit } from './filters.ts'
import { BadPattern } from './pattern.ts'

/** Fills for an order; what does not fit is a `Fault` refused: other orders may. */
export const fitted = <T>(side: string, work: () => T): T => {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof DoesNotFit) && !(error instanceof BadPattern)) throw error
    throw new Fault('refused', `The template of ${side} and this order do not go together: ${error.message}.`, { side })
  }
}
