import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface Received {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

export interface LoopbackServer {
  readonly url: URL
  readonly received: readonly Received[]
  close(): Promise<void>
}

/** A real server on loopback that lives as long as the test. */
export const serveOnLoopback = async (
  answer: (request: Received, response: ServerResponse, count: number) => void,
): Promise<LoopbackServer> => {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece)
    const seen = {
      method: request.method ?? '',
      url: new URL(request.url ?? '/', 'http://127.0.0.1'),
      headers: request.headers,
      body: Buffer.concat(pieces),
    }
    received.push(seen)
    answer(seen, response, received.length)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  // A server that listens on a port has an address with a port.
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed())
      server.closeAllConnections()
    })
  onTestFinished(close)
  return { url: new URL(`http://127.0.0.1:${port}/`), received, close }
}
