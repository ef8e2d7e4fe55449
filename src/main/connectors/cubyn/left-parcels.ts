import { z } from 'zod'
import type { Records } from '../sockets/ports.ts'
import { byAge, type CubynParcel } from './parcel.ts'
import type { ParcelState, Statuses } from './statuses.ts'

const KEY = 'left'
const Ids = z.array(z.string())
/** More than are ever watched at once. */
const MOST = 2_000

/** A status that nobody knows leaves a parcel where it was (cubyn.md 3): with the carrier, if it was seen there, else in the warehouse. */
export const createLeftParcels = (records: Records, statuses: Statuses) => {
  const before = (): readonly string[] => records.read(KEY, Ids) ?? []
  return {
    stateOf(parcel: CubynParcel): Exclude<ParcelState, 'unknown'> {
      const state = statuses.stateOf(parcel)
      if (state !== 'unknown') return state
      return before().includes(parcel.id) ? 'left' : 'open'
    },
    /** Remembers those that are under way; the youngest, where there are too many. */
    note(parcels: readonly CubynParcel[]): void {
      const known = new Set(before())
      const fresh = parcels.filter((parcel) => statuses.stateOf(parcel) === 'left' && !known.has(parcel.id))
      if (fresh.length === 0) return
      const all = [...known, ...fresh.map(({ id }) => id)].map((id) => ({ id })).toSorted(byAge)
      records.save(
        KEY,
        all.slice(-MOST).map(({ id }) => id),
      )
    },
  }
}
