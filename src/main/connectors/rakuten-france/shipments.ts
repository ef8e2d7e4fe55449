import type { Tracking } from '../../domain/parcel.ts'
import type { Declined, ItemTracking, TrackingOutcome } from '../sockets/marketplace.ts'
import type { Api } from './api.ts'
import { meaningOf, toFault, wordsOf } from './errors.ts'
import { requireWord } from './require-word.ts'
import { shippingFile } from './shipping-file.ts'
import { readShippingOutcomes } from './shipping-outcomes.ts'

/**
 * 8.2: tells how the items of one purchase left. Whether a file is taken in part is not known: items that a refusal does not mention
 * are sent once more by themselves, and count as shipped if Rakuten says they had been.
 */
export const sendTracking = async (
  api: Api,
  reference: string,
  items: readonly ItemTracking[],
): Promise<readonly TrackingOutcome[]> => {
  const outcomes: TrackingOutcome[] = []
  let rest = items
  while (rest.length > 0) {
    const told = await sendFile(api, reference, rest)
    outcomes.push(...told)
    rest = rest.filter(({ itemId }) => !told.some((outcome) => outcome.itemId === itemId))
  }
  return items.flatMap(({ itemId }) => outcomes.filter((outcome) => outcome.itemId === itemId))
}

/** The outcome of at least one of the items. */
const sendFile = async (
  api: Api,
  reference: string,
  items: readonly ItemTracking[],
): Promise<readonly TrackingOutcome[]> => {
  const answer = await api.ask('importitemshippingstatus', { file: shippingFile(reference, items) })
  if (answer.kind === 'response') {
    requireWord(answer.response.text('status'), 'OK', 'importitemshippingstatus')
    return items.map(({ itemId }) => ({ itemId, outcome: 'sent', message: '' }))
  }
  const { error } = answer
  const told = readShippingOutcomes(
    error.details,
    items.map(({ itemId }) => itemId),
  )
  // A refusal that mentions none of them would be the same the next time.
  if (told.length === 0 || meaningOf(error) !== 'parameter') throw toFault(error, 'importitemshippingstatus', api.now())
  return told
}

/** 8.3: one item, for a later or changed code. */
export const offerTracking = async (api: Api, itemId: string, tracking: Tracking): Promise<'taken' | Declined> => {
  const answer = await api.ask('settrackingpackageinfos', {
    parameters: {
      itemid: itemId,
      transporter_name: tracking.carrier,
      tracking_number: tracking.trackingNumber,
      tracking_url: tracking.trackingUrl,
    },
  })
  if (answer.kind === 'response') {
    requireWord(answer.response.text('status'), 'OK', 'settrackingpackageinfos')
    return 'taken'
  }
  if (meaningOf(answer.error) === 'parameter') return { declined: wordsOf(answer.error) }
  throw toFault(answer.error, 'settrackingpackageinfos', api.now())
}
