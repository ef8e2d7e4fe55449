import { z } from 'zod'
import { CREATE_TIMEOUT_MS, OPEN_STATES } from './facts.ts'
import { readStates } from './orders.ts'
import type { Desk } from './settings.ts'

/** Has the whole order invoiced and paid (2.4), unless something of it has been invoiced already. */
export const invoiceOnce = async (desk: Desk, ref: string): Promise<void> => {
  const [order] = await readStates(desk, [ref])
  const isOpen = order !== undefined && OPEN_STATES.some((state) => state === order.state)
  if (!isOpen || order.items.some(({ qty_invoiced }) => qty_invoiced > 0)) return
  await desk.calls.call(
    {
      path: `order/${encodeURIComponent(ref)}/invoice`,
      ...{ method: 'POST', scope: desk.settings.storeCode, timeoutMs: CREATE_TIMEOUT_MS },
      body: { capture: true, notify: false, comment: { comment: 'Paid on Rakuten', is_visible_on_front: 0 } },
    },
    InvoiceId,
  )
}

/** Only that there is one: it is written as a number or as a text. */
const InvoiceId = z.union([z.number(), z.string()])
