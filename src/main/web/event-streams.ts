import type { ServerResponse } from 'node:http'
import type { ContractEvent } from '../../preload/contract/events.ts'

const KEEP_ALIVE_MS = 20_000
/** A browser that stopped reading is cut off; it reconnects and asks anew. */
const MAX_UNREAD_BYTES = 1024 * 1024

/** `GET /api/events`: the contract's events as server-sent events, each `data: {"name", "value"}`. */
export const createEventStreams = () => {
  const streams = new Set<ServerResponse>()

  const write = (text: string): void => {
    for (const stream of streams) {
      if (stream.writableLength > MAX_UNREAD_BYTES) stream.destroy()
      else stream.write(text)
    }
  }
  // A comment now and then: proxies and sleeping laptops drop what is silent.
  const keepAlive = setInterval(() => write(':\n\n'), KEEP_ALIVE_MS)

  return {
    add(stream: ServerResponse): void {
      stream.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' })
      stream.write('retry: 2000\n\n')
      streams.add(stream)
      stream.on('close', () => streams.delete(stream))
    },
    announce: (event: ContractEvent): void => write(`data: ${JSON.stringify(event)}\n\n`),
    close(): void {
      clearInterval(keepAlive)
      for (const stream of streams) stream.end()
    },
  }
}
