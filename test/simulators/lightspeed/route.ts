import type { Received, Reply } from '../wire.ts'
import type { Limits } from './limits.ts'
import { ApiError, notFound } from './replies.ts'
import type { Fields, Shop } from './shop.ts'

export type Answer = (shop: Shop, call: Received, ids: readonly number[], limits: Limits) => Reply

export interface Route {
  readonly method: string
  /** `#` stands for a number. */
  readonly path: string
  /** Null: every key may. */
  readonly permission: string | null
  readonly answer: Answer
}

export const bodyOf = ({ body }: Received): Fields => {
  try {
    const value: unknown = JSON.parse(body.toString())
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields // just seen
  } catch {
    // Said below.
  }
  throw new ApiError(400, 'The body is not a JSON object.')
}

/** The object under its own key, without which a change is not understood (lightspeed.md 7, 2). */
export const enveloped = (call: Received, key: string): Fields => {
  const value = bodyOf(call)[key]
  if (typeof value !== 'object' || value === null) throw new ApiError(400, `The body has no “${key}”.`)
  return value as Fields // just seen
}

export const existing = <T>(rows: ReadonlyMap<number, T>, id: number | undefined, what: string): T => {
  const row = rows.get(id ?? 0)
  if (row === undefined) throw notFound(what)
  return row
}
