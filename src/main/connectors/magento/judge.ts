import { Fault } from '../../domain/fault.ts'
import { isPage } from '../http/page-fault.ts'
import { clockError, isClockWrong, serverAhead } from '../http/server-clock.ts'
import type { HttpAnswer, Ports } from '../sockets/ports.ts'
import { errorText } from './error-text.ts'
import { RIGHTS } from './facts.ts'

/** No REST service under this address: another spelling of it may have one. */
export const NO_SERVICE = 'NO-SERVICE'
/** The route or the thing is not there. */
export const NOT_FOUND = 'NOT-FOUND'
/** A resource that the integration was not given. */
export const NO_RIGHT = 'NO-RIGHT'

/** What a refusal means in Magento's own words; null leaves it to its HTTP status. */
export const createJudge =
  (ports: Pick<Ports, 'clock' | 'side'>) =>
  (answer: HttpAnswer): Fault | null => {
    const { status } = answer
    if (status < 400 || status === 408 || status === 429 || status >= 500) return null
    if (isPage(answer)) return status === 404 ? noService(ports) : null
    const text = errorText(answer.bytes)
    if (status === 401 || status === 403) return unauthorised(ports, answer, text)
    const { side } = ports
    return new Fault('refused', `${side}: ${text ?? `HTTP ${status}`}`, {
      side,
      detail: { status: String(status), text: text ?? '', ...(status === 404 ? { code: NOT_FOUND } : {}) },
    })
  }

const noService = ({ side }: Pick<Ports, 'side'>): Fault =>
  new Fault(
    'settings',
    `${side}: there is no Magento REST service under this address. Is it the address of the shop?`,
    {
      side,
      detail: { code: NO_SERVICE },
    },
  )

/** 7.2: the same status for a right that was not ticked, a key that was taken back and a clock that is wrong. */
const unauthorised = (ports: Pick<Ports, 'clock' | 'side'>, answer: HttpAnswer, text: string | null): Fault => {
  const { side } = ports
  const resource = /authorized to access (.+?)\.?$/.exec(text ?? '')?.[1]
  if (resource !== undefined) return missingRight(side, resource)
  const ahead = serverAhead(answer.headers, ports.clock.now())
  if (isClockWrong(ahead))
    return new Fault(
      'clock',
      `${side} refuses signed calls while the clock of this PC is ${clockError(ahead)}: set it right.`,
      { side },
    )
  const words = text === null ? `HTTP ${answer.status}` : text.replace(/\.$/, '')
  return new Fault('credentials', `${side} refused the four keys of the integration (${words}).`, {
    side,
    detail: { status: String(answer.status) },
  })
}

const missingRight = (side: string, resource: string): Fault => {
  const known: Readonly<Record<string, string>> = RIGHTS
  const where = known[resource]
  return new Fault(
    'settings',
    `${side}: the integration may not use ${resource}. Tick ${where === undefined ? 'it' : `"${where}"`} under System > Extensions > Integrations, save and reauthorise.`,
    { side, detail: { code: NO_RIGHT, resource } },
  )
}
