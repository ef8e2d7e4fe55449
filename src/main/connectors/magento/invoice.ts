import { z } from 'zod'
import { isFault } from '../../domain/fault.ts'
import { CREATE_TIMEOUT_MS, OPEN_STATES } from './facts.ts'
import { readStates } from './orders.ts'
import type { Desk } from './settings.ts'

/** Has the whole order invoiced and paid (2.4), unless something of it has been invoiced already. */
export const invoiceOnce = async (desk: Desk, ref: string): Promise<readonly string[]> => {
  const [order] = await readStates(desk, [ref])
  const isOpen = order !== undefined && OPEN_STATES.some((state) => state === order.state)
  return isOpen && !order.items.some(({ qty_invoiced }) => qty_invoiced > 0) ? invoice(desk, ref) : []
}

/**
 * Offline methods are paid by it; nobody is written to. An order that the shop will not invoice can be packed all the same: what it says
 * against it goes to the timeline.
 */
export const invoice = async ({ calls, settings }: Desk, ref: string): Promise<readonly string[]> => {
  try {
    await calls.call(
      {
        path: `order/${encodeURIComponent(ref)}/invoice`,
        ...{ method: 'POST', scope: settings.storeCode, timeoutMs: CREATE_TIMEOUT_MS },
        body: { capture: true, notify: false, comment: { comment: 'Paid on Rakuten', is_visible_on_front: 0 } },
      },
      InvoiceId,
    )
    return []
  } catch (error) {
    if (isFault(error, 'refused') && error.outcome === 'not-done')
      return [`Magento did not invoice the order: invoice it there. (${error.message})`]
    throw error
  }
}

/** Only that there is one: it is written as a number or as a text. */
const InvoiceId = z.union([z.number(), z.string()])
