import { z } from 'zod'
import { METHOD_ROLES } from '../../domain/delivery-mode.ts'

/**
 * How orders go to a back office that has no connector of its own, and how state and stock come back (custom-backoffice.md part B). It says
 * how, never where or who: addresses and secrets are fields of the form, so that a template can be handed on.
 */

/** A text with `{{placeholders}}` (`fill.ts`). */
const Pattern = z.string()
/** Where a value stands in an answer: `$.items[*].id` in JSON, `orders/order/@id` in XML, the name or number of a column (`read-at.ts`). */
const Path = z.string().min(1)

/** A structure of JSON or XML with placeholders in its texts, and `{ "$each": "order.lines", "item": … }` where lines are repeated. */
export type Body = string | number | boolean | null | readonly Body[] | { readonly [name: string]: Body }
const Body: z.ZodType<Body> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(Body), z.record(z.string(), Body)]),
)

const Separator = z.enum([';', ',', '\t', '|'])
const Encoding = z.enum(['utf-8', 'utf-8-bom', 'windows-1252'])
const Decimal = z.enum(['.', ','])

/** A file, or the body of a request, as it goes out. */
const Written = z.discriminatedUnion('format', [
  z.strictObject({
    format: z.literal('csv'),
    separator: Separator.default(';'),
    header: z.boolean().default(true),
    lineEnd: z.enum(['crlf', 'lf']).default('crlf'),
    /** A row for each line of the order, or one for all of it. */
    rowPer: z.enum(['line', 'order']).default('line'),
    /** A cell that a spreadsheet would take for a formula gets an apostrophe. */
    forSpreadsheet: z.boolean().default(false),
    columns: z.array(z.strictObject({ name: z.string(), value: Pattern })).min(1),
  }),
  z.strictObject({ format: z.literal('json'), body: Body }),
  /** One member, the root; names that begin with `@` are attributes. */
  z.strictObject({ format: z.literal('xml'), body: Body }),
])
export type Written = z.infer<typeof Written>

/** A file, or an answer, as it comes in. */
const Read = z.discriminatedUnion('format', [
  z.strictObject({ format: z.literal('csv'), separator: Separator.default(';'), header: z.boolean().default(true) }),
  z.strictObject({ format: z.literal('json'), items: Path.default('$') }),
  z.strictObject({ format: z.literal('json-lines') }),
  z.strictObject({ format: z.literal('xml'), items: Path }),
])
export type Read = z.infer<typeof Read>

/** Which of our fields stands where in an item or row; `{ "always": … }` for what they do not tell. */
const From = z.union([Path, z.strictObject({ always: z.string() })])
export type From = z.infer<typeof From>

const StateMap = z.strictObject({
  /** Either of the two says which order it is. */
  ref: From.optional(),
  remoteId: From.optional(),
  number: From.optional(),
  url: From.optional(),
  state: From,
  total: From.optional(),
  postcode: From.optional(),
  shippedAt: From.optional(),
  /** Several values, or several rows, are several parcels. */
  trackingNumber: From.optional(),
  carrier: From.optional(),
  trackingUrl: From.optional(),
  /** What a parcel holds, or what is left in the order, where each has rows of its own. */
  sku: From.optional(),
  quantity: From.optional(),
  /** Parcels that stand as a list within the item; the paths of `map` are within one of them. */
  parcels: z
    .strictObject({
      items: Path,
      map: z.strictObject({
        trackingNumber: From.optional(),
        carrier: From.optional(),
        trackingUrl: From.optional(),
        lines: z.strictObject({ items: Path, map: z.strictObject({ sku: From, quantity: From }) }).optional(),
      }),
    })
    .optional(),
  /** The lines of the order within the item. */
  lines: z.strictObject({ items: Path, map: z.strictObject({ sku: From, quantity: From }) }).optional(),
})
export type StateMap = z.infer<typeof StateMap>

const StockMap = z.strictObject({ sku: From, quantity: From, title: From.optional() })
export type StockMap = z.infer<typeof StockMap>

const Request = {
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  /** Joined to the address of the form; may bring a query. */
  path: Pattern,
  headers: z.record(z.string(), Pattern).default({}),
}

/** How an answer goes on; `{{page}}`, `{{offset}}` and `{{cursor}}` may stand in the path. */
const Paging = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('nothing') }),
  /** The last page has fewer items than `size`. */
  z.strictObject({ by: z.enum(['page', 'offset']), size: z.int().min(1).max(10_000), first: z.int().default(1) }),
  z.strictObject({ by: z.literal('cursor'), next: Path }),
  /** A whole address, of the same host. */
  z.strictObject({ by: z.literal('link'), next: Path }),
])
export type Paging = z.infer<typeof Paging>

const once = { by: 'nothing' } as const

const FileOut = {
  kind: z.literal('file'),
  /** Below the folder of the form. */
  folder: z.string().default(''),
  name: Pattern,
  file: Written,
}
const FileIn = {
  kind: z.literal('file'),
  folder: z.string().default(''),
  /** With `*` for any signs: `shipments_*.csv`. */
  name: z.string().min(1),
  file: Read,
}

const CreateOrder = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('http'),
    ...Request,
    method: z.enum(['POST', 'PUT']),
    send: Written,
    answer: Read.default({ format: 'json', items: '$' }),
    /** Anything else is a refusal (4xx) or a doubt. */
    success: z.array(z.int().min(200).max(299)).min(1).default([200, 201]),
    /** Something else than a status says it was taken: `$.validated` must be `true`. */
    mustSay: z.strictObject({ at: Path, value: z.string(), otherwise: Path.optional() }).optional(),
    remoteId: Path,
    number: Path.optional(),
    /** "There is one already" is as good as created. */
    existsStatus: z.int().min(400).max(499).optional(),
    /** A header that bears the same key for the same order: the other side makes one of two. */
    idempotencyHeader: z.string().optional(),
    /** Looks an order up by our reference. Without it a creation in doubt waits for the seller. */
    findByRef: z
      .strictObject({
        ...Request,
        answer: Read,
        paging: Paging.default(once),
        map: StateMap,
        absentStatus: z.int().optional(),
      })
      .optional(),
  }),
  z.strictObject({
    ...FileOut,
    /** What the other side says it took or refused. */
    acknowledgement: z
      .strictObject({
        ...FileIn,
        map: z.strictObject({ ref: From, remoteId: From.optional(), result: From, message: From.optional() }),
        /** Words of `result` that mean taken; any other is a refusal. */
        taken: z.array(z.string()).min(1),
      })
      .optional(),
  }),
])

const ReadOrders = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('http'),
    ...Request,
    method: z.enum(['GET', 'POST']),
    send: Written.optional(),
    answer: Read,
    /** `all`: every order since `{{since}}`, the oldest that is open. `byIds`: `{{ids}}`, `batch` at a time. `byId`: `{{id}}`. */
    ask: z.enum(['all', 'byIds', 'byId']),
    batch: z.int().min(1).max(500).default(50),
    paging: Paging.default(once),
    /** With `byId`: this status says that it is not there. */
    absentStatus: z.int().default(404),
    map: StateMap,
  }),
  z.strictObject({ ...FileIn, map: StateMap }),
])

const CancelOrder = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('http'),
    ...Request,
    send: Written.optional(),
    success: z.array(z.int().min(200).max(299)).min(1).default([200, 204]),
    /** These mean: it has left, or is packed. */
    declinedStatuses: z.array(z.int().min(400).max(499)).default([409]),
    message: Path.optional(),
  }),
  z.strictObject(FileOut),
  z.strictObject({ kind: z.literal('manual') }),
])

const ReadStock = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('http'),
    ...Request,
    method: z.enum(['GET', 'POST']),
    send: Written.optional(),
    answer: Read,
    paging: Paging.default(once),
    map: StockMap,
  }),
  z.strictObject({ ...FileIn, map: StockMap, maxAgeHours: z.int().min(1).max(720).default(26) }),
  z.strictObject({ kind: z.literal('none') }),
])

const Auth = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.enum(['none', 'basic', 'bearer']) }),
  /** The secret of the form, in a header or in the query. */
  z.strictObject({ mode: z.enum(['header', 'query']), name: z.string().min(1) }),
  z.strictObject({ mode: z.literal('oauth2'), tokenPath: z.string().min(1), scope: z.string().optional() }),
  z.strictObject({
    mode: z.literal('hmac'),
    algorithm: z.enum(['sha256', 'sha512']),
    /** Of `{{method}}`, `{{path}}`, `{{body}}`, `{{date}}`, `{{login}}`. */
    message: Pattern,
    header: z.string().min(1),
    encoding: z.enum(['hex', 'base64']),
    dateHeader: z.string().optional(),
    loginHeader: z.string().optional(),
  }),
])
export type Auth = z.infer<typeof Auth>

export const STATE_WORDS = [
  'open',
  'processing',
  'partially_shipped',
  'shipped',
  'completed',
  'cancelled',
  'returned',
  'ignore',
] as const
export type StateWord = (typeof STATE_WORDS)[number]

export const Template = z.strictObject({
  format: z.literal(1),
  title: z.string().max(200),
  note: z.string().max(2_000).optional(),
  interface: z
    .strictObject({
      auth: Auth.default({ mode: 'none' }),
      headers: z.record(z.string(), z.string()).default({}),
      callsPerSecond: z.number().min(0.01).max(20).default(1),
      timeoutSeconds: z.int().min(1).max(300).default(30),
    })
    .prefault({}),
  files: z
    .strictObject({
      encoding: Encoding.default('utf-8'),
      decimal: Decimal.default('.'),
      /** Where a file goes that was read, and one that could not be. */
      processed: z.string().min(1).default('processed'),
      rejected: z.string().min(1).default('rejected'),
      /** A file is whole when its size has not changed for so long. */
      settleSeconds: z.int().min(1).max(600).default(5),
    })
    .prefault({}),
  createOrder: CreateOrder,
  readOrders: ReadOrders,
  cancelOrder: CancelOrder.default({ kind: 'manual' }),
  readStock: ReadStock.default({ kind: 'none' }),
  /** Their words for the state of an order, compared without case; one that is not here leaves the order open. */
  states: z.record(z.string(), z.enum(STATE_WORDS)),
  /** Their words for a carrier, as the carrier is to be called. */
  carriers: z.record(z.string(), z.string()).default({}),
  methods: z
    .array(z.strictObject({ id: z.string().min(1), title: z.string().min(1), serves: z.array(z.enum(METHOD_ROLES)) }))
    .min(1)
    .default([
      { id: 'standard', title: 'Standard', serves: ['standard'] },
      { id: 'signed', title: 'Signed for', serves: ['signed'] },
      { id: 'express', title: 'Express', serves: ['express'] },
      { id: 'relay', title: 'Relay point', serves: ['relay'] },
    ]),
})
export type Template = z.infer<typeof Template>

type Of<Operation, Kind> = Extract<Operation, { readonly kind: Kind }>
export type CreateByHttp = Of<Template['createOrder'], 'http'>
export type CreateByFile = Of<Template['createOrder'], 'file'>
export type ReadByHttp = Of<Template['readOrders'], 'http'>
export type ReadByFile = Of<Template['readOrders'], 'file'>
export type CancelByHttp = Of<Template['cancelOrder'], 'http'>
export type CancelByFile = Of<Template['cancelOrder'], 'file'>
export type StockByHttp = Of<Template['readStock'], 'http'>
export type StockByFile = Of<Template['readStock'], 'file'>
