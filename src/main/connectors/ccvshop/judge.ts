import { z } from 'zod'
import { Fault } from '../../domain/fault.ts'
import type { JsonCall } from '../http/json-calls.ts'
import { isPage } from '../http/page-fault.ts'
import { clockError, serverAhead } from '../http/server-clock.ts'
import { retryAfter } from '../http/status-fault.ts'
import type { HttpAnswer, Ports } from '../sockets/ports.ts'
import { CLOCK_OFF_MS, PAUSE_MS } from './facts.ts'

/** 6. */
const ErrorAnswer = z.object({
  code: z.union([z.string(), z.number()]).transform(String).catch(''),
  developermessage: z.string().catch(''),
  usermessage: z.string().catch(''),
})

/** Codes of ours in `detail.code`. */
export const NOT_FOUND = 'NOT-FOUND'
export const NO_RIGHT = 'NO-RIGHT'
export const SAME_VALUE = '500.50'
export const TOO_LARGE = '500.80'

interface Judge {
  readonly ports: Pick<Ports, 'clock' | 'side'>
  /** What the shop's clock shows, as far as we know. */
  readonly shopNow: () => number
}

/** What an error of the shop means (ccvshop.md 6); null leaves it to its HTTP status. */
export const judgeError = (judge: Judge, answer: HttpAnswer, call: JsonCall): Fault | null => {
  const { status } = answer
  const { side } = judge.ports
  if (status < 400) return null
  if (isPage(answer)) return status === 404 ? noApi(side) : null
  const { code, text } = errorIn(answer)
  const detail = { status: String(status), ...(code === '' ? {} : { error: code }) }
  const isRead = (call.method ?? 'GET') === 'GET'
  if (status === 401 || status === 403) return refusedKey(judge, answer, text)
  if (status === 429 || code === '500.10') {
    const message = `${side} asks for fewer calls (${code || 'HTTP 429'}).`
    return new Fault('busy', message, {
      ...{ side, detail, outcome: status === 429 || isRead ? 'not-done' : 'unknown' },
      retryAt: retryAfter(answer.headers, judge.ports.clock) ?? after(judge.ports.clock, PAUSE_MS),
    })
  }
  if (status === 405) return missingRight(side, call, detail)
  if (code === '500.90') {
    const message = `${side} lacks an app that Navette needs: ${text}. Install it from the App Store of the shop.`
    return new Fault('settings', message, { side, detail })
  }
  // Nothing of ours has that name: the shop is another version than we know, and says nothing about any order.
  if (code === '404.20' || status === 501) {
    return new Fault('unreadable', `${side} does not offer what Navette asked for (${code || status}).`, {
      side,
      detail: { ...detail, code: 'NOT-OFFERED' },
    })
  }
  if (status === 404) return new Fault('refused', `${side}: ${text}`, { side, detail: { ...detail, code: NOT_FOUND } })
  if (code === '500.20' || code === '500.25') {
    const message = `${side} says that its own answer was not right (${code}).`
    return new Fault('unreadable', message, { side, detail, outcome: isRead ? 'not-done' : 'unknown' })
  }
  const isRefusal = (status < 500 && status !== 408) || /^500\.[4-8]0$/.test(code)
  return isRefusal ? new Fault('refused', `${side}: ${text}`, { side, detail: { ...detail, code } }) : null
}

const noApi = (side: string): Fault =>
  new Fault('settings', `${side}: there is no CCV Shop under this address. Is it the address of the shop?`, { side })

const after = ({ now }: Ports['clock'], milliseconds: number): string => new Date(now() + milliseconds).toISOString()

/** One status for a wrong key and a clock that is off (1): the shop's own time tells them apart. */
const refusedKey = ({ ports, shopNow }: Judge, { headers, status }: HttpAnswer, text: string): Fault => {
  const { side, clock } = ports
  const stillAhead = serverAhead(headers, shopNow())
  const ahead = serverAhead(headers, clock.now())
  if (stillAhead !== null && ahead !== null && Math.abs(stillAhead) > CLOCK_OFF_MS) {
    const message = `${side} refuses signed calls while the clock of this PC is ${clockError(ahead)}: set it right.`
    return new Fault('clock', message, { side, detail: { ahead: String(ahead) } })
  }
  const message = `${side} refused the public key or the secret (${text}).`
  return new Fault('credentials', message, { side, detail: { status: String(status) } })
}

const missingRight = (side: string, call: JsonCall, detail: Readonly<Record<string, string>>): Fault => {
  const what = (call.method ?? 'GET') === 'GET' ? 'read' : 'write'
  return new Fault(
    'settings',
    `${side}: the key may not ${what} ${resourceOf(call.url)}. Allow it under My web shop → Settings → API settings.`,
    { side, detail: { ...detail, code: NO_RIGHT } },
  )
}

/** `webshops/1/settings/` is the settings'. */
const resourceOf = ({ pathname }: URL): string =>
  pathname
    .split('/')
    .filter((part) => /^[a-z]+$/.test(part))
    .at(-1) ?? 'that'

const LONGEST = 300

const errorIn = ({ bytes, status }: HttpAnswer): { readonly code: string; readonly text: string } => {
  try {
    const { code, developermessage, usermessage } = ErrorAnswer.parse(JSON.parse(new TextDecoder().decode(bytes)))
    return { code, text: (developermessage || usermessage || `HTTP ${status}`).slice(0, LONGEST) }
  } catch {
    return { code: '', text: `HTTP ${status}` }
  }
}
