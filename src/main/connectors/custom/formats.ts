import { z } from 'zod'

/** A text with `{{placeholders}}` (`fill.ts`). */
export const Pattern = z.string()
/** Where a value stands in an answer: `$.items[*].id` in JSON, `orders/order/@id` in XML, the name or number of a column (`read-at.ts`). */
export const Path = z.string().min(1)

/** RFC 9110, 5.1. */
export const HeaderName = z.string().regex(/^[\w!#$%&'*+.^`|~-]+$/, 'no header can be called so')

/** A structure of JSON or XML with placeholders in its texts, and `{ "$each": "order.lines", "item": … }` where lines are repeated. */
export type Body = string | number | boolean | null | readonly Body[] | { readonly [name: string]: Body }
export const Body: z.ZodType<Body> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(Body), z.record(z.string(), Body)]),
)

const Separator = z.enum([';', ',', '\t', '|'])
export const Encoding = z.enum(['utf-8', 'utf-8-bom', 'windows-1252'])
export type Encoding = z.infer<typeof Encoding>
export const Decimal = z.enum(['.', ','])
export type Decimal = z.infer<typeof Decimal>

/** A file, or the body of a request, as it goes out. */
export const Written = z.discriminatedUnion('format', [
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
export const Read = z.discriminatedUnion('format', [
  z.strictObject({ format: z.literal('csv'), separator: Separator.default(';'), header: z.boolean().default(true) }),
  z.strictObject({ format: z.literal('json'), items: Path.default('$') }),
  z.strictObject({ format: z.literal('json-lines') }),
  z.strictObject({ format: z.literal('xml'), items: Path }),
])
export type Read = z.infer<typeof Read>

/** Which of our fields stands where in an item or row; `{ "always": … }` for what they do not tell. */
export const From = z.union([Path, z.strictObject({ always: z.string() })])
export type From = z.infer<typeof From>
