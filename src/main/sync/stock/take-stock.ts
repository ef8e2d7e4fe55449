import { isSoldOut } from '../../domain/stock.ts'
import type { Corridor } from '../corridor.ts'
import { keepQuestion, type Question, questionAbout, questionAboutNothing } from './ask-seller.ts'
import { type Assessment, assess, type View } from './assess.ts'
import { forgetConsent, readConsent } from './consent.ts'
import { forgetGone } from './note-gone.ts'
import type { Shelf } from './read-shelf.ts'
import type { StockStep } from './stock-step.ts'

/** What a look at the stock came to: what may travel, or the question that stands in the way. */
export interface Taken {
  readonly assessment: Assessment
  readonly question: Question | null
}

/** Weighs everything, keeps what changed, and asks the seller where that is due. */
export const takeStock = (step: StockStep, view: View): Taken => {
  const { corridor, knowledge } = step
  const taken = lookAtStock(step, view)
  const { assessment, question } = taken
  keepQuestion(corridor, question)
  if (question?.reason === 'empty-catalogue') {
    // What was read is not believed: nothing is concluded from it before the next reading.
    knowledge.reading = null
    return taken
  }
  if (knowledge.reading !== null) knowledge.reading = { ...knowledge.reading, isNew: false }
  keepRows(corridor, assessment)
  if (question === null && !assessment.travelling.some(isSoldOut)) forgetConsent(corridor)
  return taken
}

/** The same without a trace: a dry run. */
export const lookAtStock = ({ corridor, knowledge, isConfirmed }: StockStep, view: View): Taken => {
  const emptied = skusOfEmptied(corridor, view.shelf)
  const isAllowed = emptied > 0 && emptied <= (readConsent(corridor) ?? 0)
  const assessment = assess(corridor, knowledge, { ...view, goneAtOnce: isAllowed })
  if (emptied > 0 && !isAllowed) return { assessment, question: questionAboutNothing(corridor, emptied) }
  return { assessment, question: questionAbout(corridor, assessment, isConfirmed()) }
}

/** How many SKUs the back office had, now that it lists no product at all; 0 when it lists any. */
const skusOfEmptied = ({ connection, repositories }: Corridor, shelf: Shelf | null): number =>
  shelf?.size === 0
    ? repositories.stock.rows(connection.id).filter(({ offered, goneSince }) => offered !== null && goneSince === null)
        .length
    : 0

/** Rows in one transaction: many at once when everything was just read for the first time, few or none afterwards. */
const SAVED_AT_ONCE = 2_000

const keepRows = (corridor: Corridor, { changed, judged }: Assessment): void => {
  for (let from = 0; from < changed.length; from += SAVED_AT_ONCE)
    corridor.repositories.stock.saveRows(changed.slice(from, from + SAVED_AT_ONCE))
  forgetGone(corridor, judged)
}
