import { z } from 'zod'
import { CREATE_TIMEOUT_MS } from './facts.ts'
import type { Desk } from './settings.ts'

export interface Refund {
  readonly ref: string
  /** Rows and their units. */
  readonly units: ReadonlyMap<number, number>
  /** Shipping is paid back with the last units of an order. */
  readonly withShipping: boolean
  readonly comment: string
}

/** Books a credit memo of what was invoiced, without any money being moved: that is the marketplace's business (4). */
export const refund = async (desk: Desk, { ref, units, withShipping, comment }: Refund): Promise<void> => {
  const backToStock = desk.settings.restock ? [...units.keys()] : []
  await desk.calls.call(
    {
      path: `order/${encodeURIComponent(ref)}/refund`,
      ...{ method: 'POST', scope: desk.settings.storeCode, timeoutMs: CREATE_TIMEOUT_MS },
      body: {
        items: [...units].map(([order_item_id, qty]) => ({ order_item_id, qty })),
        notify: false,
        appendComment: false,
        comment: { comment, is_visible_on_front: 0 },
        arguments: {
          // Left out, what is left of the shipping is paid back.
          ...(withShipping ? {} : { shipping_amount: 0 }),
          extension_attributes: { return_to_stock_items: backToStock },
        },
      },
    },
    z.union([z.number(), z.string()]),
  )
}
