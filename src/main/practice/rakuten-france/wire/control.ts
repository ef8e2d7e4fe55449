import type { IncomingMessage, ServerResponse } from 'node:http'
import { text as readText } from 'node:stream/consumers'

export type Control = (request: IncomingMessage, response: ServerResponse, pathname: string) => Promise<void>

/** What an order to the practice account is given: the JSON object that was sent. */
export type Order = Readonly<Record<string, unknown>>

export interface ControlTable {
  /** `POST /practice/<name>` with a JSON object. */
  readonly orders: Readonly<Record<string, (order: Order) => unknown>>
  /** `GET /practice/<name>` */
  readonly views: Readonly<Record<string, () => unknown>>
}

/** The interface for another process that drives the account (tests, demonstrations): JSON in, JSON out. */
export const createControl =
  ({ orders, views }: ControlTable): Control =>
  async (request, response, pathname) => {
    const name = pathname.slice('/practice/'.length)
    const send = (status: number, value: unknown): void => {
      response.writeHead(status, { 'Content-Type': 'application/json' })
      response.end(`${JSON.stringify(value ?? { ok: true })}\n`)
    }
    if (request.headers.origin !== undefined) return send(403, { error: 'Not for web pages' })
    const view = Object.hasOwn(views, name) ? views[name] : undefined
    const order = Object.hasOwn(orders, name) ? orders[name] : undefined
    if (request.method === 'GET' && view) return send(200, view())
    if (request.method !== 'POST' || !order) {
      return send(404, { error: 'No such thing', views: Object.keys(views), orders: Object.keys(orders) })
    }
    try {
      send(200, order(asOrder(JSON.parse(await readText(request)))))
    } catch (problem) {
      send(400, { error: problem instanceof Error ? problem.message : String(problem) })
    }
  }

const asOrder = (value: unknown): Order => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('Send a JSON object')
  return Object.fromEntries(Object.entries(value))
}
