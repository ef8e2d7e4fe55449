import { channelOf } from '../../preload/contract/endpoint.ts'
import { type Api, contract } from '../../preload/contract/index.ts'
import type { Reply } from '../../preload/contract/reply.ts'
import type { Answer } from '../answers/answer.ts'
import { leaveFor } from './exit-code.ts'

/** The questions of the contract, asked in this process. */
export type Questions = Omit<Api, 'on'>

export const createQuestions = (answer: Answer): Questions =>
  Object.fromEntries(
    Object.entries(contract).map(([area, endpoints]) => [
      area,
      Object.fromEntries(
        Object.keys(endpoints).map((name) => [name, (input?: unknown) => answer(channelOf(area, name), input)]),
      ),
    ]),
    // Built from the contract itself, name by name; `answer` parses what goes in and what comes out.
  ) as unknown as Questions

/** The value of a reply; a fault ends the command. */
export const unwrap = <T>(reply: Reply<T>): T => {
  if (reply.ok) return reply.value
  throw leaveFor(reply.fault)
}

/** The most the contract gives at once. */
const PAGE = 500

/** All rows of a list that is given in pages. */
export const allPages = async <T>(
  readPage: (page: {
    readonly offset: number
    readonly limit: number
  }) => Promise<Reply<{ readonly rows: readonly T[]; readonly total: number }>>,
): Promise<readonly T[]> => {
  const rows: T[] = []
  for (;;) {
    const page = unwrap(await readPage({ offset: rows.length, limit: PAGE }))
    rows.push(...page.rows)
    if (page.rows.length === 0 || rows.length >= page.total) return rows
  }
}
