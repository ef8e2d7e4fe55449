import * as z from 'zod/mini'
import { endpoint, type ViewOf } from './endpoint.ts'
import { CheckView, ChoiceView, FieldValues, FieldView, Id, Label } from './shapes.ts'

const OfficeKind = z.enum(['webshop', 'warehouse', 'built-in'])

/** A form that is filled in already; never with a secret. */
export const PresetView = z.object({
  id: z.string(),
  title: z.string(),
  note: z.nullable(z.string()),
  /** For whoever built the outside: one text for each language, by its code. */
  questions: z.record(z.string(), z.string()),
  values: z.record(z.string(), z.string()),
})
export type PresetView = ViewOf<typeof PresetView>

/** One operation as it would run. It may hold a buyer's data: shown, and kept nowhere. */
export const PreviewView = z.object({
  title: z.string(),
  /** What would go out, or came in last; null: nothing came in yet. */
  text: z.nullable(z.string()),
  /** What was read of it, under our own names; null for what goes out. */
  rows: z.nullable(z.array(z.record(z.string(), z.string()))),
  problem: z.nullable(z.string()),
})
export type PreviewView = ViewOf<typeof PreviewView>

export const OfficePreview = z.object({
  /** What was shown; `id` null: an invented one, because there is no order yet. */
  order: z.object({ id: z.nullable(z.int()), reference: z.string() }),
  /** The latest orders that can be shown instead. */
  orders: z.array(z.object({ id: z.int(), reference: z.string(), purchasedAt: z.string() })),
  previews: z.array(PreviewView),
})
export type OfficePreview = ViewOf<typeof OfficePreview>

export const BackOfficeKindView = z.object({
  id: z.string(),
  title: z.string(),
  kind: OfficeKind,
  fields: z.array(FieldView),
  /** Fields of its products that may hold the marketplace's SKU; the first is the default. */
  skuSources: z.array(z.string()),
  presets: z.array(PresetView),
  /** Shows what would go out before anything does. */
  previews: z.boolean(),
  testOrders: z.boolean(),
  /** Without it, an order whose creation is in doubt is never created again by itself. */
  lookUp: z.boolean(),
  /** What to know before relying on it, as sentences. */
  caution: z.nullable(z.string()),
})
export type BackOfficeKindView = ViewOf<typeof BackOfficeKindView>

export const BackOfficeView = z.object({
  id: z.int(),
  label: z.string(),
  /** Id and name of its connector. */
  kind: z.string(),
  title: z.string(),
  officeKind: OfficeKind,
  /** Its fields, without secrets. */
  settings: z.record(z.string(), z.string()),
  /** Names of the secrets that are kept; never their values. */
  secretsSet: z.array(z.string()),
  /** Connections it serves. */
  connectionIds: z.array(z.int()),
  skuSources: z.array(z.string()),
})
export type BackOfficeView = ViewOf<typeof BackOfficeView>

export const DeliveryMethodView = z.object({
  id: z.string(),
  title: z.string(),
  serves: z.array(z.enum(['standard', 'signed', 'express', 'relay'])),
})
export type DeliveryMethodView = ViewOf<typeof DeliveryMethodView>

const one = z.object({ id: Id })

const shownFor = {
  /** Null: the latest one. */
  orderId: z.nullable(Id),
  /** Nobody pressed for it, the form was changed: half a path may stand there, so whatever is more than reading is left out. */
  following: z.boolean(),
}

export const backOfficesContract = {
  /** The kinds there are, This PC first, with the fields to draw their form from. */
  kinds: endpoint(z.void(), z.array(BackOfficeKindView)),
  list: endpoint(z.void(), z.array(BackOfficeView)),
  /** The named checks of one that is not kept yet. */
  check: endpoint(z.object({ kind: z.string(), values: FieldValues }), z.array(CheckView)),
  add: endpoint(z.object({ kind: z.string(), label: Label, values: FieldValues }), BackOfficeView),
  change: endpoint(
    z.object({ id: Id, label: z.exactOptional(Label), settings: z.exactOptional(FieldValues) }),
    BackOfficeView,
  ),
  /** Tested before it is kept. */
  newSecret: endpoint(
    z.object({ id: Id, values: FieldValues }),
    z.object({ kept: z.boolean(), checks: z.array(CheckView) }),
  ),
  /** Refused while a connection or an open order needs it. */
  remove: endpoint(one, z.void()),
  /** With settings laid over the kept ones, to try them before they are kept. */
  test: endpoint(z.object({ id: Id, settings: z.exactOptional(FieldValues) }), z.array(CheckView)),
  /** What a field may be whose choices come `from-outside`: asks one that is kept, or one whose form lets us in. */
  choices: endpoint(
    z.union([
      z.object({ id: Id, field: z.string() }),
      z.object({ kind: z.string(), values: FieldValues, field: z.string() }),
    ]),
    z.array(ChoiceView),
  ),
  /** What would go out for an order, and how what came in last was read: of a kept one, with settings laid over its own, or of a form. */
  preview: endpoint(
    z.union([
      z.object({ id: Id, settings: z.exactOptional(FieldValues), ...shownFor }),
      z.object({ kind: z.string(), values: FieldValues, ...shownFor }),
    ]),
    OfficePreview,
  ),
  methods: endpoint(one, z.array(DeliveryMethodView)),
  /** Products by SKU or title, to choose one for an alias. */
  products: endpoint(
    z.object({ id: Id, connectionId: z.nullable(Id), search: z.string().check(z.maxLength(200)) }),
    z.array(z.object({ sku: z.string(), title: z.string(), available: z.nullable(z.int()) })),
  ),
}
