import { z } from 'zod'
import { From, HeaderName, Path, Pattern, Read, Written } from './formats.ts'
import { StateMap, StockMap } from './maps.ts'

const Request = {
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  /** Joined to the address of the form; may bring a query. */
  path: Pattern,
  headers: z.record(HeaderName, Pattern).default({}),
}

/** How an answer goes on; `{{page}}`, `{{offset}}` and `{{cursor}}` may stand in the path. */
const Paging = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('nothing') }),
  z.strictObject({
    by: z.enum(['page', 'offset']),
    size: z.int().min(1).max(10_000),
    /** Where pages begin to count; an offset begins at 0. */
    first: z.int().min(0).default(1),
    /** `short` spares a call where the other side surely gives `size` items a page, and fewer only on the last. */
    stopWhen: z.enum(['empty', 'short']).default('empty'),
  }),
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

export const CreateOrder = z.discriminatedUnion('kind', [
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
    /** What they call it. Without one they know it by our reference. */
    remoteId: Path.optional(),
    number: Path.optional(),
    /** "There is one already" is as good as created. */
    existsStatus: z.int().min(400).max(499).optional(),
    /** A header that bears the same key for the same order: the other side makes one of two. */
    idempotencyHeader: HeaderName.optional(),
    /** Looks an order up by our reference. Without it a creation in doubt waits for the seller. */
    findByRef: z
      .strictObject({
        ...Request,
        answer: Read,
        paging: Paging.default(once),
        map: StateMap.required({ ref: true }),
        /** This status says that there is none. */
        absentStatus: z.int().min(400).max(499).optional(),
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

export const ReadOrders = z.discriminatedUnion('kind', [
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
    absentStatus: z.int().min(400).max(499).default(404),
    map: StateMap,
  }),
  z.strictObject({ ...FileIn, map: StateMap }),
])

export const CancelOrder = z.discriminatedUnion('kind', [
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

export const ReadStock = z.discriminatedUnion('kind', [
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
