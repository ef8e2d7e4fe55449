import { ITEM_STATUSES, isKept, isUndecided } from '../domain/item.ts'
import { literals } from './columns.ts'
import type { Database } from './open-database.ts'

/** Units the seller has promised or is about to promise, which the back office does not know of yet. */
export interface UnitsHeld {
  readonly connectionId: number
  readonly orderId: number
  readonly sku: string
  readonly units: number
  /** How many of them were accepted already. */
  readonly promised: number
  readonly purchasedAt: string
}

const KEPT = literals(ITEM_STATUSES.filter((status) => isKept({ status })))
const UNDECIDED = literals(ITEM_STATUSES.filter((status) => isUndecided({ status })))

export function createUnitsHeld(db: Database) {
  const inStatus = (status: string, more = ''): string => `
    SELECT connections.id AS connectionId, orders.id AS orderId, items.sku, count(*) AS units,
      sum(items.status NOT IN (${UNDECIDED})) AS promised, orders.purchased_at AS purchasedAt
    FROM connections
    JOIN orders ON orders.connection_id = connections.id AND orders.status = '${status}' ${more}
    JOIN items ON items.order_id = orders.id AND items.status IN (${KEPT})
    WHERE connections.removed_at IS NULL AND coalesce(orders.back_office_id, connections.back_office_id) = @backOfficeId
    GROUP BY orders.id, items.sku`
  const select = db.prepare<{ backOfficeId: number }, UnitsHeld>(`
    ${inStatus('imported')} UNION ALL ${inStatus('accepted')}
    UNION ALL ${inStatus('manual', 'AND orders.back_office_ref IS NULL')}
    ORDER BY purchasedAt, orderId`)

  return {
    /** Kept items of the orders not yet placed in this back office, oldest purchase first. A removed connection holds nothing. */
    unitsHeld: (backOfficeId: number): readonly UnitsHeld[] => select.all({ backOfficeId }),
  }
}
