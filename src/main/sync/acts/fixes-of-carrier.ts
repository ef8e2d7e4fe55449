import { carrierCalled } from '../../domain/carriers/carrier-rules.ts'
import { rememberCarrier } from '../../domain/carriers/remembered.ts'
import { isLinkTemplate } from '../../domain/carriers/tracking-link.ts'
import { normaliseNumber } from '../../domain/carriers/tracking-number.ts'
import type { Order } from '../../domain/order.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Corridor } from '../corridor.ts'
import { describeAgain } from '../describe-parcel.ts'
import { REMEMBERED, Remembered } from '../find-tracking.ts'
import { tryStep } from '../for-each-order.ts'
import { sendForOrder } from '../send-tracking.ts'
import { type Done, notDone } from './done.ts'
import type { Fix } from './fix.ts'
import { offerNow } from './track-by-seller.ts'
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
  const changed = withSettings(corridor, ({ ownCarriers }) => ({
    ownCarriers: [...ownCarriers.filter((own) => own.name !== name), { name, trackingUrlTemplate: template }],
  }))
  return goOn(keepChoice(changed, problem, name), order)
}

const keepChoice = (corridor: Corridor, problem: Problem, carrierId: string): Corridor => {
  const { carrier: given, trackingNumber } = problem.detail
  if (typeof given === 'string' && given !== '')
    return withSettings(corridor, ({ carriers }) => ({ carriers: { ...carriers, [given]: carrierId } }))
  const number = typeof trackingNumber === 'string' ? normaliseNumber(trackingNumber) : null
  if (number !== null) {
    const remembered = corridor.memory.read(REMEMBERED, Remembered) ?? []
    corridor.memory.save(REMEMBERED, [...remembered, rememberCarrier(number, carrierId)])
  }
  return corridor
}

/** Parcels whose carrier was not known are described again and sent. */
const goOn = async (corridor: Corridor, order: Order): Promise<Done> => {
  const open = describeAgain(corridor, order)
  if (open !== null) return notDone(open.message)
  await tryStep(corridor, 'send-tracking', order, () => sendForOrder(corridor, order))
  return offerNow(corridor, order)
}
