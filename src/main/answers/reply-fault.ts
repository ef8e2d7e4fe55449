import type { ReplyFault } from '../../preload/contract/reply.ts'
import { Fault } from '../domain/fault.ts'

export interface FaultLog {
  error(text: string, facts?: Readonly<Record<string, unknown>>): void
}

/** A fault is told as it is; anything else is a bug: logged whole, shown as one plain sentence. */
export const toReplyFault = (error: unknown, channel: string, log: FaultLog): ReplyFault => {
  if (error instanceof Fault) {
    const { kind, message, detail } = error
    return { kind, message, field: detail['field'] ?? null }
  }
  log.error(`${channel} failed`, { error })
  return {
    kind: 'bug',
    message: 'This did not work, and the cause lies in Navette. The log has the details.',
    field: null,
  }
}

export const badInput = (message: string, field: string | null): ReplyFault => ({ kind: 'bad-input', message, field })
