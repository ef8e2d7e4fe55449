import { z } from 'zod'
import { Fault } from '../../domain/fault.ts'
import { isPage } from '../http/page-fault.ts'
import type { HttpAnswer } from '../sockets/ports.ts'

const ErrorAnswer = z.object({ message: z.string().min(1) })
const LONGEST = 300

/** What Cubyn's own error answers mean (cubyn.md 8); null leaves an answer to its HTTP status. `detail.status` 404: not there. */
export const judgeAnswers =
  (side: string) =>
  (answer: HttpAnswer): Fault | null => {
    const { status } = answer
    if (status < 400 || status >= 500 || status === 408 || status === 429) return null
    const detail = { status: String(status) }
    const said = messageOf(answer)
    if (status === 401 || status === 403) {
      // A firewall's page knows nothing of our key.
      return isPage(answer)
        ? null
        : new Fault('credentials', `${side} refused the application key (HTTP ${status}).`, { side, detail })
    }
    if (said !== null) return new Fault('refused', `${side} says: “${said}”`, { side, detail })
    // What is not there is told in JSON: anything else means that the service is.
    return status === 404
      ? new Fault('unreadable', `${side} has no such address any more (HTTP 404).`, {
          side,
          detail: { ...detail, code: 'page' },
        })
      : null
  }

/** True where Cubyn said in its own words that there is no such thing. */
export const isNotThere = (fault: Fault): boolean => fault.kind === 'refused' && fault.detail['status'] === '404'

const messageOf = ({ bytes }: HttpAnswer): string | null => {
  try {
    return ErrorAnswer.parse(JSON.parse(new TextDecoder().decode(bytes))).message.slice(0, LONGEST)
  } catch {
    return null
  }
}
