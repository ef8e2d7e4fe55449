import { z } from 'zod'
import type { Corridor } from './corridor.ts'

const READ_BACK_EVERY = 6
const CYCLE = 'cycle'
const ASKED_FOR = 'read-back-asked-for'

/** Something was told to the marketplace: what it recorded is read back, in this cycle or, after a crash, in the next. */
export const askForReadBack = ({ memory }: Corridor): void => memory.save(ASKED_FOR, true)

/** Every sixth cycle, and after any send. */
export const isReadBackDue = ({ memory }: Corridor, cycle: number): boolean =>
  cycle % READ_BACK_EVERY === 1 || memory.read(ASKED_FOR, z.boolean()) === true

export const noteReadBack = ({ memory }: Corridor): void => {
  if (memory.read(ASKED_FOR, z.boolean())) memory.remove(ASKED_FOR)
}

/** Counts the cycles of this connection, across restarts; the first is 1. */
export const countCycle = ({ memory }: Corridor): number => {
  const cycle = (memory.read(CYCLE, z.number()) ?? 0) + 1
  memory.save(CYCLE, cycle)
  return cycle
}
