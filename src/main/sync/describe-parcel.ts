import type { CarrierProblem } from '../domain/carriers/carrier-problem.ts'
import type { Order } from '../domain/order.ts'
import type { Parcel, Shipment } from '../domain/parcel.ts'
import type { Corridor } from './corridor.ts'
import { findTracking } from './find-tracking.ts'
import { hold, settle } from './order-problems.ts'

type Described = Pick<Shipment, 'tracking' | 'rule'>

const NOT_DESCRIBED: Described = { tracking: null, rule: null }

/** Carrier and link of a parcel; one without a number needs neither. A carrier nobody knows is the order's problem only if it must be told. */
export const describeParcel = (corridor: Corridor, order: Order, parcel: Parcel, mustBeTold: boolean): Described => {
  const { trackingNumber } = parcel
  if (trackingNumber === null) return NOT_DESCRIBED
  const found = findTracking(corridor, order, { ...parcel, trackingNumber })
  if (!('kind' in found)) return found
  if (mustBeTold) holdForCarrier(corridor, order, parcel, found)
  return NOT_DESCRIBED
}

/** A carrier may have been mapped since: parcels that wait for one are described again. Returns what still stands in the way. */
export const describeAgain = (corridor: Corridor, order: Order): CarrierProblem | null => {
  const { shipments } = corridor.repositories
  let open: CarrierProblem | null = null
  for (const shipment of shipments.of(order.id)) {
    const { parcel, tracking, state } = shipment
    if (tracking !== null || parcel.trackingNumber === null) continue
    const found = findTracking(corridor, order, { ...parcel, trackingNumber: parcel.trackingNumber })
    if (!('kind' in found)) shipments.save({ ...shipment, ...found })
    else if (state !== 'known') {
      holdForCarrier(corridor, order, parcel, found)
      open = found
    }
  }
  if (open === null) settle(corridor, order, 'carrier')
  return open
}

/** No carrier helps a number that is none: then the right one is asked for. */
const holdForCarrier = (corridor: Corridor, order: Order, parcel: Parcel, found: CarrierProblem): void =>
  void hold(corridor, order, 'carrier', found.message, {
    code: found.code,
    carrier: parcel.carrierName ?? parcel.carrierCode,
    trackingNumber: parcel.trackingNumber,
    candidates: found.candidates.map(({ id }) => id),
    ...(found.code === 'NUMBER_INVALID' && { choices: ['track', 'manual'] }),
  })
