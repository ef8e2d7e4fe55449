import type { StockChange, StockPreview } from '../engine.ts'
import { sortChanges } from './ask-seller.ts'
import type { Travelling } from './assess.ts'
import { readInventory } from './read-inventory.ts'
import { readShelf } from './read-shelf.ts'
import type { StockStep } from './stock-step.ts'
import { lookAtStock } from './take-stock.ts'

/** A dry run of *Sync stock now*: both sides are read, nothing is sent, and of the back office's answer nothing is kept. */
export const previewStock = async (step: StockStep): Promise<StockPreview> => {
  const { corridor } = step
  await readInventory(corridor, step.knowledge)
  const knowledge = { ...step.knowledge, reading: null }
  const shelf = await readShelf(corridor, knowledge)
  const { assessment, question } = lookAtStock({ ...step, knowledge }, { shelf, compareWith: 'shown' })
  const { soldOut, fewer, more } = sortChanges(assessment.travelling)
  return {
    connectionId: corridor.connection.id,
    soldOut: soldOut.map(toChange),
    fewer: fewer.map(toChange),
    more: more.map(toChange),
    needsConfirmation: question?.message ?? null,
  }
}

const toChange = ({ row, was, quantity }: Travelling): StockChange => ({
  sku: row.sku,
  title: row.title,
  from: was,
  to: quantity,
})
