import type { Reply } from '../wire.ts'
import { type Columns, EMPTY, elementOf, RESOURCES, toValue, type Value } from './columns.ts'
import { child, parseXml, type XmlNode } from './parse-xml.ts'
import { EMPTY_404, errorReply, type WebserviceError } from './replies.ts'
import type { CartRow, Row, Tables } from './tables.ts'

/** What a body asks for, once it has been found in order. */
export interface Written {
  readonly values: Readonly<Record<string, Value>>
  readonly cartRows: readonly CartRow[] | null
}

type Method = 'POST' | 'PUT' | 'PATCH'

const refusal = (status: number, ...errors: readonly WebserviceError[]): Reply => errorReply(status, true, ...errors)
export const isReply = (value: Written | Reply): value is Reply => 'status' in value

/**
 * Reads and validates a body; only the first problem is told (prestashop.md 1.6). PUT empties what is left out, PATCH and POST do not; fields that
 * nobody knows are ignored.
 */
export const readBody = (
  tables: Tables,
  method: Method,
  resource: string,
  id: number | null,
  body: string,
): Written | Reply => {
  const root = parseXml(body)
  if (root === null || root.name !== 'prestashop') {
    return refusal(
      500,
      [127, 'XML error : String could not be parsed as XML'],
      [3, '[PHP Warning #2] in /var/www/shop/classes/webservice'],
    )
  }
  const element = child(root, elementOf(resource)) ?? root.children[0]
  if (element === undefined) return refusal(400, [90, 'id is required when modifying a resource'])
  const sentId = child(element, 'id')?.text ?? ''
  if (method === 'POST' && sentId !== '') return refusal(400, [91, 'id is forbidden when adding a new resource'])
  if (method !== 'POST' && sentId === '') return refusal(400, [90, 'id is required when modifying a resource'])
  const target = method === 'POST' ? null : tables.get(resource, Number(sentId))
  if (target === undefined || (id !== null && Number(sentId) !== id)) return EMPTY_404

  const columns = RESOURCES[resource] ?? {}
  const values = readFields(method, columns, element, target)
  if (isProblem(values)) return refusal(400, values)
  return { values, cartRows: readCartRows(element) }
}

const isProblem = (values: Readonly<Record<string, Value>> | WebserviceError): values is WebserviceError =>
  Array.isArray(values)

const readFields = (
  method: Method,
  columns: Columns,
  element: XmlNode,
  target: Row | null,
): Readonly<Record<string, Value>> | WebserviceError => {
  const values: Record<string, Value> = {}
  for (const [name, column] of Object.entries(columns)) {
    const sent = child(element, name)
    if (sent !== undefined && column.readOnly)
      return [93, `parameter "${name}" not writable. Please remove this attribute of this XML`]
    if (sent === undefined || sent.text === '') {
      if (column.required && method !== 'PATCH') return [41, `parameter "${name}" required`]
      // A password that is known is not asked for again, and never emptied.
      if (!column.hidden && !column.dynamic && (method === 'PUT' || sent !== undefined))
        values[name] = EMPTY[column.kind]
      continue
    }
    const value = toValue(column, sent.text)
    const isTooLong = column.size !== undefined && [...sent.text].length > column.size
    if (value === null || isTooLong || column.valid?.test(sent.text) === false)
      return [85, `Validation error: "Property ${name} is not valid"`]
    values[name] = value
  }
  return { ...(target === null ? {} : { id: target.id }), ...values }
}

/** Null: no word about rows, which leaves them; an empty element wipes them (7). */
const readCartRows = (element: XmlNode): readonly CartRow[] | null => {
  const rows = child(child(element, 'associations'), 'cart_rows')
  if (rows === undefined) return null
  const number = (row: XmlNode, name: string): number => Number(child(row, name)?.text ?? 0)
  return rows.children.map((row) => ({
    id_product: number(row, 'id_product'),
    id_product_attribute: number(row, 'id_product_attribute'),
    quantity: number(row, 'quantity'),
  }))
}
