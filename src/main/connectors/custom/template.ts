import { z } from 'zod'
import { METHOD_ROLES } from '../../domain/delivery-mode.ts'
import { Decimal, Encoding, HeaderName, Pattern } from './formats.ts'
import { CancelOrder, CreateOrder, ReadOrders, ReadStock } from './operation-templates.ts'

/**
 * How orders go to a back office that has no connector of its own, and how state and stock come back (custom-backoffice.md part B). It says
 * how, never where or who: addresses and secrets are fields of the form, so that a template can be handed on.
 */

const Auth = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.enum(['none', 'basic', 'bearer']) }),
  /** The secret of the form, in a header or in the query. */
  z.strictObject({ mode: z.literal('header'), name: HeaderName }),
  z.strictObject({ mode: z.literal('query'), name: z.string().min(1) }),
  z.strictObject({ mode: z.literal('oauth2'), tokenPath: z.string().min(1), scope: z.string().optional() }),
  z.strictObject({
    mode: z.literal('hmac'),
    algorithm: z.enum(['sha256', 'sha512']),
    /** Of `{{method}}`, `{{path}}`, `{{body}}`, `{{date}}`, `{{login}}`. */
    message: Pattern,
    header: HeaderName,
    encoding: z.enum(['hex', 'base64']),
    dateHeader: HeaderName.optional(),
    dateAs: z.enum(['iso', 'seconds', 'milliseconds']).default('iso'),
    loginHeader: HeaderName.optional(),
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
      headers: z.record(HeaderName, z.string().regex(/^[\t -~]*$/, 'a header holds ASCII only')).default({}),
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
