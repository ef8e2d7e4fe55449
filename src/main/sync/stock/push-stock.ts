import type { StockRow } from '../../db/stock-repository.ts'
import { type Fault, isFault } from '../../domain/fault.ts'
import { isSoldOut } from '../../domain/stock.ts'
import { type Corridor, minutes } from '../corridor.ts'
import type { Tally } from '../for-each-order.ts'
import { keepQuestion, standingQuestion } from './ask-seller.ts'
import type { Assessment } from './assess.ts'
import { noteGone } from './note-gone.ts'
import { type Plan, planFile } from './plan-file.ts'
import { readInventory } from './read-inventory.ts'
import { readShelf, type Shelf } from './read-shelf.ts'
import { rowsOf } from './rows.ts'
import { sendFile } from './send-file.ts'
import { adoptLost, overdueFiles, settleDoubts } from './settle-doubts.ts'
import { settleReports } from './settle-reports.ts'
import type { StockStep } from './stock-step.ts'
import { takeStock } from './take-stock.ts'

const A_DAY = minutes(24 * 60)
/** A price read earlier than this may be another one by now. */
const PRICE_AGE = minutes(15)
/** A reading of the back office that the beginning of a cycle made serves its end, unless the cycle took this long. */
const READING_AGE = minutes(5)
/** Reading an inventory of more SKUs than this takes so long that sold-out ones do not wait for it. */
const LONG_INVENTORY = 2_000

export const isOff = ({ connection }: Corridor): boolean => connection.paused || !connection.settings.stockUpdates

/** The stock step: reports, readings, and the file that may leave. */
export const pushStock = async (step: StockStep, occasion: 'cycle' | 'timer'): Promise<Tally> => {
  const { corridor, knowledge } = step
  if (isOff(corridor)) {
    if (!corridor.connection.paused) keepQuestion(corridor, null)
    return NOTHING
  }
  forgetOtherOffice(step)
  const trouble = await settleWhatWasSent(step)
  const shelf = occasion === 'cycle' ? await readShelfWhenDue(step) : null
  if (knowledge.reading === null) return NOTHING
  const { assessment, question } = takeStock(step, { shelf, compareWith: 'told' })
  const sent = question === null ? await sendWhatMay(step, assessment, trouble) : 0
  if (trouble !== null) throw trouble
  // A file that left has changed the rows; without one they are as they were judged, and need not be read again.
  const rows = sent > 0 ? rowsOf(corridor) : assessment.judged.map(({ row }) => row)
  return { moved: sent, problems: countProblems(corridor, rows) }
}

export const NOTHING: Tally = { moved: 0, problems: 0 }

const forgetOtherOffice = ({ corridor, knowledge }: StockStep): void => {
  if (knowledge.reading?.backOfficeId !== corridor.connection.backOfficeId) knowledge.reading = null
}

/** Reports, files in doubt, and the inventory where it is due; a fault of the inventory alone is handed back. */
const settleWhatWasSent = async (step: StockStep): Promise<Fault | null> => {
  const { corridor, knowledge } = step
  adoptLost(corridor)
  await settleReports(corridor, knowledge)
  const isDue = isInventoryOlderThan(step, A_DAY) || overdueFiles(corridor).length > 0
  const trouble = isDue ? await renewInventory(step) : null
  settleDoubts(corridor, knowledge)
  return trouble
}

const isInventoryOlderThan = ({ corridor, knowledge }: StockStep, age: number): boolean =>
  knowledge.inventoryReadAt === null || corridor.time.now() - knowledge.inventoryReadAt > age

/** An inventory that cannot be read keeps prices from being told, and nothing from being sold out. */
const renewInventory = async ({ corridor, knowledge }: StockStep): Promise<Fault | null> => {
  try {
    await readInventory(corridor, knowledge)
    return null
  } catch (error) {
    if (isFault(error, 'unreadable', 'refused')) return error
    throw error
  }
}

const readShelfWhenDue = async ({ corridor, knowledge }: StockStep): Promise<Shelf | null> => {
  const { reading } = knowledge
  const serves = reading?.isNew === true && corridor.time.now() - reading.readAt <= READING_AGE
  return serves && !hasNewRows(corridor) ? null : readShelf(corridor, knowledge)
}

/** SKUs that the inventory has shown since: no reading of the back office has been laid beside them. */
const hasNewRows = (corridor: Corridor): boolean =>
  rowsOf(corridor).some(({ offered, state }) => offered === null && state !== 'skipped')

const sendWhatMay = async (step: StockStep, assessment: Assessment, trouble: Fault | null): Promise<number> => {
  const planned = planFile(step.corridor, assessment, 'regular')
  if (planned === null) return 0
  if (hasFreshPrices(step, planned)) return send(step, planned)

  const zeros = planFile(step.corridor, assessment, 'zeros')
  const isLong = zeros !== null && assessment.judged.length > LONG_INVENTORY
  const failure = trouble ?? (isLong ? null : await renewInventory(step))
  if (isLong || failure !== null) {
    const sent = zeros === null ? 0 : await send(step, zeros)
    if (failure !== null) throw failure
    return sent
  }
  const again = takeStock(step, { shelf: null, compareWith: 'told' })
  const plan = again.question === null ? planFile(step.corridor, again.assessment, 'regular') : null
  return plan === null ? 0 : send(step, plan)
}

/** Its prices were read lately, or none of them matters. */
const hasFreshPrices = (step: StockStep, { lines }: Plan): boolean =>
  lines.every(isSoldOut) || !isInventoryOlderThan(step, PRICE_AGE)

/** Resolves with the number of SKUs told. */
export const send = async ({ corridor }: StockStep, { kind, told, lines }: Plan): Promise<number> => {
  await sendFile(corridor, kind, lines)
  noteGone(
    corridor,
    told.map(({ row }) => row),
  )
  return told.length
}

/** SKUs that Rakuten refused, and the question that waits for the seller. */
export const countProblems = (corridor: Corridor, rows: readonly Pick<StockRow, 'state'>[]): number =>
  rows.filter(({ state }) => state === 'error').length + (standingQuestion(corridor) === null ? 0 : 1)
