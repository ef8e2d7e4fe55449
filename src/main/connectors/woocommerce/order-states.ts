import type { OfficeState } from '../sockets/back-office.ts'
import { severalOf } from '../sockets/definition.ts'
import { CANCELLED_META } from './facts.ts'
import { metaText, type Order } from './order.ts'

export type StateOf = (order: Pick<Order, 'status' | 'meta_data' | 'date_completed_gmt'>) => OfficeState

/** What a WooCommerce state means, by the seller's own table (woocommerce.md 3.2). One that is in no table leaves the order open. */
export const createStateOf = (completedStates: string, cancelledStates: string): StateOf => {
  const completed = new Set(severalOf(completedStates))
  const cancelled = new Set(severalOf(cancelledStates))
  return ({ status, meta_data, date_completed_gmt }) => {
    if (status === 'trash') return 'gone'
    // Ours, whatever the table says of others; `refunded` where the stock was to stay as it is.
    if (['cancelled', 'refunded'].includes(status) && metaText(meta_data, CANCELLED_META) !== null) return 'cancelled'
    if (cancelled.has(status)) return 'cancelled'
    if (completed.has(status)) return 'completed'
    // Refunded by people: it had left, or its missing units are asked about.
    if (status === 'refunded') return date_completed_gmt === null ? 'open' : 'completed'
    if (status === 'failed') return 'gone'
    return fulfillmentOf(meta_data) === 'fulfilled' ? 'completed' : 'open'
  }
}

/** 3.3 (a): WooCommerce's own fulfillments do not change the state of an order, only this hint. */
export const fulfillmentOf = (metas: Order['meta_data']): string | null => metaText(metas, '_fulfillment_status')
