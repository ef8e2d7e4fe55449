import type { StockRow } from '../../db/stock-repository.ts'
import type { Problem } from '../../domain/problem.ts'
import { isSoldOut } from '../../domain/stock.ts'
import type { Corridor } from '../corridor.ts'
import type { ActResult } from '../engine.ts'
import { keepQuestion, standingQuestion } from './ask-seller.ts'
import { assess } from './assess.ts'
import { forgetConsent, keepConsent } from './consent.ts'
import type { StockStep } from './stock-step.ts'
import { syncNow } from './sync-now.ts'

/** Does what the seller answers to the question that holds the stock back. */
export const settleConfirmation = async (
  step: StockStep,
  choice: string,
  confirmFirstPush: (connectionId: number) => void,
): Promise<ActResult> => {
  const { corridor } = step
  const answer = (done: boolean, message: string): ActResult => ({
    reference: corridor.connection.label,
    action: choice,
    done,
    message,
  })
  const question = standingQuestion(corridor)
  if (question === null) return answer(false, 'No stock waits for your word.')
  if (choice === 'discard') {
    discard(step, question)
    return answer(true, 'Rakuten keeps these quantities until they change again.')
  }
  if (choice !== 'send') return answer(false, 'The choices are send and discard.')

  corridor.repositories.together(() => {
    if (question.detail['reason'] === 'first-push') confirmFirstPush(corridor.connection.id)
    keepQuestion(corridor, null)
    keepConsent(corridor, Number(question.detail['falling']))
  })
  const { message } = await syncNow(step, 'told')
  return answer(standingQuestion(corridor) === null, message)
}

/** Marks what was asked about as not to be told: it travels when it changes, or with *Sync stock now*. */
const discard = (step: StockStep, { detail }: Problem): void => {
  const { corridor } = step
  const { repositories } = corridor
  const rows = detail['reason'] === 'empty-catalogue' ? rowsOfEmptied(corridor) : rowsAskedAbout(step, detail['reason'])
  repositories.together(() => {
    repositories.stock.saveRows(
      rows.map((row) => ({ ...row, state: 'skipped', message: `You chose not to tell ${row.offered}.` })),
    )
    keepQuestion(corridor, null)
    forgetConsent(corridor)
  })
}

const rowsAskedAbout = ({ corridor, knowledge }: StockStep, reason: unknown): readonly StockRow[] =>
  assess(corridor, knowledge, { shelf: null, compareWith: 'told' })
    .travelling.filter((change) => reason === 'first-push' || isSoldOut(change))
    .map(({ row }) => row)

const rowsOfEmptied = ({ connection, repositories, time }: Corridor): readonly StockRow[] =>
  repositories.stock
    .rows(connection.id)
    .filter(({ offered, goneSince }) => offered !== null && goneSince === null)
    .map((row) => ({ ...row, available: null, offered: 0, goneSince: time.nowIso() }))
