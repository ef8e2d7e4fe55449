import { z } from 'zod'
import { Fault, isFault } from '../../domain/fault.ts'
import { inDoubt } from '../http/in-doubt.ts'
import type { OfficeCancelOutcome, OrderKey } from '../sockets/back-office.ts'
import { CANCELLABLE } from './facts.ts'
import { ordersUnder } from './find-orders.ts'
import type { CubynParcel } from './parcel.ts'
import { readParcel, type Warehouse } from './warehouse.ts'

/** Cancels what is still untouched (cubyn.md 4): the parcel, and those added to it, as long as none of them is being prepared. */
export const cancelOrder = async (warehouse: Warehouse, key: OrderKey): Promise<OfficeCancelOutcome> => {
  const parcels = await livingParcels(warehouse, key)
  const begun = parcels.find(({ status }) => status !== CANCELLABLE)
  if (begun !== undefined)
    return { declined: `Parcel ${begun.id} is past the point where Cubyn can cancel it (${begun.status}).` }
  for (const parcel of parcels) {
    const outcome = await cancelParcel(warehouse, parcel)
    if (outcome !== 'cancelled') return outcome
  }
  return 'cancelled'
}

const livingParcels = async (
  warehouse: Warehouse,
  { backOfficeRef, reference }: OrderKey,
): Promise<readonly CubynParcel[]> => {
  const own = await readParcel(warehouse, backOfficeRef)
  const orders = await ordersUnder(warehouse, own?.orderRef ?? reference)
  const further = orders.find(({ main }) => main.id === backOfficeRef)?.further ?? []
  return [...(own === null ? [] : [own]), ...further].filter(
    (parcel) => warehouse.statuses.stateOf(parcel) !== 'cancelled',
  )
}

/** What counts in the end is the parcel itself, whatever was answered. */
const cancelParcel = async (warehouse: Warehouse, { id }: CubynParcel): Promise<OfficeCancelOutcome> => {
  const { api, side, statuses } = warehouse
  const refusal = await refusalOf(() => api.put(`/parcels/${id}/cancel`, z.unknown()))
  const after = await inDoubt(() => readParcel(warehouse, id))
  const state = after === null ? 'cancelled' : statuses.stateOf(after)
  if (state === 'cancelled') return state
  if (refusal !== null) return { declined: refusal }
  if (state === 'unknown') {
    const message = `${side} shows parcel ${id} as “${after?.status}”, which Navette does not know: if that means cancelled, tick it in the settings.`
    throw new Fault('unreadable', message, { side, outcome: 'unknown' })
  }
  return { declined: `${side} did not cancel parcel ${id} and does not say why.` }
}

const refusalOf = async (cancel: () => Promise<unknown>): Promise<string | null> => {
  try {
    await cancel()
    return null
  } catch (error) {
    if (isFault(error, 'refused')) return error.message
    throw error
  }
}
