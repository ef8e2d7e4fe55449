import { z } from 'zod'
import { Fault } from '../../domain/fault.ts'
import type { JsonCall } from '../http/json-calls.ts'
import { isPage } from '../http/page-fault.ts'
import { retryAfter } from '../http/status-fault.ts'
import type { HttpAnswer, Ports } from '../sockets/ports.ts'
import { CODES } from './facts.ts'

const Refusal = z.object({
  code: z.string().nullish(),
  title: z.string().nullish(),
  detail: z.string().nullish(),
  source: z.object({ pointer: z.string().nullish() }).nullish(),
  meta: z.object({ parameters: z.unknown() }).nullish(),
})
type Refusal = z.infer<typeof Refusal>
const Refusals = z.object({ errors: z.array(Refusal).min(1) })

/** What an error means in Shopware's own words (shopware.md 6); null leaves it to its HTTP status. */
export const createJudge =
  (ports: Pick<Ports, 'clock' | 'side'>) =>
  (answer: HttpAnswer, call: JsonCall): Fault | null => {
    const { status, headers } = answer
    if (status < 400 || status === 408 || status >= 500) return null
    const { side } = ports
    // 7.7: the web server's own password takes the header that our token needs.
    if (status === 401 && /^basic\b/i.test(headers.get('www-authenticate') ?? ''))
      return new Fault(
        'settings',
        `${side} stands behind a password of its web server, as staging shops do: take it off.`,
        {
          side,
        },
      )
    if (status === 404 && isAlwaysThere(call)) return noApi(side)
    if (isPage(answer)) return null
    const errors = refusalsOf(answer)
    const [first] = errors
    if (first === undefined) return null
    if (status === 429) return busy(ports, headers, first)
    if (status === 401) return credentials(side, first)
    const privileges = errors.flatMap(missingPrivileges)
    if (privileges.length > 0) return missing(side, privileges)
    const text = errors.map(wordsOf).join(' ')
    return new Fault('refused', `${side}: ${text}`, {
      side,
      detail: { status: String(status), code: codeOf(errors), text },
    })
  }

/** A route that every Shopware has: where it is not, there is no Shopware. */
const isAlwaysThere = ({ url }: JsonCall): boolean => /\/api\/(oauth|search|_info)\//.test(url.pathname)

const noApi = (side: string): Fault =>
  new Fault(
    'settings',
    `${side}: there is no Shopware 6 under this address. Is it the address of the shop, with its folder if it has one?`,
    { side },
  )

const refusalsOf = ({ bytes }: HttpAnswer): readonly Refusal[] => {
  try {
    const parsed = Refusals.safeParse(JSON.parse(new TextDecoder().decode(bytes)))
    return parsed.success ? parsed.data.errors : []
  } catch {
    return []
  }
}

/** One of those that we act upon, wherever it stands. */
const codeOf = (errors: readonly Refusal[]): string => {
  const codes = errors.map(({ code }) => code ?? '')
  return codes.find((code) => Object.values<string>(CODES).includes(code)) ?? codes[0] ?? ''
}

const busy = ({ clock, side }: Pick<Ports, 'clock' | 'side'>, headers: Headers, { meta }: Refusal): Fault => {
  const seconds = z.object({ seconds: z.coerce.number().positive() }).safeParse(meta?.parameters)
  const told = seconds.success ? new Date(clock.now() + seconds.data.seconds * 1000).toISOString() : null
  const retryAt = retryAfter(headers, clock) ?? told
  return new Fault('busy', `${side} asks for fewer calls (HTTP 429).`, retryAt === null ? { side } : { side, retryAt })
}

const credentials = (side: string, { code, title }: Refusal): Fault => {
  const words = title ? ` (${title.replace(/\.$/, '')})` : ''
  const message = `${side} refused the access key of the integration${words}: copy both parts again, or make a new one.`
  return new Fault('credentials', message, { side, detail: { status: '401', code: code ?? '' } })
}

/** 1: the list is a JSON text inside the error. */
const missingPrivileges = ({ code, detail, meta }: Refusal): readonly string[] => {
  if (code !== CODES.privilege) return []
  const Missing = z.object({ missingPrivileges: z.array(z.string()) })
  try {
    const told = Missing.safeParse(JSON.parse(detail ?? ''))
    if (told.success) return told.data.missingPrivileges
  } catch {
    // Words instead of JSON: the list may stand beside them.
  }
  const beside = Missing.safeParse(meta?.parameters)
  return beside.success ? beside.data.missingPrivileges : ['?']
}

export const PRIVILEGES = 'privileges'

const missing = (side: string, privileges: readonly string[]): Fault => {
  const message = `${side}: the role of the integration lacks ${privileges.join(', ')}. Settings → System → Users & permissions → Roles.`
  return new Fault('settings', message, { side, detail: { code: CODES.privilege, [PRIVILEGES]: privileges.join(',') } })
}

/** What stands in quotes may be what the buyer wrote. */
const wordsOf = ({ detail, title, source }: Refusal): string => {
  const words = (detail || title || 'refused without a word').replaceAll(/"[^"]*"/g, '"…"').trim()
  const where = source?.pointer ? ` (${source.pointer})` : ''
  return `${words.replace(/\.$/, '')}${where}.`
}
