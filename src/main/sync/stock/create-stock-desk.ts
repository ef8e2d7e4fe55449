import type { Corridor } from '../corridor.ts'
import { createOrderLocks } from '../order-locks.ts'
import { createKnowledge } from './knowledge.ts'
import { previewStock } from './preview-stock.ts'
import { countProblems, pushStock } from './push-stock.ts'
import { rowsOf } from './rows.ts'
import { settleConfirmation } from './settle-confirmation.ts'
import type { StockDesk } from './stock-desk.ts'
import type { StockStep } from './stock-step.ts'
import { syncNow } from './sync-now.ts'
import { tellSoldOut } from './tell-sold-out.ts'

export interface StockDeskNeeds {
  readonly isFirstPushConfirmed: (connectionId: number) => boolean
  readonly confirmFirstPush: (connectionId: number) => void
}

/** One desk serves every connection; what it knows of them beside the database is lost with the process, and read again. */
export const createStockDesk = ({ isFirstPushConfirmed, confirmFirstPush }: StockDeskNeeds): StockDesk => {
  const knowledgeOf = createKnowledge()
  const turns = createOrderLocks()

  /** The cycle, the timer and a button wait for each other: two files must not be reckoned from the same rows. */
  const inTurn = <T>(corridor: Corridor, work: (step: StockStep) => Promise<T>): Promise<T> => {
    const { id } = corridor.connection
    return turns.holding(id, () =>
      work({ corridor, knowledge: knowledgeOf(id), isConfirmed: () => isFirstPushConfirmed(id) }),
    )
  }

  return {
    tellSoldOut: (corridor) => inTurn(corridor, tellSoldOut),
    push: (corridor, occasion = 'cycle') => inTurn(corridor, (step) => pushStock(step, occasion)),
    syncNow: (corridor, options) => inTurn(corridor, (step) => syncNow(step, 'shown', options)),
    syncNowInCycle: (corridor) =>
      inTurn(corridor, async (step) => {
        const { sent, message } = await syncNow(step, 'shown')
        corridor.log.info(`${corridor.connection.label}: ${message}`)
        return { moved: sent, problems: countProblems(corridor, rowsOf(corridor)) }
      }),
    preview: (corridor) => inTurn(corridor, previewStock),
    settleConfirmation: (corridor, choice) =>
      inTurn(corridor, (step) => settleConfirmation(step, choice, confirmFirstPush)),
  }
}
