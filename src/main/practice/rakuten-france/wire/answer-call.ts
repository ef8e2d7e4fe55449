import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Account } from '../account.ts'
import { FAULT_KINDS } from '../faults.ts'
import { settle } from '../settle.ts'
import { cannotAccept, interfere } from './interventions.ts'
import { readQuery } from './query.ts'
import type { Quota } from './quota.ts'
import { outcomeOf, replyFor } from './reply.ts'
import { readUpload } from './uploads.ts'
import { answer } from './web-service.ts'
import { decodeWindows1252 } from './windows-1252.ts'

/** Calls kept in memory; the oldest give way. */
const KEPT_CALLS = 100_000

/** How long a slow answer takes unless told, in milliseconds. */
const SLOW = 5000

/** One call of a web service: read, put to the faults, answered, written down, sent. */
export const answerCall = async (
  account: Account,
  quota: Quota,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost')
  const params = readQuery(search.slice(1))
  const file = await readUpload(request)
  const action = params.get('action') ?? ''
  const faults = account.faults.touching(action)
  const kinds = new Set(faults.map(({ kind }) => kind))

  interfere(account, params, faults)
  settle(account)
  const heldBack = faults.some(({ kind, processed }) => FAULT_KINDS[kind] === 'instead' && !processed)
  const asked = { path: pathname.slice(1), params, file, faults: kinds }
  const document = heldBack ? null : (cannotAccept(account, params, kinds) ?? answer(account, quota, asked))
  const reply = replyFor(account, document, faults)

  if (account.calls.length >= KEPT_CALLS) account.calls.shift()
  account.calls.push({
    at: account.clock.now(),
    method: request.method ?? '',
    path: pathname,
    action,
    params: Object.fromEntries(Array.from(params).filter(([name]) => name !== 'pwd')),
    file: file && decodeWindows1252(file.bytes),
    status: reply?.status ?? 0,
    outcome: document === null ? 'not processed' : outcomeOf(document),
    faults: Array.from(kinds),
  })

  const delay = faults.reduce((sum, { kind, delayMs = kind === 'slow' ? SLOW : 0 }) => sum + delayMs, 0)
  if (delay > 0) await wait(delay)
  if (reply === null) return void request.socket.destroy()
  response.writeHead(reply.status, { 'Content-Type': reply.type, 'Content-Length': reply.body.length })
  response.end(reply.body)
}
