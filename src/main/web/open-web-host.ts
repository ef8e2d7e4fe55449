import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ContractEvent } from '../../preload/contract/events.ts'
import type { Answer } from '../answers/answer.ts'
import { createEventStreams } from './event-streams.ts'
import { createOneTimeKey } from './one-time-key.ts'
import { createRendererFiles } from './renderer-files.ts'
import { createRoutes } from './routes.ts'
import { createSessions } from './sessions.ts'

export interface WebHostOptions {
  /** 0: any free one. */
  readonly port: number
  /** The built renderer. */
  readonly rendererFolder: string
  readonly answer: Answer
  readonly now?: () => number
  /** A request that broke is answered with 500; the rest is for the log. */
  readonly onBug: (error: unknown) => void
}

export interface WebHost {
  /** `http://127.0.0.1:N` */
  readonly address: string
  readonly key: string
  /** The address that redeems the key. */
  readonly keyAddress: string
  announce(event: ContractEvent): void
  close(): Promise<void>
}

const LOOPBACK = '127.0.0.1'

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject)
      // A server that listens on TCP has an address with a port.
      resolve((server.address() as AddressInfo).port)
    })
  })

/** The screens on this PC's own loopback address, for one key's browser at a time. Rejects when the port is taken. */
export const openWebHost = async (options: WebHostOptions): Promise<WebHost> => {
  const server = createServer()
  const port = await listen(server, options.port)
  const key = createOneTimeKey(options.now ?? Date.now)
  const streams = createEventStreams()
  const route = createRoutes({
    port,
    key,
    sessions: createSessions(port),
    files: createRendererFiles(options.rendererFolder),
    streams,
    answer: options.answer,
  })
  const underWay = new Set<ServerResponse>()
  server.on('request', (request, response) => {
    underWay.add(response)
    response.once('close', () => underWay.delete(response))
    route(request, response).catch((error: unknown) => {
      options.onBug(error)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })

  const address = `http://${LOOPBACK}:${port}`
  return {
    address,
    key: key.text,
    keyAddress: `${address}/open/${key.text}`,
    announce: streams.announce,
    async close() {
      streams.close()
      const closed = new Promise<void>((ended) => server.close(() => ended()))
      await Promise.all([...underWay].map((response) => new Promise((ended) => response.once('close', ended))))
      // Browsers hold connections open on which they have asked nothing yet: the server would wait for a minute.
      server.closeAllConnections()
      await closed
    },
  }
}
