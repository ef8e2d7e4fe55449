import type { ContractEvent, EventName, EventValue } from '../preload/contract/events.ts'
import type { Api } from '../preload/contract/index.ts'
import type { Reply } from '../preload/contract/reply.ts'

type Heard = (event: ContractEvent) => void

const unreachable: Reply<never> = {
  ok: false,
  fault: { kind: 'unreachable', message: 'Navette does not answer. Is it still running?', field: null },
}

const ask = async (channel: string, input: unknown): Promise<Reply<unknown>> => {
  try {
    const response = await fetch(`/api/${channel}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      ...(input === undefined ? {} : { body: JSON.stringify(input) }),
    })
    // The web host answers every question with a reply of the contract.
    return (await response.json()) as Reply<unknown>
  } catch {
    return unreachable
  }
}

/** What happened before a stream was open: whoever shows it asks again. */
const MISSED: readonly ContractEvent[] = [
  { name: 'orders-changed', value: { ids: null } },
  { name: 'connections-changed', value: { ids: null } },
]

/** Hears events as long as somebody listens; the browser reconnects by itself. */
const createStream = () => {
  const listeners = new Set<Heard>()
  let source: EventSource | null = null

  const tell = (event: ContractEvent): void => {
    for (const listener of listeners) listener(event)
  }
  const open = (): EventSource => {
    const opened = new EventSource('/api/events')
    opened.onmessage = ({ data }: MessageEvent<string>) => tell(JSON.parse(data) as ContractEvent) // written by the contract's own host
    // Also the first time: what is on screen was asked for while the stream was still being opened.
    opened.onopen = () => MISSED.forEach(tell)
    return opened
  }

  return (listener: Heard): (() => void) => {
    listeners.add(listener)
    source ??= open()
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0) return
      source?.close()
      source = null
    }
  }
}

/** The contract over HTTP, for a browser that `navette serve` gave the screens to. */
export const createHttpApi = (): Api => {
  const listen = createStream()
  const on = <N extends EventName>(name: N, listener: (value: EventValue<N>) => void): (() => void) =>
    listen((event) => {
      // The name says whose value this is.
      if (event.name === name) listener(event.value as EventValue<N>)
    })
  const area = (of: string) =>
    new Proxy({}, { get: (_, name) => (input?: unknown) => ask(`${of}:${String(name)}`, input) })

  // Every area and question is its channel's name, so the contract need not be carried along as a value.
  return new Proxy({}, { get: (_, of) => (of === 'on' ? on : area(String(of))) }) as Api
}
