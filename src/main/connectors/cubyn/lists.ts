import { z } from 'zod'
import { Fault } from '../../domain/fault.ts'
import type { JsonReply } from '../http/json-calls.ts'
import { fieldsOf, Row, valueNamed } from './named-fields.ts'
import type { Names } from './names.ts'

/** A list, alone or in an object around it. */
export const ListAnswer = z.union([z.array(Row), Row])

/** One page, and how long the whole list is; null where that is not told. */
export interface Page {
  readonly rows: readonly Row[]
  readonly total: number | null
}

export const toPage = ({ value, headers }: JsonReply<z.infer<typeof ListAnswer>>, names: Names, side: string): Page => {
  const rows = z.array(Row).safeParse(Array.isArray(value) ? value : valueNamed(value, names.list))
  const text = headers.get('x-total-count') ?? ''
  if (rows.success) return { rows: rows.data, total: /^\d+$/.test(text) ? Number(text) : null }
  throw notNamed(side, 'a list', Array.isArray(value) ? {} : value)
}

/** Something stands under none of the names it is known by: nothing is concluded from that, and the fields that are there are told. */
export const notNamed = (side: string, what: string, row: Row): Fault => {
  const fields = fieldsOf(row)
  const message = `${side} shows ${what} under no name that Navette knows. It shows: ${fields}. Send this sentence to support for a correction.`
  return new Fault('unreadable', message, { side, detail: { fields } })
}
