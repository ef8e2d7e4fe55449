import type * as z from 'zod/mini'
import { channelOf } from '../../preload/contract/endpoint.ts'
import { type Answers, contract } from '../../preload/contract/index.ts'
import type { Reply } from '../../preload/contract/reply.ts'
import { badInput, type FaultLog, toReplyFault } from './reply-fault.ts'

/** One question as it came through the wall: nothing about it has been checked. */
export type Answer = (channel: string, input: unknown) => Promise<Reply<unknown>>

interface Served {
  readonly input: z.ZodMiniType
  readonly output: z.ZodMiniType
  readonly handle: (input: unknown) => unknown
}

/**
 * Answers any question of the contract, for whichever host carries it. What comes in is parsed, what goes out is cut down to the contract,
 * and whatever is thrown becomes a reply.
 */
export const createAnswer = (answers: Answers, log: FaultLog): Answer => {
  const served = new Map(Object.entries(contract).flatMap(([area, endpoints]) => serveArea(area, endpoints, answers)))

  return async (channel, input) => {
    const endpoint = served.get(channel)
    if (endpoint === undefined) return { ok: false, fault: badInput(`There is no question called ${channel}.`, null) }
    const asked = endpoint.input.safeParse(input)
    if (!asked.success) {
      const [issue] = asked.error.issues
      const field = issue === undefined ? '' : issue.path.join('.')
      return {
        ok: false,
        fault: badInput(`${field || 'The question'} is missing or not as it should be.`, field || null),
      }
    }
    try {
      return { ok: true, value: endpoint.output.parse(await endpoint.handle(asked.data)) }
    } catch (error) {
      return { ok: false, fault: toReplyFault(error, channel, log) }
    }
  }
}

/** The channels a host has to listen to. */
export const channels: readonly string[] = Object.entries(contract).flatMap(([area, endpoints]) =>
  Object.keys(endpoints).map((name) => channelOf(area, name)),
)

const serveArea = (area: string, endpoints: object, answers: Answers): readonly (readonly [string, Served])[] => {
  // The contract and its answers have the same shape, which the compiler knows by name only; here the names are counted off.
  const questions = endpoints as Readonly<Record<string, Pick<Served, 'input' | 'output'>>>
  const handlers = answers[area as keyof Answers] as unknown as Readonly<Record<string, Served['handle']>>
  return Object.entries(questions).flatMap(([name, { input, output }]) => {
    const handle = handlers[name]
    return handle === undefined ? [] : [[channelOf(area, name), { input, output, handle }] as const]
  })
}
