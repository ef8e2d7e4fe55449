import { Fault, type FaultKind } from '../../domain/fault.ts'
import type { Clock, Http, HttpAnswer, HttpRequest } from '../sockets/ports.ts'
import { mayBeCalled } from './addresses.ts'
import { type CallRecord, excerpt } from './call-record.ts'
import { createLanes, type Lanes } from './lanes.ts'
import { networkFault } from './network-fault.ts'
import type { Pace } from './pace.ts'
import { readBody, TooLong } from './read-body.ts'
import { createRedactor, type Redact } from './redact.ts'
import { redactError } from './redact-error.ts'

const TIMEOUT_MS = 60_000
const MAX_BYTES = 50 * 1024 * 1024
const RETRY_DELAY_MS = 1_000
const MAX_REDIRECTS = 3

interface HttpOptions {
  readonly clock: Clock
  readonly pace: Pace
  /** Shared by all who call the same hosts; its own unless said. */
  readonly lanes?: Lanes
  /** Whom the calls go to, as the seller knows it; the host's name unless said. */
  readonly side?: string
  readonly fetch?: typeof globalThis.fetch
  readonly onCall?: (call: CallRecord) => void
  /** Both times in milliseconds since 1970: what the server said, and what this PC said when the answer began. */
  readonly onServerDate?: (host: string, serverTime: number, localTime: number) => void
}

/** The one door to the outside. Every attempt is told to `onCall`; what leaves here as an error holds no secret. */
export const createHttp = (options: HttpOptions): Http => {
  const { clock, pace, lanes = createLanes(), fetch = globalThis.fetch } = options

  const attempt = async (request: HttpRequest, count: number): Promise<HttpAnswer> => {
    const secrets = request.secrets ?? []
    const redact = createRedactor(secrets)
    await pace.turn(request.url, request.pace)
    const at = clock.now()
    const told = (status: number | null, answer: Uint8Array | undefined, fault: Fault | null) =>
      options.onCall?.({
        name: request.name,
        method: request.method,
        url: redact(request.url.href),
        attempt: count,
        at: new Date(at).toISOString(),
        durationMs: clock.now() - at,
        status,
        bytes: answer?.byteLength ?? 0,
        fault: fault?.kind ?? null,
        failure: fault?.message ?? null,
        request: excerpt(request.body, redact, secrets),
        answer: request.answerIsSecret ? '' : excerpt(answer, redact, secrets),
      })

    let status: number | null = null
    try {
      const response = await follow(fetch, request)
      status = response.status
      const serverTime = Date.parse(response.headers.get('date') ?? '')
      if (!Number.isNaN(serverTime)) options.onServerDate?.(request.url.host, serverTime, clock.now())
      const bytes = await readBody(response.body, request.maxBytes ?? MAX_BYTES)
      told(status, bytes, null)
      return { status, headers: response.headers, bytes }
    } catch (error) {
      const fault = toFault(error, request, options.side ?? request.url.host, redact)
      told(status, undefined, fault)
      throw fault
    }
  }

  return {
    async send(request) {
      if (!mayBeCalled(request.url)) {
        throw new Fault('settings', `${request.url.host} can only be called over https.`, {
          side: options.side ?? request.url.host,
        })
      }
      const inLane = (count: number): Promise<HttpAnswer> =>
        lanes.run(request, () => attempt(signedAnew(request), count))
      try {
        return await inLane(1)
      } catch (error) {
        if (!request.safe || !(error instanceof Fault) || error.kind !== 'unreachable') throw error
        await clock.sleep(RETRY_DELAY_MS)
        return inLane(2)
      }
    },
  }
}

const signedAnew = (request: HttpRequest): HttpRequest => {
  const { url = request.url, headers } = request.sign?.() ?? {}
  return { ...request, url, headers: { ...request.headers, ...headers } }
}

/** Goes where the server points, but only for reads and only on the host that was entered: the query may hold a token. */
const follow = async (fetch: typeof globalThis.fetch, request: HttpRequest): Promise<Response> => {
  const signal = AbortSignal.timeout(request.timeoutMs ?? TIMEOUT_MS)
  let url = request.url
  for (let hops = 0; ; hops += 1) {
    const response = await fetch(url, {
      method: request.method,
      headers: { 'user-agent': 'Navette', ...request.headers },
      // A view on any buffer is a body to fetch; its type wants to know that the memory is not shared, which ours never is.
      ...(request.body === undefined ? {} : { body: request.body as BodyInit }),
      redirect: 'manual',
      signal,
    })
    const location = response.headers.get('location')
    if (location === null || ![301, 302, 303, 307, 308].includes(response.status)) return response
    await response.body?.cancel()
    const next = URL.canParse(location, url) ? new URL(location, url) : null
    if (
      !request.safe ||
      request.follow === false ||
      next?.hostname !== url.hostname ||
      !mayBeCalled(next) ||
      hops >= MAX_REDIRECTS
    ) {
      throw new Elsewhere(next)
    }
    url = next
  }
}

class Elsewhere extends Error {
  override readonly name = 'Elsewhere'
  /** Where the answer pointed, without the path and query, which may hold a token; null when that is no address. */
  readonly origin: string | null

  constructor(next: URL | null) {
    super(next?.host ?? 'one that cannot be read')
    this.origin = next?.origin ?? null
  }
}

const toFault = (error: unknown, request: HttpRequest, side: string, redact: Redact): Fault => {
  const { url, safe, timeoutMs = TIMEOUT_MS, maxBytes = MAX_BYTES } = request
  const unreadable = (message: string, detail: Readonly<Record<string, string>>): Fault => {
    const kind: FaultKind = 'unreadable'
    return new Fault(kind, message, {
      side,
      cause: redactError(error, redact),
      outcome: safe ? 'not-done' : 'unknown',
      detail,
    })
  }
  if (error instanceof TooLong)
    return unreadable(`${side} answered more than ${Math.floor(maxBytes / 1024 / 1024)} MB.`, { code: 'TOO-LONG' })
  if (error instanceof Elsewhere)
    return unreadable(`${side} sends Navette on to another address: ${redact(error.message)}.`, {
      code: 'REDIRECTED',
      ...(error.origin === null ? {} : { origin: redact(error.origin) }),
    })
  return networkFault(error, { side, host: url.host, timeoutMs, redact })
}
