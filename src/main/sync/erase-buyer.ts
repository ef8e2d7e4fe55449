import type { BackOffice } from '../connectors/sockets/back-office.ts'
import type { Repositories } from '../db/repositories.ts'
import { backOfficeReference } from '../domain/connection.ts'
import type { Order } from '../domain/order.ts'

export interface ErasureNeeds {
  readonly repositories: Repositories
  /** Null for a shop or a warehouse: what it keeps is the seller's own to ask for, and it need not even be reachable. */
  readonly openLocalOffice: (backOfficeId: number, skuSource: string) => Promise<BackOffice | null>
  readonly nowIso: () => string
}

const AT_ONCE = 200

/** Erases a buyer from one order: from the back office too, where that is our own database. Ids, SKUs, amounts and statuses stay. */
export const eraseBuyer = async (
  { repositories, openLocalOffice, nowIso }: ErasureNeeds,
  order: Order,
): Promise<void> => {
  const connection = repositories.connections.get(order.connectionId)
  if (connection !== null && order.backOfficeId !== null && order.backOfficeRef !== null) {
    const office = await openLocalOffice(order.backOfficeId, connection.settings.skuSource)
    const reference = backOfficeReference(connection, order.reference)
    await office?.forgetBuyer?.({ backOfficeRef: order.backOfficeRef, reference })
  }
  repositories.orders.eraseBuyer(order.id, nowIso())
}

/** Erases every buyer whose time has come: so many days after the last change at the marketplace of an order that ended, was skipped or is manual. */
export const eraseByAge = async (needs: ErasureNeeds, before: string): Promise<number> => {
  let erased = 0
  for (;;) {
    const due = needs.repositories.orders.dueForErasure(before, AT_ONCE)
    for (const order of due) await eraseBuyer(needs, order)
    erased += due.length
    if (due.length < AT_ONCE) return erased
  }
}
