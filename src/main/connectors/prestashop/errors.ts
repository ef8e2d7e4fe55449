import { z } from 'zod'
import { Fault } from '../../domain/fault.ts'
import { isPage } from '../http/page-fault.ts'
import type { HttpAnswer, HttpRequest } from '../sockets/ports.ts'
import { Whole, Words } from './shapes.ts'

const Answer = z.object({ errors: z.array(z.object({ code: Whole, message: Words })) })

interface WebserviceError {
  readonly code: number
  readonly message: string
}

interface Situation {
  readonly side: string
  readonly method: HttpRequest['method']
  readonly resource: string
}

/** What an answer means in PrestaShop's own words (prestashop.md 6); null leaves it to its HTTP status. */
export const webserviceFault = (answer: HttpAnswer, situation: Situation): Fault | null => {
  const { status } = answer
  if (status < 400) return null
  const errors = errorsIn(answer)
  if (errors.length === 0) return bareFault(answer, situation)
  const { side, method, resource } = situation
  const has = (...codes: readonly number[]): boolean => errors.some(({ code }) => codes.includes(code))
  const detail = { status: String(status), codes: errors.map(({ code }) => code).join(' ') }
  const settings = (message: string): Fault => new Fault('settings', message, { side, detail })

  if (has(26) || (has(25) && status === 405)) {
    return settings(
      `The key of ${side} may not ${method} “${resource}”. Tick it under Advanced Parameters > Webservice, in the line of that name.`,
    )
  }
  if (has(22)) return settings(`The webservice of ${side} is switched off: Advanced Parameters > Webservice.`)
  if (status === 401) {
    return new Fault('credentials', `${side} does not know the key, or it is switched off there.`, { side, detail })
  }
  if (status >= 500 && !has(...OUR_MISTAKE, EMAIL_IN_USE)) {
    // A warning of PHP makes an answer a 500 even when the work was done; its text tells about the server and is nobody's business.
    const outcome = method === 'GET' ? 'not-done' : 'unknown'
    const message = `${side} broke off “${resource}” with an error of its own (HTTP ${status}, code ${detail.codes.replaceAll(' ', ', ')}).`
    return new Fault('unreachable', message, { side, outcome, detail })
  }
  return new Fault('refused', `${side} refused “${resource}”: ${wordsOf(errors)}`, { side, detail })
}

/** 500, but final: unknown filter, field or sorting; and an e-mail address that is taken. */
const OUR_MISTAKE = [32, 34, 35, 38]
const EMAIL_IN_USE = 140
/** The key never reached PHP: it has no error of its own for that, only `401 Unauthorized` as text. */
export const KEY_LOST = 'KEY-LOST'

const bareFault = (answer: HttpAnswer, { side, method, resource }: Situation): Fault | null => {
  const { status } = answer
  if (isPage(answer)) return null
  const detail = { status: String(status) }
  if (status === 401) {
    const message = `The key did not arrive at ${side}: its web server drops it on the way. See “Enable CGI mode” under Advanced Parameters > Webservice.`
    return new Fault('credentials', message, { side, detail: { ...detail, code: KEY_LOST } })
  }
  // 2.1: the script died on this very order (payment module, country, cart), or after it was made. Others may go well.
  if (status !== 500 || method !== 'POST' || resource !== 'orders') return null
  const message = `${side} broke off while the order was created. If this goes on: is the payment module of the settings installed and active there, and the country of delivery too?`
  return new Fault('unreadable', message, { side, outcome: 'unknown', detail })
}

/** In JSON, or in XML where that was asked for. */
const errorsIn = ({ bytes }: HttpAnswer): readonly WebserviceError[] => {
  const text = new TextDecoder().decode(bytes)
  const pattern =
    /<code>\s*(?:<!\[CDATA\[)?(\d+)[\s\S]*?<message>\s*(?:<!\[CDATA\[)?([\s\S]*?)(?:\]\]>)?\s*<\/message>/g
  if (/^\s*<\?xml/.test(text)) {
    return Array.from(text.matchAll(pattern), ([, code, message = '']) => ({ code: Number(code), message }))
  }
  try {
    const { data } = Answer.safeParse(JSON.parse(text))
    return data?.errors ?? []
  } catch {
    return []
  }
}

/** Its own words but those of PHP (codes 2 to 15), which name the server's files. */
const wordsOf = (errors: readonly WebserviceError[]): string => {
  const own = errors.filter(({ code }) => code > 15).map(({ message }) => message.trim())
  return own.filter((words) => words !== '').join(' · ') || 'no reason given.'
}
