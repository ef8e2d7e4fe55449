import { type Corridor, present } from '../corridor.ts'
import type { StockResult } from '../engine.ts'
import type { Assessment, View } from './assess.ts'
import { nextSlot, planFile } from './plan-file.ts'
import { isOff, send } from './push-stock.ts'
import { readInventory } from './read-inventory.ts'
import { readShelf } from './read-shelf.ts'
import { adoptLost, settleDoubts } from './settle-doubts.ts'
import { settleReports } from './settle-reports.ts'
import type { SyncNowOptions } from './stock-desk.ts'
import type { StockStep } from './stock-step.ts'
import { takeStock } from './take-stock.ts'

const STAGES = 3

/** Reads both sides again and sends what differs, at once where the hour still lets a file leave. */
export const syncNow = async (
  step: StockStep,
  compareWith: View['compareWith'],
  { signal, onProgress }: SyncNowOptions = {},
): Promise<StockResult> => {
  const { corridor, knowledge } = step
  if (isOff(corridor)) return nothingSent(whyOff(corridor))
  const tell = (doing: string, done: number) => onProgress?.({ doing, done, total: STAGES })
  const office = present(corridor).label

  tell('Reading Rakuten’s inventory', 0)
  adoptLost(corridor)
  await settleReports(corridor, knowledge)
  if (signal?.aborted) return nothingSent(STOPPED)
  await readInventory(corridor, knowledge)
  settleDoubts(corridor, knowledge)
  if (signal?.aborted) return nothingSent(STOPPED)
  tell(`Reading ${office}’s stock`, 1)
  const shelf = await readShelf(corridor, knowledge)
  const { assessment, question } = takeStock(step, { shelf, compareWith })
  if (signal?.aborted) return nothingSent(STOPPED)
  if (question !== null) return nothingSent(question.message)
  tell('Sending the differences', 2)
  const result = await sendAtOnce(step, assessment)
  tell('Sending the differences', STAGES)
  return result
}

const STOPPED = 'Stopped; nothing was sent.'

const sendAtOnce = async (step: StockStep, assessment: Assessment): Promise<StockResult> => {
  if (assessment.travelling.length === 0) return nothingSent('Both sides agree: there is nothing to send.')
  const nextSlotAt = nextSlot(step.corridor)
  if (nextSlotAt > step.corridor.time.nowIso()) {
    const message = `Rakuten takes ten stock files an hour and has had them: the next may leave at ${clockTime(nextSlotAt)}.`
    return { sent: 0, message, nextSlotAt }
  }
  const plan = planFile(step.corridor, assessment, 'sync-now')
  if (plan === null)
    return nothingSent('Rakuten has just had this very file, and ignores one that says the same again.')
  const sent = await send(step, plan)
  const message = `${sent === 1 ? 'One SKU was' : `${sent} SKUs were`} told; Rakuten’s report follows within minutes.`
  return { sent, message, nextSlotAt: null }
}

const nothingSent = (message: string): StockResult => ({ sent: 0, message, nextSlotAt: null })

const whyOff = ({ connection }: Corridor): string =>
  connection.paused ? `${connection.label} is paused.` : `Stock updates of ${connection.label} are off.`

const clockTime = (at: string): string =>
  new Date(at).toLocaleTimeString('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
