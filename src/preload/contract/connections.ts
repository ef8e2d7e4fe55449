import * as z from 'zod/mini'
import {
  BacklogEntryView,
  ConnectDraft,
  ConnectionView,
  MarketplaceView,
  SettingsChange,
  SkuMatch,
  TestOrderView,
} from './connection-views.ts'
import { endpoint } from './endpoint.ts'
import { CheckView, CsvError, FieldValues, FileBytes, FileView, Id, Label } from './shapes.ts'

const one = z.object({ id: Id })

export const connectionsContract = {
  /** The marketplaces there are, with the fields to draw their form from. */
  marketplaces: endpoint(z.void(), z.array(MarketplaceView)),
  list: endpoint(z.void(), z.array(ConnectionView)),
  /** The named checks of an account that is not kept yet. */
  check: endpoint(z.object({ marketplace: z.string(), values: FieldValues }), z.array(CheckView)),
  /** Kept paused: it makes no call of its own before `activate`. */
  add: endpoint(
    z.object({
      marketplace: z.string(),
      label: Label,
      values: FieldValues,
      backOfficeId: Id,
      settings: SettingsChange,
    }),
    ConnectionView,
  ),
  /** The invented account; a real shop behind it needs the seller's word. */
  startPractice: endpoint(z.object({ backOfficeId: z.nullable(Id), intoRealShop: z.boolean() }), ConnectionView),
  /** Ends *Connect*: it runs from now on, its first cycle at once. */
  activate: endpoint(one, ConnectionView),
  /** Open orders finish in the back office they were accepted for. */
  change: endpoint(
    z.object({
      id: Id,
      label: z.exactOptional(Label),
      backOfficeId: z.exactOptional(Id),
      /** Fields of the account that are no secrets. */
      account: z.exactOptional(FieldValues),
      settings: z.exactOptional(SettingsChange),
    }),
    ConnectionView,
  ),
  pause: endpoint(one, ConnectionView),
  resume: endpoint(one, ConnectionView),
  /** Tested before it is kept; kept, it clears the *credentials* problem and the connection goes on. */
  newSecret: endpoint(
    z.object({ id: Id, values: FieldValues }),
    z.object({ kept: z.boolean(), checks: z.array(CheckView) }),
  ),
  /** `finish`: nothing new comes in, and it goes once its open orders have ended. `hand-over`: they become *manual*, it goes now. */
  remove: endpoint(
    z.object({ id: Id, openOrders: z.enum(['finish', 'hand-over']) }),
    z.object({ removed: z.boolean(), openOrders: z.int() }),
  ),
  /** Both sides. */
  test: endpoint(one, z.array(CheckView)),
  /** Every order still to accept there, oldest first. */
  backlog: endpoint(one, z.array(BacklogEntryView)),
  /** With another SKU source than the stored one, to try it. */
  matchSkus: endpoint(z.object({ id: Id, skuSource: z.nullable(z.string()) }), SkuMatch),
  exportAliases: endpoint(one, FileView),
  /** Columns `rakuten_sku`, `sku`. All or nothing. */
  importAliases: endpoint(
    z.object({ id: Id, file: FileBytes }),
    z.object({ imported: z.int(), errors: z.array(CsvError) }),
  ),
  sendTestOrder: endpoint(one, TestOrderView),
  /** Looks at the last test order again; null when none was sent. */
  testOrder: endpoint(one, z.nullable(TestOrderView)),
  draft: endpoint(z.void(), z.nullable(ConnectDraft)),
  saveDraft: endpoint(z.nullable(ConnectDraft), z.void()),
}
