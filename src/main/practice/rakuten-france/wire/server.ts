import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Account } from '../account.ts'
import { answerCall } from './answer-call.ts'
import type { Control } from './control.ts'
import { createQuota } from './quota.ts'
import { MAINTENANCE_PAGE } from './reply.ts'

const FAMILIES = new Set(['/sales_ws', '/stock_ws', '/wallet_ws'])

interface ServerNeeds {
  readonly account: Account
  readonly control: Control
  readonly port: number
  readonly afterEachRequest: () => void
}

/** A real server on loopback: the web services, and beside them the interface that moves the world. */
export const startServer = async ({ account, control, port, afterEachRequest }: ServerNeeds): Promise<Server> => {
  const quota = createQuota(account.settings.hourlyQuota)
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // The time that this account lives in, for clients that trust the server's clock more than their own.
    response.sendDate = false
    response.setHeader('Date', new Date(account.clock.now()).toUTCString())
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (!isOwnHost(request, server)) return refuse(response, 403, 'Only for this computer\n')
    if (pathname.startsWith('/practice/')) return control(request, response, pathname)
    if (FAMILIES.has(pathname)) return answerCall(account, quota, request, response)
    refuse(response, 404, MAINTENANCE_PAGE)
  }
  const server = createServer((request, response) => {
    handle(request, response)
      .then(afterEachRequest)
      .catch((problem: unknown) => {
        if (response.headersSent) return void response.destroy()
        refuse(response, 500, `The practice account has a bug: ${problem instanceof Error ? problem.stack : problem}\n`)
      })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return server
}

/** The port of a server that listens. */
export const portOf = (server: Server): number => {
  // A server that listens on TCP has an address of this kind.
  const { port } = server.address() as AddressInfo
  return port
}

/** A page of some website that got a browser to call loopback comes with another name for it. */
const isOwnHost = ({ headers }: IncomingMessage, server: Server): boolean => {
  const port = portOf(server)
  return headers.host === `127.0.0.1:${port}` || headers.host === `localhost:${port}`
}

const refuse = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { 'Content-Type': status === 404 ? 'text/html' : 'text/plain' })
  response.end(text)
}
