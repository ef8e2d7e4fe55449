import type { ContractEvent, EventName, EventValue } from '../../../src/preload/contract/events.ts'
import type { Answers, Api } from '../../../src/preload/contract/index.ts'
import type { Reply, ReplyFault } from '../../../src/preload/contract/reply.ts'
import { type AnswersOf, usualAnswers } from './usual-answers.ts'

/** A question as the window asked it. */
export interface Asked {
  /** `orders:act` */
  readonly channel: string
  readonly input: unknown
}

export interface ApiTwin {
  readonly api: Api
  /** The same, for a web host to answer with. */
  answer(channel: string, input: unknown): Promise<Reply<unknown>>
  readonly asked: readonly Asked[]
  /** Inputs of one question, in the order they were asked. */
  inputsOf(channel: string): readonly unknown[]
  /** An event, as main would announce it. */
  tell<N extends EventName>(name: N, value: EventValue<N>): void
}

class Refused {
  readonly fault: ReplyFault
  constructor(fault: ReplyFault) {
    this.fault = fault
  }
}

/** What an answer throws to be a refusal. */
export const refused = (message: string, field: string | null = null, kind: ReplyFault['kind'] = 'refused'): Refused =>
  new Refused({ kind, message, field })

type Overrides = { readonly [A in keyof Answers]?: Partial<Answers[A]> }

/** The contract answered from memory: the usual answers, and those a test puts in their place. */
export const createApiTwin = (overrides: Overrides = {}, world: Partial<AnswersOf> = {}): ApiTwin => {
  const usual = usualAnswers(world)
  const asked: Asked[] = []
  const listeners = new Set<(event: ContractEvent) => void>()

  const ask = async (area: string, name: string, input: unknown): Promise<Reply<unknown>> => {
    asked.push({ channel: `${area}:${name}`, input })
    // Area and name come from the window's own typed questions.
    const of = area as keyof Answers
    const answers = { ...usual[of], ...overrides[of] } as Readonly<Record<string, (input: unknown) => unknown>>
    try {
      return { ok: true, value: await answers[name]?.(input) }
    } catch (problem) {
      if (problem instanceof Refused) return { ok: false, fault: problem.fault }
      throw problem
    }
  }
  const on = <N extends EventName>(name: N, listener: (value: EventValue<N>) => void): (() => void) => {
    const hear = (event: ContractEvent): void => {
      // The name says whose value this is.
      if (event.name === name) listener(event.value as EventValue<N>)
    }
    listeners.add(hear)
    return () => listeners.delete(hear)
  }
  const area = (of: string) => new Proxy({}, { get: (_, name) => (input: unknown) => ask(of, String(name), input) })

  return {
    // Every question of the contract is answered by `usual`, which the compiler holds to be complete.
    api: new Proxy({}, { get: (_, of) => (of === 'on' ? on : area(String(of))) }) as Api,
    answer: (channel, input) => {
      const [of = '', name = ''] = channel.split(':')
      return ask(of, name, input)
    },
    asked,
    inputsOf: (channel) => asked.filter((one) => one.channel === channel).map(({ input }) => input),
    tell: (name, value) => {
      // A name and the value of that name.
      for (const listener of listeners) listener({ name, value } as ContractEvent)
    },
  }
}
