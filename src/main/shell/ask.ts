import { channelOf } from '../../preload/contract/endpoint.ts'
import { type Api, contract } from '../../preload/contract/index.ts'
import type { Answer } from '../answers/answer.ts'

/** The questions of the contract, for the tray and the notifications: they learn nothing a window could not. */
export type Ask = Omit<Api, 'on'>

export const createAsk = (answer: Answer): Ask =>
  Object.fromEntries(
    Object.entries(contract).map(([area, endpoints]) => [
      area,
      Object.fromEntries(
        Object.keys(endpoints).map((name) => [name, (input?: unknown) => answer(channelOf(area, name), input)]),
      ),
    ]),
    // Built from the contract itself, name by name; `answer` parses what goes in and what comes out.
  ) as unknown as Ask
