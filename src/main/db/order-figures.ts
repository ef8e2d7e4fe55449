import { OPEN_STATUSES } from '../domain/order.ts'
import { literals } from './columns.ts'
import type { Database } from './open-database.ts'

/** One UTC day, `YYYY-MM-DD`. */
export interface DayFigures {
  readonly day: string
  readonly imported: number
  readonly shipped: number
}

export interface ModeFigures {
  readonly deliveryMode: string
  readonly open: number
  /** Skipped for their mode alone, and still to be had. */
  readonly held: number
}

export interface ChoiceFigures {
  readonly value: string
  readonly orders: number
}

/** Counts for the screens. */
export function createOrderFigures(db: Database) {
  const countedBy = (column: string) =>
    db.prepare<{ since: string; connectionId: number | null }, { day: string; orders: number }>(`
      SELECT substr(${column}, 1, 10) AS day, count(*) AS orders FROM orders
      WHERE ${column} >= @since AND (@connectionId IS NULL OR connection_id = @connectionId) GROUP BY day`)
  const countImported = countedBy('imported_at')
  const countShipped = countedBy('shipped_at')
  const held = `status = 'skipped' AND (skipped_reason = 'mode-not-mapped'
    OR (skipped_reason = 'mode-not-available' AND accept_by > @now))`
  const selectModes = db.prepare<{ connectionId: number; now: string }, ModeFigures>(`
    SELECT delivery_mode AS deliveryMode, sum(status IN (${literals(OPEN_STATUSES)})) AS open, sum(${held}) AS held
    FROM orders
    WHERE connection_id = @connectionId
      AND status IN ('imported', 'accepted', 'placed', 'waiting', 'dispatched', 'skipped', 'manual')
    GROUP BY delivery_mode ORDER BY delivery_mode`)
  const selectHeld = db.prepare<{ connectionId: number; now: string; deliveryMode: string }, { id: number }>(`
    SELECT id FROM orders WHERE connection_id = @connectionId AND delivery_mode = @deliveryMode AND ${held}
    ORDER BY accept_by, id`)
  const countChoices = (column: string) =>
    db.prepare<[], ChoiceFigures>(`
      SELECT ${column} AS value, count(*) AS orders FROM orders
      WHERE ${column} IS NOT NULL GROUP BY ${column} ORDER BY orders DESC, value`)
  const countModes = countChoices('delivery_mode')
  const countCountries = countChoices('country')
  const selectErased = db.prepare<[number], { erasedAt: string | null }>(
    'SELECT erased_at AS erasedAt FROM orders WHERE id = ?',
  )

  return {
    /** Days with orders, oldest first; of every connection, or of one. */
    perDay: (since: string, connectionId: number | null): readonly DayFigures[] => {
      const imported = new Map(countImported.all({ since, connectionId }).map(({ day, orders }) => [day, orders]))
      const shipped = new Map(countShipped.all({ since, connectionId }).map(({ day, orders }) => [day, orders]))
      return [...new Set([...imported.keys(), ...shipped.keys()])]
        .sort()
        .map((day) => ({ day, imported: imported.get(day) ?? 0, shipped: shipped.get(day) ?? 0 }))
    },
    /** The delivery modes of what is going on, and of what was skipped. */
    byMode: (connectionId: number, now: string): readonly ModeFigures[] => selectModes.all({ connectionId, now }),
    /** Ids of the orders that a method for their mode would let in, soonest deadline first. */
    heldByMode: (connectionId: number, deliveryMode: string, now: string): readonly number[] =>
      selectHeld.all({ connectionId, deliveryMode, now }).map(({ id }) => id),
    /** The delivery modes and countries that orders have, most frequent first. */
    choices: () => ({ deliveryModes: countModes.all(), countries: countCountries.all() }),
    /** When the buyer was erased; null while kept. */
    erasedAt: (orderId: number): string | null => selectErased.get(orderId)?.erasedAt ?? null,
  }
}
