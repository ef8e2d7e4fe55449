import { Fault, isFault } from '../../domain/fault.ts'
import { createRedactor } from '../http/redact.ts'
import type { Preview } from '../sockets/back-office.ts'
import { baseOf } from './http-address.ts'
import { itemsOf } from './http-answer.ts'
import type { Asked, HttpCalls } from './http-calls.ts'
import { firstOf, type Listed } from './http-pages.ts'
import { proofOf } from './http-proof.ts'
import type { Item } from './item.ts'
import type { Office } from './office.ts'

const LONGEST_TEXT = 20_000
const MOST_ROWS = 20

/** A host that no one has (RFC 2606), where the form names none yet. */
const NOWHERE = 'https://nowhere.invalid'

/** The request as it would go out, whatever the form still lacks; what proves who we are is added when it does. */
export const previewRequest = (office: Office, calls: HttpCalls, title: string, asked: () => Asked): Preview =>
  orProblem(title, () => {
    const { baseUrl } = office.form
    const isKnown = URL.canParse(baseUrl)
    const { method, url, headers, body } = calls.requestOf(asked(), isKnown ? baseUrl : NOWHERE)
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
    const first = `${method} ${isKnown ? url.href : `${url.pathname}${url.search}`}`
    return { title, text: [first, ...lines, '', body ?? ''].join('\n'), rows: null, problem: missingOf(office) }
  })

/** What the form lacks before anything can be asked, as a sentence. */
export const missingOf = (office: Office): string | null => {
  try {
    baseOf(office.form.baseUrl, office.ports.side)
    proofOf(office, null)
    return null
  } catch (error) {
    if (isFault(error, 'settings')) return error.message
    throw error
  }
}

/** What a reading brings at this moment: its first page, and what is understood of it. */
export const previewReading = async (
  office: Office,
  calls: HttpCalls,
  title: string,
  { list, asked, understand }: { list: Listed; asked: Asked; understand: (items: readonly Item[]) => Understood },
): Promise<Preview> => {
  const redact = createRedactor([office.form.secret])
  let text: string | null = null
  const values = { ...asked.values, now: office.ports.clock.nowIso(), ...firstOf(list.paging) }
  try {
    const { rows, problem } = await calls.ask({ ...asked, values }, (answer) => {
      text = redact(Buffer.from(answer.bytes.subarray(0, LONGEST_TEXT)).toString('utf8'))
      return understand(itemsOf(answer, list.answer, { side: office.ports.side, what: title }))
    })
    return { title, text, rows: rows.slice(0, MOST_ROWS), problem }
  } catch (error) {
    if (isFault(error)) return { title, text, rows: null, problem: error.message }
    throw error
  }
}

export interface Understood {
  readonly rows: readonly Readonly<Record<string, string>>[]
  readonly problem: string | null
}

const orProblem = (title: string, work: () => Preview): Preview => {
  try {
    return work()
  } catch (error) {
    if (error instanceof Fault) return { title, text: null, rows: null, problem: error.message }
    throw error
  }
}
