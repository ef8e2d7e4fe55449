import type { Reply } from '../wire.ts'
import { type Columns, EMPTY, elementOf, RESOURCES, type Value } from './columns.ts'
import { isDate, sorted, toTest } from './filtering.ts'
import { EMPTY_404, errorReply, jsonReply, xmlReply } from './replies.ts'
import type { Row, Tables } from './tables.ts'

type Shown = Readonly<Record<string, unknown>>

/** Answers a GET on a resource, or on one row of it. */
export const read = (tables: Tables, resource: string, id: number | null, query: URLSearchParams): Reply => {
  const isJson = query.get('output_format') === 'JSON' || query.get('io_format') === 'JSON'
  const columns: Columns = { id: { kind: 'id' }, ...RESOURCES[resource] }
  if (id !== null && tables.get(resource, id) === undefined) return EMPTY_404
  const display = displayed(columns, query.get('display'), id)
  if (typeof display === 'string') return errorReply(500, isJson, [35, `Unable to display this field "${display}".`])

  let rows = id === null ? [...tables.all(resource)] : [tables.need(resource, id)]
  for (const [name, value] of query) {
    const [, field] = /^filter\[(\w+)\]$/.exec(name) ?? []
    if (field === undefined) continue
    const column = columns[field]
    if (column === undefined || (isDate(column.kind) && query.get('date') !== '1'))
      return errorReply(500, isJson, [32, `This filter does not exist. Filter: ${field}`])
    if (column.dynamic) return errorReply(500, isJson, [34, `The dynamic field ${field} can't be filtered`])
    const test = toTest(value)
    rows = rows.filter((row) => test(row[field] ?? ''))
  }
  for (const part of (query.get('sort') ?? '')
    .replace(/^\[|\]$/g, '')
    .split(',')
    .filter(Boolean)
    .reverse()) {
    const [, field = '', way] = /^(\w+?)(?:_(ASC|DESC))?$/.exec(part) ?? []
    const column = columns[field]
    if (column === undefined || (isDate(column.kind) && query.get('date') !== '1'))
      return errorReply(500, isJson, [38, `Unable to sort by this field: ${field}`])
    rows = sorted(rows, field, way === 'DESC')
  }
  rows = limited(rows, query.get('limit'))

  const isSingle = id !== null && query.get('display') === null
  const shown = rows.map((row) => show(tables, resource, columns, row, display, query))
  if (!isJson) return xmlReply(shown.map((row) => toXml(elementOf(resource), row)).join(''))
  const [only = {}] = shown
  // The single form loses everything that is empty (1.5).
  if (isSingle) return jsonReply({ [elementOf(resource)]: withoutEmpty(only) })
  return jsonReply(shown.length === 0 ? [] : { [resource]: shown })
}

/** The columns to show; the name of one that does not exist. */
const displayed = (columns: Columns, display: string | null, id: number | null): readonly string[] | string => {
  const visible = Object.keys(columns).filter((name) => !columns[name]?.hidden)
  if (display === 'full' || (display === null && id !== null)) return visible
  if (display === null) return ['id']
  const names = display.replace(/^\[|\]$/g, '').split(',')
  return names.find((name) => !visible.includes(name)) ?? names
}

/** A limit that is no number gives nothing, without an error. */
const limited = (rows: Row[], limit: string | null): Row[] => {
  if (limit === null) return rows
  const [first = '', second] = limit.split(',')
  const [offset, count] = second === undefined ? [0, Number(first)] : [Number(first), Number(second)]
  return Number.isNaN(offset) || Number.isNaN(count) ? [] : rows.slice(offset, offset + count)
}

const show = (
  tables: Tables,
  resource: string,
  columns: Columns,
  row: Row,
  display: readonly string[],
  query: URLSearchParams,
): Shown => {
  const fields = Object.fromEntries(
    display.map((name) => [name, shownValue(tables, resource, columns, row, name, query.get('language'))]),
  )
  return display.length < Object.keys(columns).filter((name) => !columns[name]?.hidden).length
    ? fields
    : { ...fields, ...associations(tables, resource, row) }
}

const shownValue = (
  tables: Tables,
  resource: string,
  columns: Columns,
  row: Row,
  name: string,
  language: string | null,
): unknown => {
  const column = columns[name]
  const value = row[name] ?? (column ? EMPTY[column.kind] : '')
  if (resource === 'orders' && name === 'shipping_number')
    return tables.all('order_carriers').find((one) => one['id_order'] === row.id)?.['tracking_number'] ?? ''
  if (column?.kind !== 'i18n' || (language !== null && /^\d+$/.test(language))) return value
  return tables.all('languages').map(({ id }) => ({ id: String(id), value }))
}

const associations = (tables: Tables, resource: string, row: Row): Shown => {
  const rows: Readonly<Record<string, () => readonly Shown[]>> = {
    orders: () =>
      tables
        .all('order_details')
        .filter((detail) => detail['id_order'] === row.id)
        .map(({ id, product_id, product_attribute_id, product_quantity, product_reference }) => ({
          // In associations, ids and counts come as texts.
          ...{ id: String(id), product_id: String(product_id), product_attribute_id: String(product_attribute_id) },
          ...{ product_quantity: String(product_quantity), product_reference },
        })),
    carts: () => (tables.cartRows.get(row.id) ?? []).map((cartRow) => ({ ...cartRow })),
  }
  const its = rows[resource]?.() ?? []
  const name = resource === 'orders' ? 'order_rows' : 'cart_rows'
  return its.length === 0 ? {} : { associations: { [name]: its } }
}

const withoutEmpty = (row: Shown): Shown =>
  Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== '' && value !== '0' && value !== 0 && value !== null),
  )

const toXml = (name: string, row: Shown): string =>
  `<${name}>${Object.entries(row)
    .map(([field, value]) =>
      Array.isArray(value) || typeof value === 'object' ? '' : `<${field}><![CDATA[${String(value)}]]></${field}>`,
    )
    .join('')}</${name}>`

export const echoed = (resource: string, row: Readonly<Record<string, Value>>): Reply =>
  jsonReply(
    // In the answer to a POST everything is a text (1.5).
    {
      [elementOf(resource)]: withoutEmpty(
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)])),
      ),
    },
    201,
  )
