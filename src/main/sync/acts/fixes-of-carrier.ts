import { carrierCalled } from '../../domain/carriers/carrier-rules.ts'
import { rememberCarrier } from '../../domain/carriers/remembered.ts'
import { isLinkTemplate } from '../../domain/carriers/tracking-link.ts'
import { normaliseNumber } from '../../domain/carriers/tracking-number.ts'
import type { Order } from '../../domain/order.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Corridor } from '../corridor.ts'
import { findTracking, REMEMBERED, Remembered } from '../find-tracking.ts'
import { hold, settle } from '../order-problems.ts'
import { sendForOrder } from '../send-tracking.ts'
import { type Done, howItStands, notDone } from './done.ts'
import type { Fix } from './fix.ts'
import { withSettings } from './with-settings.ts'

/** The seller names the carrier: kept for this name, or, when the shop gave none, for numbers like this one. */
export const chooseCarrier: Fix = async (corridor, order, problem, { carrier }) => {
  if (carrier === undefined) return notDone('Choose the carrier.')
  const { connection, carriers } = corridor
  const known =
    carrierCalled(carrier, connection.settings, carriers) ??
    carrierCalled(carriers.byName(carrier)?.carrierId ?? null, connection.settings, carriers)
  if (known === null) return notDone(`No carrier is called "${carrier}". Add one of your own with its tracking link.`)
  return goOn(keepChoice(corridor, problem, known.id), order)
}

/** The seller adds a carrier of their own, and it is the one for this name from now on. */
export const addTemplate: Fix = async (corridor, order, problem, { carrier, template }) => {
  const name = carrier ?? String(problem.detail['carrier'] ?? '')
  if (name === '') return notDone('Name the carrier.')
  if (template === undefined || !isLinkTemplate(template))
    return notDone('A tracking link starts with https:// and holds {trackingNumber}.')
  const { ownCarriers } = corridor.connection.settings
  const others = ownCarriers.filter((own) => own.name !== name)
  const changed = withSettings(corridor, { ownCarriers: [...others, { name, trackingUrlTemplate: template }] })
  return goOn(keepChoice(changed, problem, name), order)
}

const keepChoice = (corridor: Corridor, problem: Problem, carrierId: string): Corridor => {
  const { carrier: given, trackingNumber } = problem.detail
  if (typeof given === 'string' && given !== '')
    return withSettings(corridor, { carriers: { ...corridor.connection.settings.carriers, [given]: carrierId } })
  const number = typeof trackingNumber === 'string' ? normaliseNumber(trackingNumber) : null
  if (number !== null) {
    const remembered = corridor.memory.read(REMEMBERED, Remembered) ?? []
    corridor.memory.save(REMEMBERED, [...remembered, rememberCarrier(number, carrierId)])
  }
  return corridor
}

/** Parcels whose carrier was not known are described again and sent. */
const goOn = async (corridor: Corridor, order: Order): Promise<Done> => {
  const { shipments } = corridor.repositories
  settle(corridor, order, 'carrier')
  for (const shipment of shipments.of(order.id)) {
    const { trackingNumber } = shipment.parcel
    if (shipment.tracking !== null || trackingNumber === null) continue
    const found = findTracking(corridor, order, { ...shipment.parcel, trackingNumber })
    if ('kind' in found) {
      hold(corridor, order, 'carrier', found.message, {
        code: found.code,
        carrier: shipment.parcel.carrierName,
        trackingNumber,
      })
      return notDone(found.message)
    }
    shipments.save({ ...shipment, ...found })
  }
  await sendForOrder(corridor, order)
  return howItStands(corridor, order)
}
