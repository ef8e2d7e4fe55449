import { ITEM_STATUSES, type Item } from '../domain/item.ts'
import { columnsOf } from './columns.ts'
import { fromJson, oneOf, toJson } from './json-column.ts'

export type ItemRecord = Omit<Item, 'eans' | 'status' | 'negotiated' | 'preorder' | 'shipped' | 'placed'> & {
  readonly eans: string
  readonly status: string
  readonly negotiated: number
  readonly preorder: number
  readonly shipped: number
  readonly placed: number
}

export const ITEM_COLUMNS = columnsOf(
  'itemId',
  'sku',
  'advertId',
  'title',
  'eans',
  'priceCents',
  'listedPriceCents',
  'currency',
  'status',
  'rakutenStatus',
  'negotiated',
  'negotiationComment',
  'preorder',
  'shippingCents',
  'shipped',
  'placed',
)

export const toItem = (record: ItemRecord): Item => ({
  ...record,
  eans: fromJson<readonly string[]>(record.eans),
  status: oneOf(ITEM_STATUSES, record.status),
  negotiated: record.negotiated === 1,
  preorder: record.preorder === 1,
  shipped: record.shipped === 1,
  placed: record.placed === 1,
})

export const toItemRecord = (item: Item): ItemRecord => ({
  ...item,
  eans: toJson(item.eans),
  negotiated: Number(item.negotiated),
  preorder: Number(item.preorder),
  shipped: Number(item.shipped),
  placed: Number(item.placed),
})
