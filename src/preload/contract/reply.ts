import * as z from 'zod/mini'
import type { ViewOf } from './endpoint.ts'

/** `bad-input`: the question itself was wrong. `bug`: ours; the log has it whole. The others are the faults of the domain. */
export const ReplyFaultKind = z.enum([
  'credentials',
  'busy',
  'quota',
  'unreachable',
  'refused',
  'unreadable',
  'settings',
  'clock',
  'stale',
  'bad-input',
  'bug',
])

export const ReplyFault = z.object({
  kind: ReplyFaultKind,
  /** A sentence for the seller. */
  message: z.string(),
  /** The field of the form it belongs to, as a path (`values.login`); null when it is about none. */
  field: z.nullable(z.string()),
})
export type ReplyFault = ViewOf<typeof ReplyFault>

/** Every answer that crosses. The window reads `ok` and never catches. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: ReplyFault }
