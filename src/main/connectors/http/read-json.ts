import type { z } from 'zod'
import { Fault } from '../../domain/fault.ts'
import type { HttpAnswer } from '../sockets/ports.ts'
import { isPage } from './page-fault.ts'

interface Source {
  /** Whom the answer comes from, as the seller knows it. */
  readonly side: string
  readonly host: string
  /** The call only read: whatever its answer was, nothing happened. */
  readonly safe: boolean
}

/** The answer as the schema wants it; a `Fault` unreadable that names the host and the field otherwise, never the value. */
export const readJson = <T>(answer: Pick<HttpAnswer, 'bytes'>, schema: z.ZodType<T>, source: Source): T => {
  const parsed = schema.safeParse(parse(answer.bytes, source))
  if (parsed.success) return parsed.data
  const [first] = parsed.error.issues
  const path = first?.path.map(String).join('.') || 'the whole answer'
  throw unreadable(source, `in an unexpected shape (${path}: ${first?.code ?? 'invalid'})`, { path })
}

const parse = (bytes: Uint8Array, source: Source): unknown => {
  if (bytes.byteLength === 0) throw unreadable(source, 'nothing')
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    // The parser's own message quotes the answer, and with it a buyer.
    throw unreadable(source, isPage({ bytes }) ? 'a web page instead of data' : 'something that is not JSON')
  }
}

const unreadable = ({ side, host, safe }: Source, what: string, detail: Readonly<Record<string, string>> = {}): Fault =>
  new Fault('unreadable', `${side} (${host}) answered ${what}.`, {
    side,
    outcome: safe ? 'not-done' : 'unknown',
    detail: { host, ...detail },
  })
