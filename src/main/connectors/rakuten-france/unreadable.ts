import { Fault } from '../../domain/fault.ts'
import { SIDE } from './facts.ts'

/** An answer that came and cannot be trusted: nothing is concluded from it. `where` names the place, never a buyer's words. */
export const unreadable = (what: string, where: Readonly<Record<string, string>> = {}): Fault =>
  new Fault('unreadable', `Rakuten’s answer cannot be read: ${what}.`, { side: SIDE, detail: where })
