import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** One call as the simulator sees it. */
export interface Received {
  readonly method: string
  /** On the simulator's own host and port. */
  readonly url: URL
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

export interface Reply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string | Buffer
}

/**
 * What a wire does to one call. `lost-request`: the platform never sees it. `lost-answer`: done there, the connection drops. `server-error`:
 * done there, answered 500 with a page. `busy`: not done, 429 with `Retry-After`. `firewall`: not done, 403 with a page. `page`, `empty`,
 * `truncated`: done, and 200 with that instead of the answer. `slow`: done, and the answer drips.
 */
export type Spoiling =
  | 'lost-request'
  | 'lost-answer'
  | 'server-error'
  | 'busy'
  | 'firewall'
  | 'page'
  | 'empty'
  | 'truncated'
  | 'slow'

interface Spoilt {
  readonly how: Spoiling
  readonly which: (call: Received) => boolean
  times: number
}

export interface Wire {
  readonly received: readonly Received[]
  /** Spoils the next calls that match, once unless said. */
  spoil(how: Spoiling, which?: (call: Received) => boolean, times?: number): void
  /** Spoils nothing more. */
  calm(): void
}

export interface Simulation {
  readonly url: URL
  readonly wire: Wire
  close(): Promise<void>
}

const PAGE = '<!DOCTYPE html><html><body><h1>Just a moment...</h1></body></html>'
export const RETRY_AFTER_SECONDS = 120

/** A platform on loopback: `answer` is the platform, the wire between it and us can be spoilt. */
export const simulate = async (
  answer: (call: Received) => Reply | Promise<Reply>,
  { now = Date.now }: { readonly now?: () => number } = {},
): Promise<Simulation> => {
  const received: Received[] = []
  const spoilt: Spoilt[] = []

  const spoilingOf = (call: Received): Spoiling | null => {
    const found = spoilt.find(({ which, times }) => times > 0 && which(call))
    if (found === undefined) return null
    found.times -= 1
    return found.how
  }

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece)
    const call: Received = {
      method: request.method ?? '',
      url: new URL(request.url ?? '/', `http://${request.headers.host}`),
      headers: request.headers,
      body: Buffer.concat(pieces),
    }
    received.push(call)
    const end = (status: number, headers: Readonly<Record<string, string>>, body: string | Buffer): void => {
      response.writeHead(status, { date: new Date(now()).toUTCString(), ...headers }).end(body)
    }
    const endWithPage = (status: number, headers: Readonly<Record<string, string>> = {}): void =>
      end(status, { 'content-type': 'text/html', ...headers }, PAGE)

    const how = spoilingOf(call)
    if (how === 'lost-request') return void response.destroy()
    if (how === 'busy') return endWithPage(429, { 'retry-after': String(RETRY_AFTER_SECONDS) })
    if (how === 'firewall') return endWithPage(403)
    const { status, headers = {}, body } = await answer(call)
    switch (how) {
      case 'lost-answer':
        return void response.destroy()
      case 'server-error':
        return endWithPage(500)
      case 'page':
        return endWithPage(200)
      case 'empty':
        return end(200, headers, '')
      case 'truncated':
        return end(status, headers, Buffer.from(body).subarray(0, Math.floor(Buffer.byteLength(body) / 2)))
      case 'slow':
        return drip(response, status, headers, Buffer.from(body))
      default:
        return end(status, headers, body)
    }
  }

  const server = createServer((request, response) => {
    // A platform that breaks shows a page, as platforms do; the test sees the words.
    serve(request, response).catch((error: unknown) => {
      console.error('The simulator broke:', error)
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/html' })
      response.end(PAGE)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  // A server that listens on a port has an address with a port.
  const { port } = server.address() as AddressInfo
  return {
    url: new URL(`http://127.0.0.1:${port}/`),
    wire: {
      received,
      spoil: (how, which = () => true, times = 1) => void spoilt.push({ how, which, times }),
      calm: () => void spoilt.splice(0),
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

const drip = async (
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Buffer,
): Promise<void> => {
  response.writeHead(status, headers)
  const size = Math.ceil(body.length / 5)
  for (let from = 0; from < body.length; from += size) {
    response.write(body.subarray(from, from + size))
    await pause(20)
  }
  response.end()
}
