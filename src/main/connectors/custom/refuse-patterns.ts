import { LINE_NAMES, ORDER_NAMES } from './canonical.ts'
import { refuseName } from './file-names.ts'
import { FILTERS } from './filters.ts'
import type { Body, Written } from './formats.ts'
import { BadPattern, type Placeholder, parsePattern } from './pattern.ts'
import type { Template } from './template.ts'
import { isList } from './write-json.ts'

/** A pattern, where it stands, and what may be inserted there. */
interface Use {
  readonly path: string
  readonly pattern: string
  readonly names: readonly string[]
}

const PAGE_NAMES = ['page', 'offset', 'cursor', 'size', 'now']
const FIND_NAMES = [...PAGE_NAMES, 'ref', 'order.ref']
const READ_NAMES = [...PAGE_NAMES, 'since', 'ids', 'refs', 'id', 'ref']
const CANCEL_NAMES = ['id', 'ref', 'order.ref', 'reason', 'now']
const SIGN_NAMES = ['method', 'path', 'body', 'date', 'login']

/** What the patterns of a template would stumble over when they are filled: said before anything is stored, as a sentence. */
export const refusePatterns = (template: Template): string | null =>
  usesOf(template)
    .map(({ path, pattern, names }) => {
      const why = refusalOf(pattern, names)
      return why === null ? null : `The template does not fit at ${path}: ${why}.`
    })
    .find((refusal) => refusal !== null) ??
  refuseNames(template) ??
  refusePaging(template) ??
  refuseBodies(template)

const usesOf = ({ interface: { auth }, createOrder, readOrders, cancelOrder, readStock }: Template): readonly Use[] => [
  ...(auth.mode === 'hmac' ? [{ path: 'interface.auth.message', pattern: auth.message, names: SIGN_NAMES }] : []),
  ...(createOrder.kind === 'http'
    ? [
        ...requestUses('createOrder', createOrder, ORDER_NAMES),
        ...writtenUses('createOrder.send', createOrder.send, ORDER_NAMES, LINE_NAMES),
        ...(createOrder.findByRef ? requestUses('createOrder.findByRef', createOrder.findByRef, FIND_NAMES) : []),
      ]
    : [
        { path: 'createOrder.name', pattern: createOrder.name, names: ORDER_NAMES },
        ...writtenUses('createOrder.file', createOrder.file, ORDER_NAMES, LINE_NAMES),
      ]),
  ...(readOrders.kind === 'http' ? requestUses('readOrders', readOrders, READ_NAMES) : []),
  ...(cancelOrder.kind === 'http' ? requestUses('cancelOrder', cancelOrder, CANCEL_NAMES) : []),
  ...(cancelOrder.kind === 'file'
    ? [
        { path: 'cancelOrder.name', pattern: cancelOrder.name, names: CANCEL_NAMES },
        ...writtenUses('cancelOrder.file', cancelOrder.file, CANCEL_NAMES),
      ]
    : []),
  ...(readStock.kind === 'http' ? requestUses('readStock', readStock, PAGE_NAMES) : []),
]

interface Request {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly send?: Written | undefined
}

const requestUses = (at: string, { path, headers, send }: Request, names: readonly string[]): readonly Use[] => [
  { path: `${at}.path`, pattern: path, names },
  ...Object.entries(headers).map(([name, pattern]) => ({ path: `${at}.headers.${name}`, pattern, names })),
  ...(send === undefined || at === 'createOrder' ? [] : writtenUses(`${at}.send`, send, names)),
]

const writtenUses = (
  at: string,
  written: Written,
  names: readonly string[],
  ofLines: readonly string[] = [],
): readonly Use[] => {
  if (written.format !== 'csv') return bodyUses(`${at}.body`, written.body, names, ofLines)
  const known = written.rowPer === 'line' ? [...names, ...ofLines] : names
  return written.columns.map(({ value }, index) => ({
    path: `${at}.columns.${index}.value`,
    ...{ pattern: value, names: known },
  }))
}

const bodyUses = (at: string, body: Body, names: readonly string[], ofLines: readonly string[]): readonly Use[] => {
  if (typeof body === 'string') return [{ path: at, pattern: body, names }]
  if (body === null || typeof body !== 'object') return []
  if (isList(body)) return body.flatMap((one, index) => bodyUses(`${at}.${index}`, one, names, ofLines))
  const { $each: each, item } = body
  if (each !== undefined) return eachUses(at, each, item, names, ofLines)
  return Object.entries(body).flatMap(([name, part]) => bodyUses(`${at}.${name}`, part, names, ofLines))
}

/** A pattern that nothing can be inserted into stands for what is wrong with a repetition itself. */
const eachUses = (
  at: string,
  each: Body,
  item: Body | undefined,
  names: readonly string[],
  ofLines: readonly string[],
): readonly Use[] =>
  each === 'order.lines' && item !== undefined && ofLines.length > 0
    ? bodyUses(`${at}.item`, item, [...names, ...ofLines], [])
    : [{ path: `${at}.$each`, pattern: '{{order.lines}}', names: [] }]

const refusalOf = (pattern: string, names: readonly string[]): string | null => {
  try {
    const placeholders = parsePattern(pattern).filter((piece) => typeof piece !== 'string')
    return placeholders.map((placeholder) => refusePlaceholder(placeholder, names)).find((why) => why !== null) ?? null
  } catch (error) {
    if (error instanceof BadPattern) return error.message
    throw error
  }
}

const refusePlaceholder = ({ name, filters }: Placeholder, names: readonly string[]): string | null => {
  if (!names.includes(name)) return `“${name}” cannot be inserted there`
  for (const { name: filter, args } of filters) {
    const known = Object.hasOwn(FILTERS, filter) ? FILTERS[filter] : undefined
    if (known === undefined) return `there is no filter “${filter}”`
    const [least, most] = known.wants
    if (args.length < least || args.length > most) return `“${filter}” has ${args.length} arguments`
    const refusal = known.refuse?.(args) ?? null
    if (refusal !== null) return refusal
  }
  return null
}

const refuseNames = ({ createOrder, cancelOrder }: Template): string | null => {
  const ofOrder = createOrder.kind === 'file' ? refuseName(createOrder.name, ['order.ref']) : null
  if (ofOrder !== null) return `The template does not fit at createOrder.name: ${ofOrder}.`
  const ofRequest = cancelOrder.kind === 'file' ? refuseName(cancelOrder.name, ['ref', 'order.ref', 'id']) : null
  return ofRequest === null ? null : `The template does not fit at cancelOrder.name: ${ofRequest}.`
}

/** Only a document has a place beside its items where it could say how it goes on. */
const refusePaging = ({ createOrder, readOrders, readStock }: Template): string | null => {
  const lists = [
    ['createOrder.findByRef', createOrder.kind === 'http' ? createOrder.findByRef : undefined],
    ['readOrders', readOrders.kind === 'http' ? readOrders : undefined],
    ['readStock', readStock.kind === 'http' ? readStock : undefined],
  ] as const
  for (const [path, list] of lists) {
    if (list === undefined || list.paging.by === 'nothing') continue
    const { by } = list.paging
    const isTable = list.answer.format === 'csv' || list.answer.format === 'json-lines'
    if ((by === 'cursor' || by === 'link') && isTable)
      return `The template does not fit at ${path}.paging: ${list.answer.format} has no place for “next”.`
    if (by !== 'link' && !JSON.stringify(list).includes(`{{${by}`))
      return `The template does not fit at ${path}.paging: nothing is asked with {{${by}}}.`
  }
  return null
}

/** No client sends anything with a GET. */
const refuseBodies = ({ readOrders, cancelOrder, readStock }: Template): string | null => {
  const asked = Object.entries({ readOrders, cancelOrder, readStock })
  const [path] = asked.find(([, one]) => one.kind === 'http' && one.method === 'GET' && one.send !== undefined) ?? []
  return path === undefined ? null : `The template does not fit at ${path}.send: a GET sends nothing.`
}
