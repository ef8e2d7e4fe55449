import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer } from '../answers/answer.ts'
import { answerQuestion, sendNoSession } from './answer-question.ts'
import type { createEventStreams } from './event-streams.ts'
import { keyPage } from './key-page.ts'
import type { OneTimeKey } from './one-time-key.ts'
import { mediaTypeOf, readBody } from './read-body.ts'
import type { RendererFiles } from './renderer-files.ts'
import { isOwnHost, isOwnOrigin } from './same-origin.ts'
import { SECURITY_HEADERS } from './security-headers.ts'
import type { Sessions } from './sessions.ts'

export interface RouteNeeds {
  readonly port: number
  readonly key: OneTimeKey
  readonly sessions: Sessions
  readonly files: RendererFiles
  readonly streams: Pick<ReturnType<typeof createEventStreams>, 'add'>
  readonly answer: Answer
}

const KEY_BYTES = 1_000
const YEAR_S = 365 * 24 * 3600

const sendText = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' })
  response.end(`${text}\n`)
}

const sendPage = (response: ServerResponse, status: number, page: string): void => {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' })
  response.end(page)
}

/** The key from the form of the key page; null when it holds none. */
const typedKey = async (request: IncomingMessage): Promise<string | null> => {
  if (mediaTypeOf(request.headers['content-type']) !== 'application/x-www-form-urlencoded') return null
  const body = await readBody(request, KEY_BYTES)
  return typeof body === 'string' ? null : new URLSearchParams(body.text).get('key')
}

/** Who may ask what, over HTTP. Foreign names and foreign sites are turned away before anything else is looked at. */
export const createRoutes = ({ port, key, sessions, files, streams, answer }: RouteNeeds) => {
  const redeem = (guess: string, response: ServerResponse): void => {
    const isRight = key.redeem(guess.trim())
    if (isRight) response.writeHead(303, { Location: '/', 'Set-Cookie': sessions.open() }).end()
    else sendPage(response, 403, keyPage(true))
  }

  const sendFile = async (path: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const file = await files.read(path)
    if (file === null)
      return path === '/'
        ? sendText(response, 503, 'The screens are not built: run `npm run build` once.')
        : sendText(response, 404, 'Not found.')
    response.setHeader('Content-Type', file.mediaType)
    response.setHeader('Content-Length', file.bytes.length)
    if (file.immutable) response.setHeader('Cache-Control', `private, max-age=${YEAR_S}, immutable`)
    response.end(request.method === 'HEAD' ? undefined : file.bytes)
  }

  const post = async (path: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isOwnOrigin(request.headers)) return sendText(response, 403, 'Another site may not ask this.')
    if (path === '/open') return redeem((await typedKey(request)) ?? '', response)
    const channel = /^\/api\/([\w:-]+)$/.exec(path)?.[1]
    if (channel === undefined) return sendText(response, 404, 'Not found.')
    if (!sessions.isOpen(request.headers.cookie)) return sendNoSession(response)
    return answerQuestion(channel, request, response, answer)
  }

  const get = async (path: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const shown = /^\/open\/([\w-]+)$/.exec(path)?.[1]
    if (shown !== undefined && request.method === 'GET') return redeem(shown, response)
    if (!sessions.isOpen(request.headers.cookie))
      return path.startsWith('/api/') ? sendNoSession(response) : sendPage(response, 401, keyPage(false))
    if (path !== '/api/events' || request.method === 'HEAD') return sendFile(path, request, response)
    return isOwnOrigin(request.headers)
      ? streams.add(response)
      : sendText(response, 403, 'Another site may not listen.')
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
    if (!isOwnHost(request.headers.host, port)) return sendText(response, 403, 'Navette answers on this PC only.')
    const path = request.url?.split('?', 1)[0] ?? ''
    if (request.method === 'POST') return post(path, request, response)
    if (request.method === 'GET' || request.method === 'HEAD') return get(path, request, response)
    response.setHeader('Allow', 'GET, HEAD, POST')
    return sendText(response, 405, 'Not allowed.')
  }
}
