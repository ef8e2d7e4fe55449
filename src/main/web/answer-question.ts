import type { IncomingMessage, ServerResponse } from 'node:http'
import { channelOf } from '../../preload/contract/endpoint.ts'
import { contract } from '../../preload/contract/index.ts'
import type { Reply, ReplyFault } from '../../preload/contract/reply.ts'
import type { Answer } from '../answers/answer.ts'
import { mediaTypeOf, readBody } from './read-body.ts'

const CHANNELS = new Set(
  Object.entries(contract).flatMap(([area, endpoints]) => Object.keys(endpoints).map((name) => channelOf(area, name))),
)

/** Room for the largest CSV the contract lets in. */
const MAX_BYTES = 64 * 1024 * 1024

const badInput = (message: string): Reply<never> => refuse('bad-input', message)
const refuse = (kind: ReplyFault['kind'], message: string): Reply<never> => ({
  ok: false,
  fault: { kind, message, field: null },
})

export const sendReply = (response: ServerResponse, status: number, reply: Reply<unknown>): void => {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(reply))
}

export const sendNoSession = (response: ServerResponse): void =>
  sendReply(response, 401, refuse('credentials', 'This browser has not shown the key that `navette serve` printed.'))

const inputOf = (text: string): { readonly input: unknown } | null => {
  if (text.trim() === '') return { input: undefined }
  try {
    return { input: JSON.parse(text) }
  } catch {
    return null
  }
}

/** `POST /api/<channel>`: the body is the input as JSON (empty: none), the answer is the contract's reply. */
export const answerQuestion = async (
  channel: string,
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
): Promise<void> => {
  if (!CHANNELS.has(channel)) return sendReply(response, 404, badInput(`There is no question called ${channel}.`))
  if (mediaTypeOf(request.headers['content-type']) !== 'application/json')
    return sendReply(response, 415, badInput('Questions are asked as application/json.'))
  const body = await readBody(request, MAX_BYTES)
  if (body === 'too-large') {
    // What is still on its way is not read: the connection ends with the answer.
    response.setHeader('Connection', 'close')
    return sendReply(response, 413, badInput('The question is too large.'))
  }
  const asked = body === 'not-text' ? null : inputOf(body.text)
  if (asked === null) return sendReply(response, 400, badInput('The question is not JSON.'))
  return sendReply(response, 200, await answer(channel, asked.input))
}
