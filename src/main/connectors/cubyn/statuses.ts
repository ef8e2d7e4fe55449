import { z } from 'zod'
import { type Choice, severalOf } from '../sockets/definition.ts'
import type { Clock, Records } from '../sockets/ports.ts'
import { CANCELLED_STATUSES, CARRIER_TROUBLE, COMPLETED_STATUSES, OPEN_STATUSES, WAREHOUSE_TROUBLE } from './facts.ts'
import type { CubynParcel } from './parcel.ts'

/** Where a parcel is. `unknown`: under a status that nobody told us of. */
export type ParcelState = 'open' | 'left' | 'cancelled' | 'unknown'

export interface Statuses {
  stateOf(parcel: Pick<CubynParcel, 'id' | 'status'>): ParcelState
  /** What somebody should know of it, as a sentence; null when all is well. */
  noteOf(parcel: Pick<CubynParcel, 'id' | 'status'>): string | null
  /** What somebody must see to in the warehouse, likewise. */
  incidentOf(parcel: Pick<CubynParcel, 'id' | 'status'>): string | null
  /** Statuses seen so far that mean nothing to us, each with the parcel that had it first. */
  strange(): readonly { readonly status: string; readonly parcel: string }[]
  /** All that are known here or were seen there. */
  choices(): readonly Choice[]
}

const KEY = 'strange-status:'
const Seen = z.object({ parcel: z.string(), at: z.string() })

/** What the statuses mean, as the seller set it; one that nobody knows is noted once, and shown where the connection is tested. */
export const createStatuses = (
  completed: string,
  cancelled: string,
  { records, clock }: { readonly records: Records; readonly clock: Clock },
): Statuses => {
  const [left, gone] = [setOf(completed), setOf(cancelled)]
  const open: ReadonlySet<string> = new Set(OPEN_STATUSES)
  const known = (status: string): ParcelState => {
    if (gone.has(status)) return 'cancelled'
    if (left.has(status)) return 'left'
    return open.has(status) ? 'open' : 'unknown'
  }
  const strange = () =>
    records
      .list(KEY, Seen)
      .map(({ key, value }) => ({ status: key.slice(KEY.length), parcel: value.parcel }))
      .filter(({ status }) => known(status) === 'unknown')

  return {
    stateOf({ id, status }) {
      const state = known(status)
      const key = `${KEY}${status.slice(0, LONGEST)}`
      if (state === 'unknown' && records.read(key, Seen) === null) records.save(key, { parcel: id, at: clock.nowIso() })
      return state
    },
    noteOf({ id, status }) {
      const trouble = CARRIER_TROUBLE[status]
      if (trouble !== undefined) return `Parcel ${id} is shown as ${status}: ${trouble}`
      return known(status) === 'unknown' ? `Parcel ${id} is shown as “${status}”, ${UNKNOWN}` : null
    },
    incidentOf({ id, status }) {
      const trouble = WAREHOUSE_TROUBLE[status]
      return trouble === undefined ? null : `Parcel ${id} is shown as ${status}: ${trouble}`
    },
    strange,
    choices: () =>
      [
        ...new Set([
          ...OPEN_STATUSES,
          ...COMPLETED_STATUSES,
          ...CANCELLED_STATUSES,
          ...strange().map(({ status }) => status),
        ]),
      ]
        // What a field holds is apart by commas.
        .filter((status) => !status.includes(','))
        .map((status) => ({ value: status, label: status })),
  }
}

/** What is said of a status that means nothing to us. */
export const UNKNOWN =
  'which Navette does not know: tick it in the settings if it means shipped or cancelled. Until then the order stays as it was.'

const LONGEST = 80
const setOf = (field: string): ReadonlySet<string> => new Set(severalOf(field).map((status) => status.toUpperCase()))
