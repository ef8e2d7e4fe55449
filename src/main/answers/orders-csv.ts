import type { OrderRow } from '../../preload/contract/order-views.ts'
import type { FileView } from '../../preload/contract/shapes.ts'
import { amount, toCsv } from './csv.ts'

const COLUMNS = [
  'connection',
  'reference',
  'back_office_number',
  'status',
  'problem',
  'buyer',
  'units',
  'skus',
  'delivery_mode',
  'total',
  'currency',
  'carrier',
  'tracking_number',
  'tracking_url',
  'purchased_at',
  'accept_by',
  'shipped_at',
  'skipped_reason',
] as const

/** One line an order, in the columns of the list. */
export const toOrdersCsv = (rows: readonly OrderRow[]): FileView =>
  toCsv(
    'orders.csv',
    COLUMNS,
    rows.map((row) => [
      row.connection,
      row.reference,
      row.backOfficeNumber,
      row.status,
      row.problem?.message ?? null,
      row.buyerName,
      row.units,
      row.items.map(({ sku }) => sku).join(' '),
      row.deliveryMode,
      amount(row.totalCents),
      row.currency,
      row.carrier,
      row.trackingNumber,
      row.trackingUrl,
      row.purchasedAt,
      row.acceptBy,
      row.shippedAt,
      row.skippedReason,
    ]),
  )
